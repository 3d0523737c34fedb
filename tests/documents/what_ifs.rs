//! What-ifs: paired comparisons, sweeps and tips, against single runs, against many seeds, and on
//! the program itself.

mod intervals;

use std::fmt::Write;
use std::sync::atomic::AtomicBool;

use crate::common::program::{json, offramp, out};
use offramp::ensemble::{self, Plan, Watch};
use offramp::numerals::times;
use offramp::report::words::changed_of;
use offramp::scenario::library::{Family, SHIPPED};
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::study::Comparison;
use offramp::tally::Paired;
use serde_json::Value;

fn shipped(name: &str) -> Scenario {
    Scenario::shipped(name, &Settings::default()).unwrap()
}

fn paired(base: &Scenario, variant: &Scenario, seed: u64, trials: u64) -> Paired {
    let stop = AtomicBool::new(false);
    let watch = Watch {
        progress: &|_| (),
        stop: &stop,
    };
    ensemble::run_paired(
        &[&base.model, &variant.model],
        &Plan::new(seed, trials),
        &watch,
    )
    .unwrap()
}

fn compared(base: &Scenario, variant: &Scenario, seed: u64, trials: u64) -> Comparison {
    let identical = base.differences(variant).is_empty();
    let models = [&base.model, &variant.model];
    Comparison::new(&models, &paired(base, variant, seed, trials), &[identical]).unwrap()
}

#[test]
fn identical_inputs_give_exact_zeros() {
    let base = shipped("hotline");
    let comparison = compared(&base, &base.clone(), 3, 5_000);
    let variant = &comparison.variants[0];
    assert_eq!((variant.changed, variant.changes), (0, [0; 4]));
    for contrast in &variant.outcomes {
        assert_eq!(contrast.difference.value, 0.0);
        assert!(
            contrast
                .difference
                .ends()
                .is_none_or(|interval| interval == (0.0, 0.0))
        );
    }
    for contrast in &variant.means {
        assert_eq!(contrast.difference.value, 0.0);
        assert!(
            contrast
                .difference
                .ends()
                .is_none_or(|interval| interval == (0.0, 0.0))
        );
    }
    let told = out(&offramp(&[
        "compare",
        "hotline",
        "hotline",
        "--trials",
        "2_000",
        "--no-files",
    ]));
    assert!(
        told.contains("no input differs") && told.contains("With “hotline” nothing changes."),
        "{told}"
    );
}

/// The share in an estimate of a document.
fn share(estimate: &Value) -> f64 {
    estimate["share"].as_f64().unwrap()
}

/// The sum of the counts in an object of a document.
fn sum(counts: &Value) -> u64 {
    counts
        .as_object()
        .unwrap()
        .values()
        .map(|count| count.as_u64().unwrap())
        .sum()
}

/// Holds that the difference of an outcome in a comparison of 6,000 trials is that of its shares,
/// and that its flips add up.
fn agrees_with_itself(variant: &Value, outcome: &str) {
    let entry = &variant["outcomes"][outcome];
    if entry["difference"]["value"].is_null() {
        assert_eq!(entry["base"]["reason"], "the opening uses force");
        return;
    }
    let difference = entry["difference"]["value"].as_f64().unwrap();
    assert!(
        (share(&entry["variant"]) - share(&entry["base"]) - difference).abs() < 1e-12,
        "{outcome}"
    );
    assert_eq!(
        sum(&variant["flips"][outcome]),
        (share(&entry["base"]) * 6000.0).round() as u64
    );
}

