//! The commands about scenarios, as their users meet them: `check`, `show`, `new`, `parameters`,
//! `list`.

use crate::common::language::SOUND;
use crate::common::program::{entries, err, offramp, offramp_in, out};

#[test]
fn check_names_every_file_and_fails_where_any_is_wrong() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("good.toml"), SOUND).unwrap();
    std::fs::write(
        place.path().join("bad.toml"),
        SOUND.replace("covert", "covet"),
    )
    .unwrap();
    let output = offramp_in(
        place.path(),
        &["check", "good.toml", "bad.toml", "gone.toml", "hotline"],
    );
    assert_eq!(output.status.code(), Some(65));
    assert_eq!(
        out(&output),
        "good.toml: sound\nbad.toml: 1 problem\ngone.toml: 1 problem\nhotline: sound\n"
    );
    assert!(err(&output).contains("covet") && err(&output).contains("gone.toml"));
    assert_eq!(
        offramp_in(place.path(), &["check", "good.toml"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(offramp(&["check"]).status.code(), Some(2));
}

/// A scenario resolved runs to the same bytes, whatever it was made of, and resolves to itself.
#[test]
fn what_show_prints_runs_to_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/");
    let files = [
        "a-default",
        "b-mediated",
        "d-armed-groups",
        "f-ladder",
        "g-doubt",
        "h-what-if",
        "j-costs",
    ];
    let mut scenarios: Vec<String> = files
        .iter()
        .map(|file| format!("{fixtures}{file}.toml"))
        .collect();
    scenarios
        .extend(["iran-pakistan-2024", "would-iran-strike", "reference-class"].map(str::to_owned));
    for scenario in scenarios {
        let settings = ["--set", "relations.trust={ uniform = [0.2, 0.7] }"];
        let shown = offramp_in(
            place.path(),
            &[&["show", &scenario], &settings[..]].concat(),
        );
        assert!(shown.status.success(), "{}", err(&shown));
        std::fs::write(place.path().join("shown.toml"), out(&shown)).unwrap();
        let run = |scenario: &str, settings: &[&str]| {
            let options = ["--trials", "2_000", "--format", "json", "--no-files"];
            let output = offramp_in(
                place.path(),
                &[&["run", scenario], &options[..], settings].concat(),
            );
            assert!(output.status.success(), "{}", err(&output));
            out(&output)
                .lines()
                .filter(|line| !line.contains("\"source\""))
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert_eq!(
            run("shown.toml", &[]),
            run(&scenario, &settings),
            "{scenario}"
        );
        // It states zeros that were idle for a reason, and nobody is warned of them.
        let checked = offramp_in(place.path(), &["check", "shown.toml"]);
        assert!(
            checked.status.success() && !err(&checked).contains("warning"),
            "{scenario}: {}",
            err(&checked)
        );
        let again = offramp_in(place.path(), &["show", "shown.toml"]);
        let body = |text: String| text.split_once("\nname = ").unwrap().1.to_owned();
        assert_eq!(body(out(&again)), body(out(&shown)), "{scenario}");
    }
}

#[test]
fn show_tells_what_differs_and_who_set_what() {
    let diff = out(&offramp(&[
        "show",
        "hotline",
        "--diff",
        "iran-pakistan-2024",
    ]));
    assert!(
        diff.contains("relations.crisis_communication  0.45 -> 0.9") && diff.lines().count() == 2,
        "{diff}"
    );
    assert!(out(&offramp(&["show", "--diff", "iran-pakistan-2024"])).contains("Nothing differs"));
    let who = out(&offramp(&[
        "show",
        "--arguments",
        "--set",
        "actors.iran.shock_of_surprise=0.5",
        "--without",
        "few-deaths",
    ]));
    for says in [
        "actors.iran.show_of_force = 0.7\n      default 0.3; project-strength + 0.4\n",
        "opening.publicity = 1\n      iran-pakistan-2024:",
        "actors.pakistan.affront = 0.08\n      default 0; openly-owned + 0.08\n",
        "default 0.12; --set = 0.5",
        "actors.iran.public_sensitivity = 0.48\n      default 0.6; measured-words x 0.8",
    ] {
        assert!(who.contains(says), "{says}\n{who}");
    }
    assert!(
        who.contains("  few-deaths (off)\n")
            && !who.contains("; few-deaths +")
            && !who.contains("choice_precision")
    );
}

#[test]
fn new_writes_a_scenario_that_runs_and_replaces_none() {
    let place = tempfile::tempdir().unwrap();
    let new = |arguments: &[&str]| offramp_in(place.path(), &[&["new"], arguments].concat());
    assert!(new(&["my-case"]).status.success());
    assert!(
        new(&["what-if.toml", "--extends", "my-case.toml"])
            .status
            .success()
    );
    for file in ["my-case.toml", "what-if.toml"] {
        let run = offramp_in(
            place.path(),
            &["run", file, "--trials", "500", "--no-files"],
        );
        assert!(
            run.status.success() && err(&run).is_empty(),
            "{}",
            err(&run)
        );
    }
    let before = std::fs::read(place.path().join("my-case.toml")).unwrap();
    let again = new(&["my-case"]);
    assert_eq!(again.status.code(), Some(73));
    assert!(err(&again).contains("is there already"));
    assert_eq!(
        std::fs::read(place.path().join("my-case.toml")).unwrap(),
        before
    );
    assert_eq!(entries(place.path()), 2);
}

/// Names that no new scenario gets, and what the refusal says.
const NO_NAMES: [(&str, &str); 10] = [
    ("My Case", "`offramp new my-case`"),
    ("X.TOML", "`offramp new x`"),
    ("x.TOML", "`offramp new x`"),
    (
        "-x",
        "a name begins with a letter or a digit: offramp new x\n",
    ),
    (
        "-My-Case.toml",
        "a name begins with a letter or a digit: offramp new my-case\n",
    ),
    (
        "a/b",
        "`a/b` is a path: the file is written in the folder that you are in",
    ),
    (
        "../b.toml",
        "change to the folder that it is for, then `offramp new b`",
    ),
    ("/b", "is a path"),
    ("..", "cannot be the name of a scenario"),
    ("", "cannot be the name of a scenario"),
];

#[test]
fn new_refuses_what_cannot_be_a_name_and_writes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let new = |arguments: &[&str]| offramp_in(place.path(), &[&["new"], arguments].concat());
    for (name, says) in NO_NAMES {
        let output = new(&[name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(
            err(&output).contains(says) && !err(&output).contains("-- -"),
            "{name}: {}",
            err(&output)
        );
    }
    assert!(err(&new(&["x", "--extend", "hotline"])).contains("--extends"));
    assert_eq!(new(&["x", "--extends", "nowhere"]).status.code(), Some(66));
    assert_eq!(entries(place.path()), 0);
}

#[test]
fn parameters_say_what_a_number_means_and_what_made_it_so() {
    let all = out(&offramp(&["parameters"]));
    assert!(
        all.find("actors.*.reciprocity").unwrap()
            < all.find("actors.*.reputation_for_resolve").unwrap(),
        "core first"
    );
    assert!(all.lines().all(|line| line.chars().count() <= 80));
    let one = out(&offramp(&[
        "parameters",
        "actors.pakistan.shock_of_surprise",
    ]));
    for says in [
        "range    0 to 2",
        "default  0.12",
        "perception",
        "actors.pakistan.shock_of_surprise = 0.2\n",
        "no-warning + 0.08",
    ] {
        assert!(one.contains(says), "{says}\n{one}");
    }
    let there = out(&offramp(&[
        "parameters",
        "actors.*.forewarning",
        "--scenario",
        "called-ahead",
    ]));
    assert!(
        there.contains("actors.iran.forewarning = 1")
            && there.contains("override in called-ahead:"),
        "{there}"
    );
    assert_eq!(offramp(&["parameters", "nonsense"]).status.code(), Some(2));
}

#[test]
fn a_scenario_without_a_command_gets_its_remedy() {
    for word in ["mine.toml", "hotline"] {
        let output = offramp(&[word]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            err(&output).contains(&format!("offramp run {word}")),
            "{}",
            err(&output)
        );
    }
}

#[test]
fn list_completions_and_manual() {
    let list = out(&offramp(&["list"]));
    assert!(
        list.contains("  hotline ") && list.lines().all(|line| line.chars().count() <= 80),
        "{list}"
    );
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(out(&offramp(&["completions", shell])).contains("offramp"));
    }
    let page = out(&offramp(&["man"]));
    assert!(
        page.contains(".TH")
            && page.contains("sweep") == out(&offramp(&["--help"])).contains("sweep")
    );
    assert!(page.contains("\\-\\-trials"));
}
