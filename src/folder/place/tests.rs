//! Every result has a place of its own.

use std::collections::BTreeSet;

use super::*;
use crate::scenario::Settings;
use crate::scenario::testing::shipped;

fn run(source: &str, changes: &[&str]) -> String {
    let mut scenario = Scenario::shipped("hotline", &Settings::default()).unwrap();
    scenario.changes = changes.iter().map(|&change| change.to_owned()).collect();
    source.clone_into(&mut scenario.source);
    Destination::of_run(&scenario).folder
}

/// Without the digest that stands behind it.
fn hashed(folder: &str) -> &str {
    let (name, digest) = folder.rsplit_once('-').unwrap();
    assert!(
        digest.len() == DIGITS && digest.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{folder}"
    );
    name
}

#[test]
fn plain_names_are_what_they_are_of() {
    for (source, changes, folder) in [
        ("iran-pakistan-2024", &[][..], "iran-pakistan-2024"),
        ("my-case.toml", &[], "my-case"),
        ("./my-case.toml", &[], "my-case"),
        ("././/my-case.toml", &[], "my-case"),
        (
            "hotline",
            &[
                "without china-counsels",
                "relations.crisis_communication = 0.9",
            ],
            "hotline--without-china-counsels,relations.crisis_communication=0.9",
        ),
        (
            "hotline",
            &["actors.*.restraint = 1"],
            "hotline--actors.+.restraint=1",
        ),
    ] {
        assert_eq!(run(source, changes), folder);
    }
}

#[test]
fn what_a_name_cannot_tell_stands_behind_it_as_a_digest() {
    for (source, changes, folder) in [
        ("My Case.toml", &[][..], "my-case"),
        ("spiral.toml", &[], "spiral"), // there is a shipped one
        ("sub/spiral.toml", &[], "spiral"),
        ("a/mine.toml", &[], "mine"),
        ("con.toml", &[], "scenario-con"),
        ("lpt1.toml", &[], "scenario-lpt1"),
        ("compare-hotline.toml", &[], "compare-hotline"),
        ("mine-again.toml", &[], "mine-again"),
        ("a--without-x.toml", &[], "a--without-x"),
        ("../../home/x", &[], "home-x"),
        ("\u{62c}\u{646}\u{6af}.toml", &[], "scenario"),
        (
            "hotline",
            &["relations.trust = { uniform = [0.2, 0.8] }"],
            "hotline--relations.trust=-uniform=-0.2-0.8",
        ),
        (
            "hotline",
            &["relations.crisis_communication = 1."],
            "hotline--relations.crisis_communication=1",
        ),
    ] {
        assert_eq!(hashed(&run(source, changes)), folder);
    }
}

/// On no file system: what differs in case only is one there.
#[test]
fn no_two_results_share_a_folder() {
    let long = "x".repeat(300);
    let sources = [
        "spiral",
        "spiral.toml",
        "sub/spiral.toml",
        "other/spiral.toml",
        "/sub/spiral.toml",
        "My Case.toml",
        "my-case.toml",
        "MY-CASE.toml",
        "my case.toml",
        "my_case.toml",
        "\u{62c}\u{646}\u{6af}.toml",
        "\u{548c}\u{5e73}.toml",
        "con.toml",
        "scenario-con.toml",
        "scenario.toml",
        ".toml",
        "....toml",
        "a--without-x.toml",
        "a.toml",
        "a-again.toml",
        "shards-a.toml",
        &format!("{long}.toml"),
        &format!("{long}y.toml"),
    ];
    let changes: [&[&str]; 9] = [
        &[],
        &["without x"],
        &["without x", "without y"],
        &["without x,without-y"],
        &["a = 1"],
        &["a = 1", "without x"],
        &["a = [1]"],
        &["a = {1}"],
        &[
            "a = 1", "b = 2", "c = 3", "d = 4", "e = 5", "f = 6", "g = 7", "h = 8", "i = 9",
            "j = 10", "k = 1",
        ],
    ];
    let mut folders = BTreeSet::new();
    for source in sources {
        for changes in changes {
            let folder = run(source, changes);
            assert!(folder.len() <= MOST_BYTES, "{folder}");
            assert!(
                folder.bytes().all(|byte| byte.is_ascii_lowercase()
                    || byte.is_ascii_digit()
                    || b"-._,=+".contains(&byte)),
                "{folder}"
            );
            assert!(!folder.ends_with('.') && !folder.starts_with('.'));
            assert!(
                folders.insert(folder.clone()),
                "{folder} of {source} {changes:?}"
            );
        }
    }
}

