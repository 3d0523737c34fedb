//! What is legal but surely a mistake: told, and run all the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a test may panic and report

mod common;

use common::language::SOUND;
use common::program::{err, offramp_in, out};

/// A file that is legal but surely wrong: each warning once, with its place, and the run goes on.
#[test]
fn warnings_are_told_and_keep_nothing_from_being_run() {
    let place = tempfile::tempdir().unwrap();
    let argument =
        |id: &str, effect: &str| format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n{effect}\n");
    let text = [
        SOUND.replace("[actors.a]", "[actors.a]\nunauthorised = 1"),
        "[mediators.idle]\nleverage = { a = 0.4 }\n[mediators.weak]\nengages_per_day = 1\n[fronts.far]\nactor = \"a\"\n[spoilers.gone]\nvictim = \"a\"\n".to_owned(),
        argument("empty", ""),
        argument("nought", "add = { \"actors.a.sting\" = 0 }"),
        argument("hidden", "add = { \"actors.b.strain\" = 0.5 }"),
        argument("counts", "add = { \"actors.b.sting\" = 0.5 }"),
        "[overrides]\n\"actors.b.strain\" = 1\n\"relations.channel\" = 0.3\n".to_owned(),
    ]
    .concat();
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let output = offramp_in(place.path(), &["run", "mine.toml", "--trials", "200", "--no-files"]);
    assert!(output.status.success() && out(&output).contains("200 trials"));
    let told = err(&output);
    for says in [
        "`relations.channel` has this value already",
        "argument `empty` changes nothing",
        "argument `nought` changes nothing",
        "argument `hidden` changes nothing",
        "the mediator `idle` never engages",
        "the mediator `weak` has leverage on nobody",
        "the front `far` never opens",
        "the spoiler `gone` never attacks",
        "`a` as good as never steps down",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
    assert_eq!((told.matches("warning: ").count(), told.matches("--> mine.toml:").count()), (9, 9), "{told}");
    let check = offramp_in(place.path(), &["check", "mine.toml"]);
    assert!(check.status.success() && out(&check).contains("mine.toml: 9 warnings"));
}
