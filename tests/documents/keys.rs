//! The JSON documents have exactly their keys: of a run, a comparison, a sweep and a tip, on the
//! program itself.

use std::collections::BTreeSet;

use crate::common::program::json;
use offramp::quantities::Quantity;
use offramp::sim::Outcome;
use offramp::tally::Pair;
use serde_json::Value;

/// The keys with which every document begins once its scenarios are named.
const COMMON: [&str; 5] = ["seed", "seed_text", "stream_version", "trials", "complete"];

/// What a run says beside the keys of all documents.
const RUN: [&str; 12] = [
    "outcomes",
    "wars",
    "peak",
    "first_act",
    "no_first_act",
    "first_answer",
    "no_first_answer",
    "means",
    "deaths",
    "levels",
    "record",
    "why",
];

/// The default ladder.
const RUNGS: [&str; 9] = [
    "calm",
    "protest",
    "downgrade",
    "posture",
    "covert",
    "strike-militants",
    "strike-military",
    "campaign",
    "war",
];

/// The keys in the order of the document.
pub fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// The keys of a document: what it is of, what all have, and its own.
pub fn expected<'k>(of: &[&'k str], own: &[&'k str]) -> Vec<&'k str> {
    [&["purpose"], of, &COMMON, own].concat()
}

#[test]
fn a_run_has_exactly_its_keys() {
    let run = json(&["run", "--trials", "2_000"]);
    assert_eq!(keys(&run), expected(&["scenario"], &RUN));
    assert_eq!(run["purpose"], "A teaching model. Not a forecast.");
    assert_eq!(keys(&run["scenario"]), ["name", "source", "sha256"]);
    assert_eq!(run["scenario"]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(
        (&run["trials"], &run["complete"]),
        (&Value::from(2000), &Value::from(true))
    );
    assert_eq!(keys(&run["outcomes"]), Outcome::ALL.map(Outcome::name));
    // The force of the two sides stands under one key.
    let means: BTreeSet<&str> = Quantity::reported().map(Quantity::name).collect();
    assert_eq!(BTreeSet::from_iter(keys(&run["means"])), means);
    assert_eq!(keys(&run["means"]["acts"]), ["mean", "low", "high"]);
    assert_eq!(keys(&run["means"]["force"]), ["iran", "pakistan"]);
    assert_eq!(keys(&run["deaths"]), ["p05", "p25", "p50", "p75", "p95"]);
    assert_eq!(keys(&run["deaths"]["p50"]), ["value", "low", "high"]);
    assert_eq!(keys(&run["record"]), ["all", "facts"]);
    assert_eq!(keys(&run["record"]["all"]), ["share", "low", "high"]);
    assert_eq!(
        keys(&run["record"]["facts"]),
        ["outcome", "peak", "first_answer", "end_day", "deaths"]
    );
    assert_eq!(
        keys(&run["record"]["facts"]["deaths"]),
        ["share", "low", "high"]
    );
}

#[test]
fn a_share_has_a_reason_where_it_is_not_known() {
    let run = json(&["run", "--trials", "2_000"]);
    for list in ["peak", "first_act", "first_answer"] {
        assert_eq!(keys(&run[list]), RUNGS, "{list}");
        for (rung, entry) in run[list].as_object().unwrap() {
            let is_known = ["share", "low", "high"]
                .iter()
                .all(|key| !entry[key].is_null());
            let expected: &[&str] = if is_known && entry["low"] != entry["high"] {
                &["share", "low", "high"]
            } else {
                &["share", "low", "high", "reason"]
            };
            assert_eq!(keys(entry), expected, "{list} {rung}");
        }
    }
}

#[test]
fn levels_are_the_shares_of_no_crisis_and_of_all_rungs_on_every_day() {
    let run = json(&["run", "--trials", "2_000"]);
    let levels = run["levels"].as_array().unwrap();
    assert_eq!(levels.len(), 91);
    for day in levels {
        let shares = day.as_array().unwrap().iter();
        let shares: Vec<f64> = shares.map(|share| share.as_f64().unwrap_or(0.0)).collect();
        assert_eq!(shares.len(), 10);
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
    assert!(
        levels[0][0].is_null() && levels[1][0].is_number() && levels[1][1].is_null(),
        "a level that cannot occur is null"
    );
}

#[test]
fn a_comparison_has_exactly_its_keys() {
    let compare = json(&[
        "compare",
        "iran-pakistan-2024",
        "hotline",
        "--trials",
        "2_000",
        "--flipped=2",
    ]);
    assert_eq!(keys(&compare), expected(&["base"], &["variants"]));
    let variant = &compare["variants"][0];
    assert_eq!(
        keys(variant),
        [
            "name", "scenario", "inputs", "outcomes", "wars", "means", "flips", "changed",
            "flipped"
        ]
    );
    assert_eq!(keys(&variant["outcomes"]), Outcome::ALL.map(Outcome::name));
    assert_eq!(keys(&variant["means"]), Pair::MEANS.map(Quantity::name));
    let base = &variant["flipped"][0]["parting"]["base"];
    assert_eq!(
        keys(base),
        [
            "day",
            "actor",
            "provocation",
            "chances",
            "draw",
            "rung",
            "overridden"
        ]
    );
    let chances = base["chances"].as_array().unwrap().iter();
    let sum: f64 = chances.map(|chance| chance.as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

#[test]
fn a_sweep_has_exactly_its_keys() {
    let sweep = json(&[
        "sweep",
        "--vary",
        "relations.crisis_communication=[0.1, 0.2]",
        "--trials",
        "500",
    ]);
    assert_eq!(
        keys(&sweep),
        expected(&["scenario"], &["axes", "beside", "points"])
    );
    let beside = [
        "from",
        "to",
        "quantity",
        "difference",
        "differ",
        "same_histories",
    ];
    assert_eq!(keys(&sweep["beside"][0]), beside);
}

#[test]
fn a_tip_has_exactly_its_keys() {
    let asked = [
        "--vary",
        "relations.crisis_communication=0..1",
        "--outcome",
        "wars",
        "--share",
        "0.08",
    ];
    let tip = json(&[&["tip"], &asked[..], &["--trials", "500"]].concat());
    let own = ["path", "outcome", "share", "answer", "crossings", "looks"];
    assert_eq!(keys(&tip), expected(&["scenario"], &own));
}
