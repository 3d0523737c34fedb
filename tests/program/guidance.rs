//! What a scenario says to its readers beside its results: when it is printed, and when it would be
//! no longer true.

use crate::common::language::SOUND;
use crate::common::program::{err, json, line_in, offramp_in, out};

/// What a line prints, as one line of words.
#[track_caller]
fn told(place: &std::path::Path, line: &str) -> String {
    let output = line_in(place, line);
    assert!(output.status.success(), "{line}: {}", err(&output));
    out(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A sound scenario that says all that one can say.
fn talkative() -> String {
    format!(
        "summary = \"SUMMARY\"\nshows = \"SHOWS\"\ntry = [\"TRY\"]\ncritics = \"CRITICS\"\nquestions = [\"QUESTION\"]\n\
         hindsight = \"HINDSIGHT\"\n{SOUND}[expected]\nwar = [0, 1]\n[record]\noutcome = \"one-round\"\n\
         [arguments.x]\nclaim = \"CLAIM\"\nwho = \"WHO\"\ntheme = \"THEME\"\nnote = \"NOTE\"\n\
         add = {{ \"actors.a.stake\" = 0.1 }}\n"
    )
}

/// What is true of a case as it was written alone.
const OF_THE_CASE: [&str; 5] = ["SHOWS", "TRY", "CRITICS", "QUESTION", "Self-check"];

#[test]
fn guidance_is_printed_where_nothing_was_changed() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("case.toml"), talkative()).unwrap();
    let child = "extends = \"case.toml\"\nname = \"child\"\n";
    std::fs::write(place.path().join("child.toml"), child).unwrap();
    let few = "--trials 50 --no-files --full";
    let plain = told(place.path(), &format!("run case.toml {few}"));
    for says in OF_THE_CASE
        .iter()
        .chain(&["SUMMARY", "HINDSIGHT", "record"])
    {
        assert!(plain.contains(says), "{says}: {plain}");
    }
    let changed = format!("run case.toml {few} --set relations.trust=0.1");
    let changed = told(place.path(), &changed);
    let child = told(place.path(), &format!("run child.toml {few}"));
    for words in OF_THE_CASE.iter().chain(&["record"]) {
        assert!(!changed.contains(words), "{words}: {changed}");
        assert!(!child.contains(words), "{words}: {child}");
    }
    assert!(changed.contains("SUMMARY") && changed.contains("HINDSIGHT"));
    assert!(!child.contains("SUMMARY") && child.contains("HINDSIGHT"));
}

/// The concepts say what critics say and what a class may ask, in a run as they are.
#[test]
fn critics_and_questions_appear_in_the_run_of_a_concept() {
    let place = tempfile::tempdir().unwrap();
    let heads = ["What critics say. ", "Questions for a class - "];
    for (settings, appear) in [
        ("", true),
        ("--set relations.trust=0.1", false),
        ("--set horizon_days=90", false),
    ] {
        let line = format!("run angry-public --trials 50 --no-files --full {settings}");
        let told = told(place.path(), &line);
        for head in heads {
            assert_eq!(told.contains(head), appear, "{head}: {told}");
        }
    }
    for line in [
        "compare reference-class angry-public",
        "sweep angry-public --vary relations.trust=0..1:2",
        "tip angry-public --vary relations.trust=0..1 --outcome war --share 0.5",
    ] {
        let told = told(place.path(), &format!("{line} --trials 50 --no-files"));
        for head in heads {
            assert!(!told.contains(head), "{head}: {told}");
        }
    }
}

