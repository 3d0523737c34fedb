//! Wrong scenarios, on the program itself: all that is wrong is told at once, with its place and
//! remedy, and nothing is run.

use std::time::{Duration, Instant};

use crate::common::program::{err, offramp_in, out};

/// Faults, each written in place of the name of a sound scenario, and what the report says.
const FAULTS: [(&str, &str); 28] = [
    ("name = ", "`name` has no value"),
    ("name = \"x\"\nhorizon_days = 0", "between 1 and 3650"),
    ("name = \"x\"\nhorizon_days = 1.5", "whole number"),
    (
        "name = \"x\"\noff_ramp = \"campaign\"",
        "below `limited_war`",
    ),
    ("name = \"x\"\nlimited_war = \"posture\"", "uses force"),
    (
        "name = \"x\"\nhorizon_dayz = 3",
        "did you mean `horizon_days`",
    ),
    ("name = \"x\"\nextends = 3", "must be text"),
    (
        "name = \"x\"\nshows = \"In {one_round} of 100.\"",
        "did you mean `one-round`",
    ),
    (
        "name = \"x\"\nshows = \"In {peak.campain} of 100.\"",
        "unknown placeholder `{peak.campain}`",
    ),
    ("name = \"x\"\nshows = \"In {zzzzz} of 100.\"", "`{{`"),
    ("name = \"x\"\nwith = [\"nobody\"]", "no argument `nobody`"),
    (
        "name = \"x\"\noverrides = { \"actors.c.shock_of_surprise\" = 1 }",
        "there is no `c`",
    ),
    (
        "name = \"x\"\noverrides = { \"armed_groups.*.blame\" = 1 }",
        "stands for nothing",
    ),
    (
        "name = \"x\"\noverrides = { \"actors.*.shock_of_surprise\" = 3.5 }",
        "must lie between 0 and 2, but it is 3.5",
    ),
    (
        "name = \"x\"\noverrides = { \"actors.a.shock_of_surprise\" = nan }",
        "finite",
    ),
    (
        "name = \"x\"\nrungs = { nowhere = { deaths = 1 } }",
        "no rung `nowhere`",
    ),
    (
        "name = \"x\"\nrungs = { covert = { severity = 0.9 } }",
        "must be above that of",
    ),
    (
        "name = \"x\"\nfronts = { f = { audience_weight = 1 } }",
        "must have `actor`",
    ),
    (
        "name = \"x\"\nmediators = { \"M M\" = {} }",
        "cannot be a name",
    ),
    (
        "name = \"x\"\nrelations = { trust = { uniform = [0.5, 1.5] } }",
        "must lie between 0 and 1",
    ),
    (
        "name = \"x\"\nrelations = { trust = { normal = [9, 1] } }",
        "bring the mean, its first number",
    ),
    (
        "name = \"x\"\nrelations = { trust = { normal = [0.5, 100] } }",
        "make the spread, its second number, smaller",
    ),
    (
        "name = \"x\"\nrelations = { trust = inf }",
        "must be a finite number between 0 and 1",
    ),
    (
        "name = \"x\"\nfronts = { 1e5 = { actor = \"a\" } }",
        "other programs read it as a number",
    ),
    (
        "name = \"x\"\narmed_groups = { null = { victim = \"a\" } }",
        "other programs read it as no value",
    ),
    (
        "name = \"x\"\nrelations = { trust = \"high\" }",
        "must be a number",
    ),
    (
        "name = \"x\"\narguments = { a = { claim = \"c\", who = \"w\" } }",
        "must have `theme`",
    ),
    (
        "name = \"x\"\nladder = [{ id = \"a\", severity = 0 }]",
        "3 to 32 rungs",
    ),
];

/// A scenario file with one fault for each line of the table: exit code 65, what it says, and
/// nothing written.
#[test]
fn a_wrong_scenario_is_reported_and_nothing_is_run() {
    let sound =
        "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    for (fault, says) in FAULTS {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(
            place.path().join("mine.toml"),
            sound.replace("name = \"x\"", fault),
        )
        .unwrap();
        let begun = Instant::now();
        let output = offramp_in(place.path(), &["run", "mine.toml"]);
        assert!(begun.elapsed() < Duration::from_secs(2), "{fault}");
        assert_eq!(output.status.code(), Some(65), "{fault}: {}", err(&output));
        assert!(err(&output).contains(says), "{fault}: {}", err(&output));
        assert!(output.stdout.is_empty());
        assert_eq!(
            std::fs::read_dir(place.path()).unwrap().count(),
            1,
            "{fault}: something was written"
        );
    }
}