/// The folder of a comparison of `hotline` with these variants.
fn compared(variants: &[(&str, Scenario)]) -> String {
    let variants: Vec<_> = variants
        .iter()
        .map(|(name, scenario)| ((*name).to_owned(), scenario.clone()))
        .collect();
    Destination::of_comparison(&shipped("hotline", &[]), &variants).folder
}

#[test]
fn comparisons_tell_what_was_compared() {
    let spiral = || ("spiral", shipped("spiral", &[]));
    assert_eq!(compared(&[spiral()]), "compare-hotline--spiral");
    let no_mediation = ("no-mediation", shipped("no-mediation", &[]));
    assert_eq!(
        compared(&[spiral(), no_mediation]),
        "compare-hotline--spiral,no-mediation"
    );
    let labelled = |value: &str| {
        compared(&[(
            "a call",
            shipped("hotline", &[("relations.crisis_communication", value)]),
        )])
    };
    assert_eq!(hashed(&labelled("0.9")), "compare-hotline--a-call");
    assert_ne!(
        labelled("0.9"),
        labelled("0.8"),
        "a label may stand for anything"
    );
}

/// However little apart, other values are another sweep.
#[test]
fn sweeps_of_other_values_have_other_places() {
    let base = shipped("hotline", &[]);
    let nearly =
        |middle: f64| Axis::list("relations.crisis_communication", vec![0.0, middle, 1.0]).unwrap();
    let spread =
        |log: bool| Axis::spread("relations.crisis_communication", 0.1, 1.0, 2, log).unwrap();
    let all = [
        nearly(0.5),
        nearly(0.5 + 1e-7),
        nearly(0.5 - 1e-7),
        nearly(0.5 + f64::EPSILON),
        spread(true),
        spread(false),
    ];
    let places: Vec<_> = all
        .iter()
        .map(|axis| Destination::of_sweep(&base, std::slice::from_ref(axis), "wars"))
        .collect();
    assert_eq!(
        places
            .iter()
            .map(|place| &place.folder)
            .collect::<BTreeSet<_>>()
            .len(),
        all.len()
    );
    assert_eq!(
        places
            .iter()
            .map(|place| &place.what)
            .collect::<BTreeSet<_>>()
            .len(),
        all.len()
    );
}

#[test]
fn studies_tell_what_was_studied() {
    let base = shipped("hotline", &[]);
    let even = Axis::spread("relations.crisis_communication", 0.0, 1.0, 3, false).unwrap();
    let bent = Axis::list("relations.crisis_communication", vec![0.0, 0.1, 1.0]).unwrap();
    let swept = |axes: &[Axis]| Destination::of_sweep(&base, axes, "wars").folder;
    assert_eq!(
        swept(std::slice::from_ref(&even)),
        "sweep-hotline--relations.crisis_communication=0..1x3,wars"
    );
    assert_eq!(
        hashed(&swept(&[bent])),
        "sweep-hotline--relations.crisis_communication=0..1x3,wars"
    );
    assert_eq!(Destination::of_why(&base).folder, "why-hotline");
    let tip = Destination::of_tip(&base, &even, "wars", 0.05);
    assert_eq!(
        tip.folder,
        "tip-hotline--relations.crisis_communication=0..1,wars,0.05"
    );
    let told = |choice| Destination::of_story(&base, choice, None).folder;
    assert_eq!(told(StoryChoice::Usual), "story-hotline");
    assert_eq!(told(StoryChoice::Trial(21)), "story-hotline--trial-21");
    let against = Destination::of_story(
        &base,
        StoryChoice::LikeRecord,
        Some(("no-mediation", &base)),
    );
    assert_eq!(
        hashed(&against.folder),
        "story-hotline--like-record,no-mediation"
    );
    assert_eq!(
        Destination::of_run(&base).of_shards().folder,
        "shards-hotline"
    );
}

/// However its path is written.
#[test]
fn a_file_has_one_place() {
    for (one, other) in [
        ("x.toml", "././x.toml"),
        ("a/x.toml", "./a//./x.toml"),
        ("../x.toml", ".././x.toml"),
    ] {
        assert_eq!(run(one, &[]), run(other, &[]));
    }
}

/// A long name stays within its limit in front of which something is put, too, and two of them stay
/// two.
#[test]
fn shards_of_a_long_name_have_a_name_of_the_same_length() {
    let path = "actors.pakistan.misperception_of_all_that_happens";
    let sweep = |to: f64| {
        let base = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
        let axis = Axis::spread(path, 0.0, to, 5, false).unwrap();
        Destination::of_sweep(&base, &[axis], "wars")
            .of_shards()
            .folder
    };
    assert!(
        sweep(0.5).len() <= MOST_BYTES && sweep(0.5).starts_with("shards-sweep-"),
        "{}",
        sweep(0.5)
    );
    assert_ne!(sweep(0.5), sweep(0.6));
}
