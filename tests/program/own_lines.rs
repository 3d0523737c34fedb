//! A text with an end of line in it makes no line of its own on the terminal, as a message of the
//! program would be.
#![cfg(unix)]

use std::path::Path;

use crate::common::program::{CASE, err, offramp_in, out};

/// What looks like a message of the program behind the end of a line.
const TWO_LINES: &str = "a\nerror: forged";

/// Runs words in which `@` stands for such a text; no line of what is shown begins with its second
/// line.
fn on_one_line(folder: &Path, words: &[&str]) {
    let words: Vec<String> = words
        .iter()
        .map(|word| word.replace('@', TWO_LINES))
        .collect();
    let output = offramp_in(
        folder,
        &words.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    for shown in [out(&output), err(&output)] {
        assert!(
            !shown
                .lines()
                .any(|line| line.trim_start().starts_with("error: forged")),
            "{words:?}: {shown}"
        );
    }
}

#[test]
fn no_name_makes_a_line_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    std::fs::write(folder.join("case.toml"), CASE).unwrap();
    std::fs::write(folder.join(format!("{TWO_LINES}.toml")), CASE).unwrap();
    let over = "extends = \"case.toml\"\nname = \"Two\"\n[overrides]\n\"relations.crisis_communication\" = 0.8\n";
    std::fs::write(folder.join(format!("o{TWO_LINES}.toml")), over).unwrap();
    for line in [
        "run @.toml --out r@",
        "run @.toml --out r@",
        "run o@.toml",
        "rerun r@/manifest.json",
        "rerun r@/manifest.json",
        "rerun r@/manifest.json --out r@",
        "rerun @.json",
        "compare @.toml o@.toml --out c@",
        "rerun c@/manifest.json",
        "compare case.toml --flipped --variant VARIANT",
        "sweep @.toml --vary relations.crisis_communication=0..1:2 --out s@",
        "rerun s@/manifest.json --out again@",
        "tip @.toml --vary relations.crisis_communication=0..1 --outcome wars --share 0.1",
        "why @.toml --later --full --out y@",
        "check @.toml o@.toml @",
        "show @.toml",
        "show o@.toml --arguments",
        "show @.toml --about",
        "show o@.toml --sources",
        "show o@.toml --as-written",
        "show @.toml --diff case.toml",
        "show o@.toml --diff @.toml",
        "parameters --scenario o@.toml",
        "parameters shock_of_surprise --scenario @.toml",
        "parameters @",
        "parameters actors.@.shock_of_surprise --scenario @.toml",
        "new w --extends @.toml",
        "check w.toml",
        "run @.toml --shard 1/1 --out p@",
        "merge p@/shard-1-of-1.json p@/shard-1-of-1.json",
        "merge p@/shard-1-of-1.json --out m@",
        "merge @.toml",
    ] {
        let variant = format!("{TWO_LINES}: --set relations.crisis_communication=0.2");
        let few = few(line);
        let words = line.split(' ').map(|word| {
            if word == "VARIANT" {
                variant.as_str()
            } else {
                word
            }
        });
        on_one_line(
            folder,
            &words.chain(few.split_whitespace()).collect::<Vec<_>>(),
        );
    }
}

/// What keeps a line short that runs something.
fn few(line: &str) -> &'static str {
    let command = line.split(' ').next().unwrap();
    if ["run", "compare", "sweep", "tip", "why"].contains(&command) {
        "--trials 40 --charts none"
    } else if command == "discover" {
        "--trials 64 --readings 100 --charts none"
    } else {
        ""
    }
}

#[test]
fn no_word_of_a_command_line_makes_a_line_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("case.toml"), CASE).unwrap();
    for command in
        "run compare sweep tip story why rank shake discover plot rerun merge check new parameters completions @"
            .split(' ')
    {
        for word in [
            "@",
            "--@",
            "-@",
            "--seed=@",
            "--set=@",
            "--set=relations.crisis_communication=@",
            "--vary=@",
            "--charts=@",
        ] {
            on_one_line(place.path(), &[command, word]);
            on_one_line(place.path(), &[command, "case.toml", word]);
        }
    }
}