#[test]
fn all_problems_of_a_file_are_reported_at_once_with_their_places() {
    let place = tempfile::tempdir().unwrap();
    let text = "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covrt\"\n[actors.a]\nshok_of_surprise = 1\n[actors.b]\nslight = 9\n";
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let told = err(&offramp_in(place.path(), &["run", "mine.toml"]));
    for says in [
        "mine.toml:4:8",
        "did you mean `covert`",
        "mine.toml:6:1",
        "did you mean `shock_of_surprise`",
        "mine.toml:8:10",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
}

#[test]
fn extends_merges_and_a_circle_is_reported() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write(
        "child.toml",
        "extends = \"iran-pakistan-2024\"\nname = \"child\"\nwithout = [\"china-counsels\"]\n",
    );
    let output = offramp_in(
        place.path(),
        &["run", "child.toml", "--trials", "1000", "--no-files"],
    );
    assert!(
        output.status.success() && out(&output).starts_with("child\n"),
        "{}",
        err(&output)
    );
    write("one.toml", "extends = \"two.toml\"\nname = \"one\"\n");
    write("two.toml", "extends = \"one.toml\"\nname = \"two\"\n");
    let output = offramp_in(place.path(), &["run", "one.toml"]);
    assert_eq!(output.status.code(), Some(65));
    assert!(
        err(&output).contains("one.toml -> two.toml -> one.toml"),
        "{}",
        err(&output)
    );
}

#[test]
fn byte_order_marks_and_line_ends_change_nothing_and_other_encodings_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let sound =
        "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    let run = |bytes: &[u8]| {
        std::fs::write(place.path().join("mine.toml"), bytes).unwrap();
        offramp_in(
            place.path(),
            &["run", "mine.toml", "--trials", "500", "--no-files"],
        )
    };
    let plain = out(&run(sound.as_bytes()));
    assert!(plain.contains("(500 run)"));
    assert_eq!(
        out(&run(
            format!("\u{feff}{}", sound.replace('\n', "\r\n")).as_bytes()
        )),
        plain
    );
    for bytes in [
        &b"\xff\xfen\x00"[..],
        b"name = \"\xe9\"",
        b"",
        b"name = \"a\0b\"",
    ] {
        assert_eq!(run(bytes).status.code(), Some(65), "{bytes:?}");
    }
}

/// A megabyte of nonsense is told in a moment, and not at length.
#[test]
fn very_many_problems_are_reported_briefly_and_fast() {
    let place = tempfile::tempdir().unwrap();
    let sound =
        "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    let lines = |count: usize, line: &dyn Fn(usize) -> String| {
        (0..count).map(line).collect::<Vec<_>>().join("\n")
    };
    let keys = lines(60_000, &|at| format!("k{at} = 1"));
    let paths = lines(25_000, &|at| format!("\"actors.a.k{at}\" = 1"));
    for text in [
        format!("{keys}\n{sound}"),
        format!("{sound}[overrides]\n{paths}\n"),
    ] {
        std::fs::write(place.path().join("mine.toml"), text).unwrap();
        let begun = Instant::now();
        let output = offramp_in(place.path(), &["run", "mine.toml"]);
        assert_eq!(output.status.code(), Some(65));
        assert!(
            output.stderr.len() < 50_000,
            "{} bytes",
            output.stderr.len()
        );
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn a_missing_opening_does_not_hide_the_rest() {
    let place = tempfile::tempdir().unwrap();
    let text = "opps = 1\n[actors.a]\n[actors.b]\n[oops]\n";
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let told = err(&offramp_in(place.path(), &["run", "mine.toml"]));
    for says in [
        "must have `name`",
        "add a table [opening]",
        "unknown key `opps`",
        "unknown key `oops`",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
}

#[test]
fn a_path_without_quotes_is_understood_and_reported() {
    let place = tempfile::tempdir().unwrap();
    let sound =
        "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    std::fs::write(
        place.path().join("mine.toml"),
        format!("{sound}[overrides]\nactors.a.shock_of_surprise = 0.5\n"),
    )
    .unwrap();
    assert!(
        err(&offramp_in(place.path(), &["run", "mine.toml"])).contains("put the path in quotes")
    );
}
