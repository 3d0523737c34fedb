//! Which argument carries how much, on the program itself.

use crate::common::program::{done_in, done_line_in, err, files, line_in, offramp_in, out};

/// Lines of a screen.
const SCREEN: usize = 24;

fn json_of(folder: &std::path::Path) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join("rank.json")).unwrap()).unwrap()
}

/// The verdict names the argument that carries most, its author, and what changes without it; the
/// largest change comes first.
#[test]
fn leaving_out_each_argument_ranks_them() {
    let place = tempfile::tempdir().unwrap();
    let output = done_line_in(place.path(), "rank --trials 3_000 --out r");
    let words = out(&output);
    assert!(words.lines().count() <= SCREEN, "{words}");
    assert!(
        words.lines().all(|line| line.chars().count() <= 80),
        "{words}"
    );
    let flowing = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "A teaching model. Not a forecast.",
        "The argument that holds war back most: “",
        "Hold war back. Without each, so many more of 100 histories:",
        "Push towards war. Without each, so many fewer of 100 histories:",
        "offramp rank --numbers numbers that no argument sets may weigh more",
        "Without it wars rise from 8 to ",
        "where Iran may choose, it opens with force in ",
        "offramp rank --shapley --by theme",
        "offramp run --without ",
    ] {
        assert!(flowing.contains(says), "{says}\n{words}");
    }
    let json = json_of(&place.path().join("r"));
    let changes: Vec<f64> = json["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["change"]["value"].as_f64().unwrap().abs())
        .collect();
    assert!(changes.len() > 30, "{}", changes.len());
    assert!(changes.is_sorted_by(|one, next| one >= next), "{changes:?}");
    let first = &json["left_out"][0];
    let [with, without, change] = [
        &json["as_it_is"]["mean"],
        &first["without"]["mean"],
        &first["change"]["value"],
    ]
    .map(|number| number.as_f64().unwrap());
    assert!((without - with - change).abs() < 1e-9);
    // Every argument that counts is ranked or changes nothing.
    let ids = |key: &str| json[key].as_array().unwrap().len();
    assert_eq!(ids("left_out") + ids("idle"), 45);
    assert!(!json["opening"]["left_out"].as_array().unwrap().is_empty());
}

/// What one that is left out changes is what a comparison says of it.
#[test]
fn a_change_is_that_of_a_comparison() {
    let place = tempfile::tempdir().unwrap();
    done_line_in(
        place.path(),
        "rank --trials 2_000 --out r --quiet --charts none",
    );
    let json = json_of(&place.path().join("r"));
    let first = &json["left_out"][0];
    let id = first["id"].as_str().unwrap();
    let line = format!(
        "compare iran-pakistan-2024 --variant 'it: --without {id}' --trials 2_000 --out c --quiet --charts none"
    );
    done_line_in(place.path(), &line);
    let sheet = std::fs::read_to_string(place.path().join("c/differences.csv")).unwrap();
    let row = sheet
        .lines()
        .find(|line| line.split(',').any(|cell| cell == "wars"))
        .unwrap();
    let change = first["change"]["value"].as_f64().unwrap();
    let has = row
        .split(',')
        .filter_map(|cell| cell.parse::<f64>().ok())
        .any(|number| (number - change).abs() < 1e-9);
    assert!(has, "{change}: {row}");
}

/// What all add adds up to the step from none to all: over all subsets, and over orders.
#[test]
fn a_split_adds_up() {
    let place = tempfile::tempdir().unwrap();
    for (line, folder) in [
        ("rank --shapley --by theme --trials 400 --out t", "t"),
        ("rank --shapley --orders 5 --trials 300 --out a", "a"),
        (
            "rank --shapley --by theme --outcome end_day --trials 90 --out d",
            "d",
        ),
    ] {
        let words = out(&done_line_in(place.path(), line));
        assert!(words.lines().count() <= SCREEN, "{words}");
        let json = json_of(&place.path().join(folder));
        let sum: f64 = json["split"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["adds"]["value"].as_f64().unwrap())
            .sum();
        let [none, all] =
            [&json["none"]["mean"], &json["as_it_is"]["mean"]].map(|mean| mean.as_f64().unwrap());
        assert!(
            (sum - (all - none)).abs() < 1e-6,
            "{line}: {sum} {none} {all}"
        );
    }
}

