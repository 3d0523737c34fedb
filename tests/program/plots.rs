//! Charts that are drawn again from a stored result.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::common::program::{done_in, done_line_in, err, files, line_in, out, place_with_case};
use crate::common::sealed::resealed;

const TITLE: &str = "It could have gone otherwise";

/// A folder with a result in `r`, and no scenario any more.
fn place_with_result(options: &str) -> tempfile::TempDir {
    let place = place_with_case();
    done_line_in(
        place.path(),
        &format!("run case.toml --trials 400 --out r --quiet {options}"),
    );
    std::fs::remove_file(place.path().join("case.toml")).unwrap();
    place
}

/// The files of the result, without those that were drawn again.
fn result(place: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = files(&place.join("r"));
    all.retain(|name, _| !name.starts_with("plots/"));
    all
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn charts_are_drawn_again_without_their_scenario() {
    let place = place_with_result("--charts svg,png");
    let before = result(place.path());
    let listed = out(&done_line_in(place.path(), "plot r"));
    let plots = files(&place.path().join("r/plots"));
    let mut names: Vec<String> = listed.lines().map(str::to_owned).collect();
    names.sort();
    let paths: Vec<String> = plots.keys().map(|name| format!("r/plots/{name}")).collect();
    assert_eq!(names, paths);
    for (name, bytes) in &plots {
        assert_eq!(
            before.get(&format!("charts/{name}")),
            Some(bytes),
            "{name} is what the run drew"
        );
    }
    assert_eq!(plots.len() % 2, 0);
    assert_eq!(result(place.path()), before, "the result stays as it was");
    let quiet = done_line_in(place.path(), "plot r --quiet");
    assert!(quiet.stdout.is_empty() && quiet.stderr.is_empty());
}

#[test]
fn another_title_size_kind_and_choice() {
    let place = place_with_result("--charts none");
    let before = result(place.path());
    let plot = |words: &[&str]| done_in(place.path(), &[&["plot"], words].concat());
    plot(&["r", "--title", TITLE, "--charts", "svg"]);
    let outcomes = place.path().join("r/plots/outcomes.svg");
    assert!(text(&outcomes).contains(TITLE));
    assert!(!place.path().join("r/plots/outcomes.png").exists());
    let as_slide = text(&outcomes);

    let manifest = ["r/manifest.json", "--charts", "svg", "--title", TITLE];
    plot(
        &[
            &manifest[..],
            &["--for", "page", "--only", "outcomes", "--out", "page"],
        ]
        .concat(),
    );
    let page = files(&place.path().join("page"));
    assert_eq!(page.keys().collect::<Vec<_>>(), ["outcomes.svg"]);
    assert_ne!(page["outcomes.svg"], as_slide.as_bytes());

    // What is not drawn again stays, with its own title.
    let drawn = plot(&["r", "--only", "peak", "--charts", "png"]);
    assert_eq!(out(&drawn), "r/plots/peak.png\n");
    assert_eq!(err(&drawn), "");
    assert_eq!(text(&outcomes), as_slide);
    let again = plot(&["r", "--only", "outcomes,levels", "--charts", "svg"]);
    assert!(err(&again).contains("replaced the earlier charts"));
    assert_ne!(text(&outcomes), as_slide);
    assert!(place.path().join("r/plots/peak.png").exists());
    assert_eq!(result(place.path()), before);
}

#[test]
fn a_tip_with_crossings_is_read_again() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(
        place.path(),
        "tip --vary relations.crisis_communication=1..0 --outcome answer --share 0.88 \
         --trials 20_000 --out r --quiet",
    );
    let output = line_in(place.path(), "plot r");
    assert_ne!(output.status.code(), Some(65), "{}", err(&output));
}

#[test]
fn every_study_is_drawn_again_and_run_again() {
    let place = tempfile::tempdir().unwrap();
    for (line, chart) in [
        ("compare hotline spiral --flipped", "flips-spiral.svg"),
        ("sweep hotline --vary relations.trust=0..1:3", "sweep.svg"),
        ("shake hotline --readings 40", "shake.svg"),
        ("discover hotline --readings 200", "discover.svg"),
    ] {
        done_line_in(
            place.path(),
            &format!("{line} --trials 64 --charts svg --out r --quiet"),
        );
        done_line_in(place.path(), "plot r --charts svg");
        let charts = files(&place.path().join("r/charts"));
        assert_eq!(files(&place.path().join("r/plots")), charts);
        assert!(charts.contains_key(chart));
        done_line_in(place.path(), "rerun r/manifest.json");
        for name in ["study.json", "manifest.json"] {
            let [then, now] = ["r", "r-again"].map(|folder| place.path().join(folder).join(name));
            assert_eq!(text(&then), text(&now), "{name}");
        }
        std::fs::remove_dir_all(place.path().join("r")).unwrap();
        std::fs::remove_dir_all(place.path().join("r-again")).unwrap();
    }
}

