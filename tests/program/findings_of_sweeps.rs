//! What sweeps say of what runs cannot tell, what never happened and what cannot happen, on the
//! program itself.

use crate::common::program::{err, json, line_in, out};
use serde_json::Value;

/// The document of a sweep, its title, and its table as one line.
fn sweep(options: &str) -> (Value, String, String) {
    let place = tempfile::tempdir().unwrap();
    let output = line_in(place.path(), &format!("sweep --out x {options}"));
    let file = |name: &str| std::fs::read_to_string(place.path().join("x").join(name)).unwrap();
    let svg = file("charts/sweep.svg");
    let title = svg
        .split_once("<title>")
        .unwrap()
        .1
        .split_once("</title>")
        .unwrap()
        .0
        .to_owned();
    let words = out(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(err(&output).is_empty(), "{}", err(&output));
    (
        serde_json::from_str(&file("sweep.json")).unwrap(),
        title,
        words,
    )
}

/// Two points that a title compares are run beside each other: that their own intervals overlap
/// says nothing.
#[test]
fn a_title_compares_points_on_the_same_luck() {
    let grid = "--vary actors.*.restraint=0.4..0.6:2 --vary relations.crisis_communication=0.4..0.6:2 --outcome answer";
    let (json, title, _) = sweep(&format!("{grid} --trials 150"));
    let beside = &json["beside"][0];
    let shown = |at: &Value| {
        let points = json["points"].as_array().unwrap();
        points.iter().find(|point| point["values"] == *at).unwrap()["shown"].clone()
    };
    let (least, most) = (shown(&beside["from"]), shown(&beside["to"]));
    assert!(
        least["high"].as_f64() > most["low"].as_f64(),
        "their own intervals overlap: {least} {most}"
    );
    assert!(
        beside["difference"]["low"].as_f64().unwrap() > 0.0,
        "{beside}"
    );
    let difference = most["mean"].as_f64().unwrap() - least["mean"].as_f64().unwrap();
    assert!(
        (beside["difference"]["value"].as_f64().unwrap() - difference).abs() < 2e-6,
        "whole millionths"
    );
    assert_eq!(beside["differ"], true);
    assert!(
        title
            .to_lowercase()
            .contains("first answers that use force"),
        "{title}"
    );
    assert!((compared(&beside["from"], &beside["to"]) - difference).abs() < 2e-6);
}

/// How far the shares of answers with force lie apart in a paired comparison of two points of that
/// grid.
fn compared(from: &Value, to: &Value) -> f64 {
    let settings = |at: &Value| {
        let (restraint, crisis_communication) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
        format!(
            "--set actors.*.restraint={restraint:?} --set relations.crisis_communication={crisis_communication:?}"
        )
    };
    let least = format!("least: {}", settings(from));
    let most = format!("most: {}", settings(to));
    let beside = [
        "compare",
        "iran-pakistan-2024",
        "--trials",
        "150",
        "--variant",
        &least,
        "--variant",
        &most,
    ];
    let document = json(&beside);
    let mean = |at: usize| {
        document["variants"][at]["means"]["answer"]["variant"]["mean"]
            .as_f64()
            .unwrap()
    };
    mean(1) - mean(0)
}

#[test]
fn what_runs_cannot_tell_is_no_change() {
    let (json, title, words) = sweep(
        "--vary relations.crisis_communication=0.5..0.51:2 --outcome several-rounds --trials 200",
    );
    let beside = json["beside"].as_array().unwrap();
    assert_eq!((&beside[0]["differ"], beside.len()), (&false.into(), 1));
    let says = "200 histories at each point cannot show whether histories of several rounds without war change as \
                crisis communication rises from 0.5 to 0.51: ";
    assert!(title.starts_with(says) && words.contains(says), "{title}");
    // That more die in a war changes histories, though none of what was asked for.
    let (json, title, _) =
        sweep("--vary rungs.war.deaths=20000..20010:2 --outcome fronts_opened --trials 300");
    assert_eq!(json["beside"][0]["same_histories"], false);
    let says = "300 histories at each point cannot show whether fronts opened change as median number of deaths (Full-scale war) rises \
                from 20000 to 20010: 0.3 and 0.3 a history";
    assert_eq!(title, says);
}

#[test]
fn what_runs_cannot_tell_is_no_finding() {
    let crisis_communication = "--vary relations.crisis_communication=0.5..0.51:2";
    let trust = "--vary relations.trust=0.5..0.51:2";
    let (_, title, _) = sweep(&format!(
        "{crisis_communication} {trust} --outcome several-rounds --trials 20"
    ));
    let says = [
        "Neither crisis communication nor trust changes histories of several rounds without war much: ",
        "20 histories in each cell cannot show a difference: ",
    ];
    assert!(says.iter().any(|says| title.contains(says)), "{title}");
    let half_life = "--vary dynamics.trust_half_life_days=50..100:2";
    let unused = format!("{half_life} --set relations.trust=0 --trials 50 --outcome answer");
    let (json, title, words) = sweep(&unused);
    assert_eq!(json["beside"][0]["same_histories"], true, "{title}");
    assert_eq!(
        title,
        "Half-life of lost trust in days changes none of 50 histories: first answers that use force are 48 of 50 histories throughout"
    );
    let bound = "In 50 trials no history differs, so below 7.2 % of all do.";
    assert!(words.contains(bound), "{words}");
}

/// An outcome, and how a title and a row name it; its mean, where it is a number.
type Named = (&'static str, &'static str, &'static str, Option<f64>);

/// What the inputs fix at 1, what they fix at 0, and what no trial met.
const NAMED: [Named; 3] = [
    (
        "opening",
        "First acts that use force are in all histories at every point: the inputs fix it",
        "0 no contact 50 always: the inputs fix it",
        Some(1.0),
    ),
    (
        "no-force",
        "“No force is used” cannot occur here, whatever crisis communication is: the opening uses force",
        "0 no contact cannot occur here: the opening uses force",
        None,
    ),
    (
        "unresolved",
        "No histories still going on at the end in 50 histories at each point, whatever crisis communication is",
        "0 no contact 0 none of 50: below 7.2 %",
        Some(0.0),
    ),
];

/// What is fixed at 1, fixed at 0, and never seen are three things.
#[test]
fn always_never_and_not_seen_are_distinguished() {
    for (outcome, title, row, mean) in NAMED {
        let (json, told, words) = sweep(&format!(
            "--vary relations.crisis_communication=0..1:2 --trials 50 --outcome {outcome}"
        ));
        assert_eq!(told, title);
        assert!(words.contains(row), "{words}");
        assert_eq!(json["points"][0]["shown"]["mean"].as_f64(), mean);
        assert_eq!(
            json["points"][0]["shown"]["reason"].is_null(),
            outcome == "unresolved"
        );
    }
    let place = tempfile::tempdir().unwrap();
    let one = "sweep --vary relations.crisis_communication=0..1:2 --outcome fronts_opened --trials 1 --no-files";
    let one = out(&line_in(place.path(), one));
    let asked = one
        .split_once("Fronts opened")
        .unwrap()
        .1
        .split_once("\n\n")
        .unwrap()
        .0;
    assert!(!asked.contains("cannot occur"), "{one}");
}

/// A crisis that the horizon cuts off has no day on which it ended.
#[test]
fn what_the_horizon_cuts_off_is_reported_beside_the_mean() {
    let days = "--vary 'actors.*.response_days=[3, 30, 300]' --outcome end_day --trials 200";
    let (_, _, words) = sweep(days);
    assert!(
        words.contains(" of 200 unresolved")
            && words.contains("unresolved at the horizon counts with the day of its last act"),
        "{words}"
    );
}

/// That a few trials are alike bounds what can differ, and no more; and of few trials it is said
/// that they are.
#[test]
fn few_trials_are_said_to_be_few() {
    let place = tempfile::tempdir().unwrap();
    let rare =
        "--vary fronts.india.opens_per_day=0.000001..0.000002 --outcome several-rounds --trials 5";
    let tip = out(&line_in(
        place.path(),
        &format!("tip --share 0.5 --out x {rare}"),
    ));
    let words = tip.split_whitespace().collect::<Vec<_>>().join(" ");
    let caveat = "With 5 trials intervals are wide, and some are not there.";
    assert!(
        words.contains(" none of 5 histories: ") && words.contains(caveat),
        "{words}"
    );
    assert!(
        words.contains("So of all histories below 52.2 % can differ."),
        "{words}"
    );
    let json: Value =
        serde_json::from_slice(&std::fs::read(place.path().join("x/tip.json")).unwrap()).unwrap();
    let most = json["answer"]["differ_at_most"].as_f64().unwrap();
    assert!((most - (1.0 - 0.025_f64.powf(0.2))).abs() < 1e-9, "{most}");
    let (_, _, words) = sweep(rare);
    let bound = "In 5 trials no history differs, so below 52.2 % of all do.";
    assert!(words.contains(caveat) && words.contains(bound), "{words}");
}

/// Heads of columns keep apart from each other.
#[test]
fn heads_of_outcomes_fit_their_columns() {
    let place = tempfile::tempdir().unwrap();
    let sweep = "sweep --vary relations.trust=0..1:2 --trials 50 --no-files --full";
    let output = line_in(place.path(), sweep);
    let text = out(&output);
    let (_, table) = text.split_once("in per cent\n").unwrap();
    let mut heads = table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    assert_eq!(
        heads.next().unwrap(),
        "no one each more all limited full not"
    );
    assert_eq!(
        heads.next().unwrap(),
        "force side once rounds wars war war over ±"
    );
}

/// A curve of eleven points is short: what was asked for, and no more.
#[test]
fn a_curve_is_short() {
    let place = tempfile::tempdir().unwrap();
    let sweep = "sweep --vary relations.trust=0..1 --trials 500";
    let text = out(&line_in(place.path(), sweep));
    assert!(text.lines().count() <= 24, "{text}");
    assert!(
        text.contains("the authors' choices") && text.contains("--full"),
        "{text}"
    );
}