#[test]
fn numbers_are_moved_either_way() {
    let place = tempfile::tempdir().unwrap();
    let words = out(&done_line_in(
        place.path(),
        "rank --numbers --trials 500 --out n",
    ));
    assert!(words.lines().count() <= SCREEN, "{words}");
    let flowing = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "a fifth less, and wars ",
        "a fifth less a fifth more Limited or full-scale war, of 100; ",
        "; baseline ",
        "Its meaning: ",
        "No argument sets it; it is a default of the model.",
    ] {
        assert!(flowing.contains(says), "{says}: {words}");
    }
    let json = json_of(&place.path().join("n"));
    assert!(json["numbers"].as_array().unwrap().len() > 50);
}

/// For any number of threads the files are the same bytes; they are made again from the manifest,
/// and their charts are drawn again.
#[test]
fn a_ranking_is_made_again_to_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    for (name, line) in [
        ("l", "rank hotline --trials 300"),
        ("s", "rank --shapley --by theme --trials 200"),
        ("o", "rank --shapley --orders 3 --trials 120"),
        (
            "n",
            "rank pure-tit-for-tat --numbers --trials 200 --outcome force",
        ),
    ] {
        done_line_in(
            place.path(),
            &format!("{line} --seed 5 --out {name} --quiet --threads 2"),
        );
        let manifest = format!("{name}/manifest.json");
        let told = out(&done_in(
            place.path(),
            &["rerun", &manifest, "--threads", "1"],
        ));
        assert!(told.contains("the same bytes"), "{told}");
        let again = files(&place.path().join(format!("{name}-again")));
        assert!(files(&place.path().join(name)) == again, "{name}");
        done_in(place.path(), &["plot", name, "--charts", "svg", "--quiet"]);
        let drawn = std::fs::read(place.path().join(name).join("plots/rank.svg")).unwrap();
        let before = std::fs::read(place.path().join(name).join("charts/rank.svg")).unwrap();
        assert!(drawn == before, "{name}");
    }
}

/// What cannot be ranked is refused with its remedy, before anything is run.
#[test]
fn what_cannot_be_ranked_is_refused() {
    let place = tempfile::tempdir().unwrap();
    for (line, says, code) in [
        (
            "rank reference-class",
            "the scenario has no arguments to rank",
            2,
        ),
        ("rank --set arguments.*=0", "all are switched off", 2),
        ("rank --numbers --by theme", "not by theme", 2),
        ("rank --shapley --numbers", "cannot be used with", 2),
        ("rank --outcome warz", "warz", 2),
        ("rank nowhere", "there is no shipped scenario `nowhere`", 66),
        ("rank --set relations.trust=7", "relations.trust", 65),
        ("rank --trials 1_000_000_000_000", "are too many", 2),
    ] {
        let output = line_in(place.path(), line);
        let told = err(&output);
        assert!(told.contains(says), "{line}: {told}");
        assert_eq!(output.status.code(), Some(code), "{line}: {told}");
    }
    let written = offramp_in(place.path(), &["rank", "reference-class"]);
    assert!(!written.status.success() && !place.path().join("results").exists());
}

/// No command is advised that would fail: a scenario without arguments has none to leave out.
#[test]
fn no_command_that_fails_is_advised() {
    let place = tempfile::tempdir().unwrap();
    let line = "rank angry-public --numbers --trials 200 --no-files";
    let words = out(&done_line_in(place.path(), line));
    assert!(words.contains("shake angry-public"), "{words}");
    assert!(!words.contains("rank angry-public"), "{words}");
}

#[test]
fn one_trial_is_shown() {
    let place = tempfile::tempdir().unwrap();
    for more in [
        "",
        " --shapley --by theme",
        " --numbers",
        " --by theme",
        " --full",
    ] {
        let line = format!("rank --trials 1 --no-files{more}");
        let words = out(&done_line_in(place.path(), &line));
        assert!(words.contains("1 history"), "{words}");
        assert!(
            words.lines().all(|line| line.chars().count() <= 80),
            "{words}"
        );
    }
}