/// What the authors of the case knew stands under everything that is counted of it and of its
/// what-ifs.
#[test]
fn hindsight_appears_under_every_study_of_the_case_and_its_what_ifs() {
    let place = tempfile::tempdir().unwrap();
    let axis = "--vary relations.trust=0..1:2";
    let stretch = "--vary relations.trust=0..1 --outcome answer --share 0.5";
    for line in [
        "run",
        "run hotline",
        "run --set relations.trust=0.1",
        "compare iran-pakistan-2024 hotline",
        "compare hotline no-mediation",
        &format!("sweep {axis}"),
        &format!("sweep hotline {axis}"),
        &format!("tip {stretch}"),
        &format!("tip hotline {stretch}"),
        "rank",
        "rank hotline --shapley --by theme",
        "rank --numbers --full",
    ] {
        let told = told(place.path(), &format!("{line} --trials 50 --no-files"));
        let says = "The numbers are the authors' choices, made knowing how January 2024 ended.";
        assert_eq!(told.matches(says).count(), 1, "{line}: {told}");
    }
    std::fs::write(place.path().join("silent.toml"), SOUND).unwrap();
    let silent = told(place.path(), "run silent.toml --trials 50 --no-files");
    let says = "All numbers are choices of those who wrote the scenario.";
    assert!(silent.contains(says), "{silent}");
}

/// What happened is no measure of what might have: neither a what-if nor a changed case is held
/// against the record.
#[test]
fn a_record_is_judged_of_the_case_alone() {
    let few = ["--trials", "200"];
    let run = |arguments: &[&str]| json(&[&["run"], arguments, &few].concat());
    assert!(run(&[])["record"].is_object());
    for arguments in [
        &["--set", "relations.trust=0.1"][..],
        &["--without", "soft-target"],
        &["hotline"],
        &["hotline", "--set", "relations.trust=0.1"],
        &["would-iran-strike"],
    ] {
        assert!(run(arguments).get("record").is_none(), "{arguments:?}");
    }
    let place = tempfile::tempdir().unwrap();
    for (settings, has_record) in [("", true), ("--set relations.trust=0.1", false)] {
        let shown = out(&line_in(place.path(), &format!("show {settings}")));
        assert_eq!(shown.contains("record"), has_record, "{shown}");
        // Nor is it where what is shown is run as a case of its own.
        std::fs::write(place.path().join("shown.toml"), &shown).unwrap();
        let output = offramp_in(
            place.path(),
            &[
                &["run", "shown.toml", "--no-files", "--format", "json"][..],
                &few,
            ]
            .concat(),
        );
        let document: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        assert_eq!(document.get("record").is_some(), has_record);
    }
}

/// A record is no input: a comparison lists it only where two scenarios have different ones.
#[test]
fn a_record_that_one_side_lacks_is_no_difference() {
    let place = tempfile::tempdir().unwrap();
    for (name, record) in [
        ("none.toml", ""),
        ("one.toml", "[record]\noutcome = \"one-round\"\n"),
        ("other.toml", "[record]\noutcome = \"war\"\n"),
    ] {
        std::fs::write(place.path().join(name), format!("{SOUND}{record}")).unwrap();
    }
    for (one, other, differs) in [
        ("one.toml", "none.toml", false),
        ("none.toml", "one.toml", false),
        ("one.toml", "one.toml", false),
        ("one.toml", "other.toml", true),
    ] {
        let told = told(place.path(), &format!("show {one} --diff {other}"));
        assert_eq!(told.contains("record.outcome"), differs, "{told}");
    }
}

/// A note stands wherever a claim stands with whoever makes it; a list of claims to choose from has
/// neither.
#[test]
fn a_note_is_printed_with_claim_and_source() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("case.toml"), talkative()).unwrap();
    let shown = told(place.path(), "show case.toml --arguments");
    assert!(
        shown.contains("THEME (1) x CLAIM -- WHO Note: NOTE"),
        "{shown}"
    );
    let without = talkative().replace("note = \"NOTE\"\n", "");
    std::fs::write(place.path().join("case.toml"), without).unwrap();
    let shown = told(place.path(), "show case.toml --arguments");
    assert!(
        shown.contains("CLAIM") && !shown.contains("Note"),
        "{shown}"
    );
    std::fs::write(place.path().join("case.toml"), talkative()).unwrap();
    told(place.path(), "new mine --extends ./case.toml");
    let begun = std::fs::read_to_string(place.path().join("mine.toml")).unwrap();
    assert!(
        begun.contains("CLAIM") && !begun.contains("NOTE") && !begun.contains("WHO"),
        "{begun}"
    );
}