/// Each side of a comparison is the single run, its flips add up, and its differences are those of
/// the shares.
#[test]
fn a_comparison_agrees_with_single_runs_and_with_itself() {
    let options = ["--trials", "6_000", "--seed", "5"];
    let variant = [
        "--variant",
        "hotline: --set relations.crisis_communication=0.9",
    ];
    let words = ["compare", "iran-pakistan-2024", "no-mediation"];
    let document = json(&[&words[..], &variant, &options].concat());
    let single = |arguments: &[&str]| json(&[&["run"], arguments, &options].concat());
    let singles = [
        single(&["no-mediation"]),
        single(&["--set", "relations.crisis_communication=0.9"]),
    ];
    let base = single(&[]);
    for (variant, single) in document["variants"]
        .as_array()
        .unwrap()
        .iter()
        .zip(&singles)
    {
        for outcome in Outcome::ALL.map(Outcome::name) {
            let entry = &variant["outcomes"][outcome];
            assert_eq!(entry["base"], base["outcomes"][outcome]);
            assert_eq!(entry["variant"], single["outcomes"][outcome]);
            agrees_with_itself(variant, outcome);
        }
        for mean in ["acts", "end_day", "trust", "later_crises"] {
            assert_eq!(
                variant["means"][mean]["variant"], single["means"][mean],
                "{mean}"
            );
        }
        let changed = &variant["changed"];
        let parts = ["calmer", "worse", "neither", "unresolved"]
            .map(|kind| changed[kind].as_u64().unwrap());
        assert_eq!(
            changed["histories"].as_u64().unwrap(),
            parts.iter().sum::<u64>()
        );
    }
    let inputs = document["variants"][1]["inputs"].as_array().unwrap();
    assert_eq!(
        (inputs.len(), &inputs[0]["path"]),
        (1, &Value::from("relations.crisis_communication"))
    );
}

/// What every shipped what-if changes, and what the same luck gains: as `docs/what-ifs.md` says,
/// which is made anew by `OFFRAMP_WRITE=1 cargo test --test documents what_ifs`. The gain is more
/// than 1 wherever the opening is kept.
#[test]
fn the_same_luck_gains_precision_in_every_what_if() {
    let base = shipped("iran-pakistan-2024");
    let mut rows = String::new();
    for what_if in SHIPPED
        .iter()
        .filter(|shipped| shipped.family == Family::WhatIf)
    {
        let comparison = compared(&base, &shipped(what_if.name), 1, 100_000);
        let variant = &comparison.variants[0];
        let [round, several, war] = [Outcome::OneRound, Outcome::SeveralRounds, Outcome::War]
            .map(|outcome| variant.gain(outcome));
        let gains = [round, several]
            .into_iter()
            .all(|gain| gain.is_some_and(|gain| gain > 1.0));
        assert!(
            what_if.name == "would-iran-strike" || gains,
            "{}: {round:?} {several:?}",
            what_if.name
        );
        let (changed, [calmer, worse, ..]) = changed_of(variant, 100_000, 1_000);
        let gains = [round, several, war, variant.middle_gain()]
            .map(|gain| gain.map_or_else(|| "-".to_owned(), times));
        writeln!(
            rows,
            "| `{}` | {changed} | {calmer} | {worse} | {} |",
            what_if.name,
            gains.join(" | ")
        )
        .unwrap();
    }
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/what-ifs.md");
    let document = std::fs::read_to_string(place).unwrap();
    let (head, _) = document
        .split_once("|---|---|---|---|---|---|---|---|\n")
        .unwrap();
    let due = format!("{head}|---|---|---|---|---|---|---|---|\n{rows}");
    if std::env::var_os("OFFRAMP_WRITE").is_some() {
        std::fs::write(place, &due).unwrap();
    }
    assert!(
        document == due || std::env::var_os("OFFRAMP_WRITE").is_some(),
        "docs/what-ifs.md is stale:\n{due}"
    );
}

#[test]
fn a_flipped_history_is_reported_to_the_decision_at_which_it_parts() {
    let told = out(&offramp(&[
        "compare",
        "iran-pakistan-2024",
        "hotline",
        "--trials",
        "1_000",
        "--flipped=2",
        "--no-files",
    ]));
    for says in [
        "The two histories part at Pakistan's first decision:",
        "provocation, as it was seen",
        "Strike on military targets                      57 %             60 % *",
        "Luck fell on the 92nd of 100: as it is, in the share of “Sustained",
        "As it is: at most “Sustained campaign”; 3 acts, over on day 3.1.",
        "With the change: at most “Strike on military targets”; 3 acts",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
    assert_eq!(told.matches("\nHistory ").count(), 2);
    assert!(
        told.lines().all(|line| line.chars().count() <= 80),
        "{told}"
    );
}