/// Holds that a line is refused, and what is said; nothing is drawn.
#[track_caller]
fn assert_refused(place: &Path, line: &str, code: i32, says: &[&str]) {
    let output = line_in(place, line);
    let told = err(&output);
    assert_eq!(output.status.code(), Some(code), "{line}: {told}");
    assert!(told.contains("help: "), "{line}: {told}");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in says {
        assert!(told.contains(part), "{line}: {told}");
    }
    assert!(output.stdout.is_empty(), "{line}");
    assert!(!place.join("r/plots").exists(), "{line}");
}

#[test]
fn what_cannot_be_drawn_has_a_remedy() {
    let place = place_with_result("--charts none");
    for (line, code, says) in [
        (
            "plot nowhere",
            66,
            &["there is no result", "`offramp run`"][..],
        ),
        ("plot .", 66, &["there is no result", "`offramp run`"]),
        ("plot r/study.json", 65, &["r/study.json is no manifest"]),
        ("plot r --charts none", 2, &["nothing to draw"]),
        (
            "plot r --only outcome",
            2,
            &["no chart `outcome`", "did you mean `outcomes`?", "peak"],
        ),
        ("plot r --only xyzzy", 2, &["this result has outcomes"]),
    ] {
        assert_refused(place.path(), line, code, says);
    }
    std::fs::remove_file(place.path().join("r/study.json")).unwrap();
    assert_refused(
        place.path(),
        "plot r",
        66,
        &[
            "cannot read r/study.json",
            "`offramp rerun r/manifest.json`",
        ],
    );
}

/// The manifest of a result with another digest of its study, or with none, and a digest of its own
/// that fits.
fn seal(place: &Path, digest: Option<&str>) {
    let path = place.join("r/manifest.json");
    let kept: Vec<String> = text(&path)
        .lines()
        .filter(|line| !line.contains("\"study.json\"") || digest.is_some())
        .map(|line| match digest {
            Some(digest) if line.contains("\"study.json\"") => {
                format!("    \"study.json\": \"{digest}\",")
            }
            _ => line.to_owned(),
        })
        .collect();
    std::fs::write(&path, resealed(&(kept.join("\n") + "\n"))).unwrap();
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let digits: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}

#[test]
fn a_study_that_was_changed_is_refused() {
    let place = place_with_result("--charts none");
    let path = place.path().join("r/study.json");
    let study = text(&path);
    let remedy = "`offramp rerun r/manifest.json`";
    std::fs::write(&path, study.clone() + " ").unwrap();
    assert_refused(
        place.path(),
        "plot r",
        65,
        &["study.json was changed or damaged since", remedy],
    );
    // Whoever changes the digest in the manifest as well.
    let read: Value = serde_json::from_str(&study).unwrap();
    let forged = |pointer: &str, value: Value| {
        let mut forged = read.clone();
        *forged.pointer_mut(pointer).unwrap() = value;
        forged.to_string()
    };
    for (text, says) in [
        (forged("/form", 99.into()), "has form 99"),
        (forged("/study", Value::Null), "is no study"),
        (
            forged("/study/run/findings/trials", 401.into()),
            "of a whole number of trials",
        ),
        (forged("/study/run/seed", 7.into()), "another result"),
        (
            forged("/study/run/subject/ladder/off_ramp", 99.into()),
            "no such rung",
        ),
    ] {
        std::fs::write(&path, &text).unwrap();
        seal(place.path(), Some(&sha256(&text)));
        assert_refused(place.path(), "plot r", 65, &[says, remedy]);
    }
    seal(place.path(), None);
    assert_refused(
        place.path(),
        "plot r",
        66,
        &["older version of offramp", remedy],
    );
}

#[test]
fn nobodys_file_gives_way_to_a_chart() {
    let place = place_with_result("--charts none");
    let plots = place.path().join("r/plots");
    std::fs::create_dir(&plots).unwrap();
    std::fs::write(plots.join("peak.svg"), "mine").unwrap();
    let output = line_in(place.path(), "plot r");
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(err(&output).contains("no run wrote it"), "{}", err(&output));
    assert_eq!(text(&plots.join("peak.svg")), "mine");
    assert!(!plots.join("outcomes.svg").exists());
    // A result gives way to no chart.
    let before = result(place.path());
    let output = line_in(place.path(), "plot r --out r");
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(err(&output).contains("holds a run"), "{}", err(&output));
    assert_eq!(result(place.path()), before);
}
