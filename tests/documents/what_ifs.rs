//! What-ifs: paired comparisons, sweeps and tips, against single runs, against many seeds, and on the program itself.

use std::fmt::Write;
use std::sync::atomic::AtomicBool;

use crate::common::program::{json, offramp, out};
use offramp::ensemble::{self, Plan, Watch};
use offramp::numerals::times;
use offramp::quantities::Quantity;
use offramp::report::words::changed_of;
use offramp::scenario::library::{Family, SHIPPED};
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::study::Comparison;
use offramp::tally::{Pair, Paired};
use serde_json::Value;

fn shipped(name: &str) -> Scenario {
    Scenario::shipped(name, &Settings::default()).unwrap()
}

fn paired(base: &Scenario, variant: &Scenario, seed: u64, trials: u64) -> Paired {
    let stop = AtomicBool::new(false);
    let watch = Watch { progress: &|_| (), stop: &stop };
    ensemble::run_paired(&[&base.model, &variant.model], &Plan::new(seed, trials), &watch).unwrap()
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
        assert!(contrast.difference.ends().is_none_or(|interval| interval == (0.0, 0.0)));
    }
    for contrast in &variant.means {
        assert_eq!(contrast.difference.value, 0.0);
        assert!(contrast.difference.ends().is_none_or(|interval| interval == (0.0, 0.0)));
    }
    let told = out(&offramp(&["compare", "hotline", "hotline", "--trials", "2_000", "--no-files"]));
    assert!(told.contains("No input differs") && told.contains("no history of 2,000 ends differently"), "{told}");
}

/// Each side of a comparison is the single run, its flips add up, and its differences are those of the shares.
#[test]
fn a_comparison_agrees_with_single_runs_and_with_itself() {
    let document = json(&[
        "compare",
        "iran-pakistan-2024",
        "no-mediation",
        "--variant",
        "hotline: --set relations.channel=0.9",
        "--trials",
        "6_000",
        "--seed",
        "5",
    ]);
    let single = |arguments: &[&str]| json(&[&["run"], arguments, &["--trials", "6_000", "--seed", "5"]].concat());
    let singles = [single(&["no-mediation"]), single(&["--set", "relations.channel=0.9"])];
    let base = single(&[]);
    for (variant, single) in document["variants"].as_array().unwrap().iter().zip(&singles) {
        for outcome in Outcome::ALL.map(Outcome::name) {
            let entry = &variant["outcomes"][outcome];
            assert_eq!((&entry["base"], &entry["variant"]), (&base["outcomes"][outcome], &single["outcomes"][outcome]));
            if entry["difference"]["value"].is_null() {
                assert_eq!(entry["base"]["reason"], "the opening uses force");
                continue;
            }
            let share = |value: &Value| value["share"].as_f64().unwrap();
            let difference = entry["difference"]["value"].as_f64().unwrap();
            assert!((share(&entry["variant"]) - share(&entry["base"]) - difference).abs() < 1e-12, "{outcome}");
            let row: u64 =
                variant["flips"][outcome].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
            assert_eq!(row, (share(&entry["base"]) * 6000.0).round() as u64);
        }
        for mean in ["acts", "end_day", "trust", "later_crises"] {
            assert_eq!(variant["means"][mean]["variant"], single["means"][mean], "{mean}");
        }
        let changed = &variant["changed"];
        let parts: u64 =
            ["calmer", "worse", "neither", "unresolved"].iter().map(|kind| changed[kind].as_u64().unwrap()).sum();
        assert_eq!(changed["histories"].as_u64().unwrap(), parts);
    }
    let inputs = document["variants"][1]["inputs"].as_array().unwrap();
    assert_eq!((inputs.len(), &inputs[0]["path"]), (1, &Value::from("relations.channel")));
}

/// A difference of a comparison, and its interval.
type Look<'l> = dyn Fn(&Comparison) -> (f64, (f64, f64)) + 'l;

/// Paired intervals hold what they promise: over 200 seeds the difference spreads as they say, and they miss the
/// difference of a very long run about one time in twenty, or less. Of 200, more than 24 miss with a chance of 0.00003,
/// were each miss one in twenty; the interval of what few histories differ in is wider than it would have
/// to be. The twins: intervals half as wide or twice as wide are found.
#[test]
fn paired_intervals_agree_with_the_spread_over_two_hundred_seeds() {
    let (base, variant) = (shipped("iran-pakistan-2024"), shipped("hotline"));
    let truth = compared(&base, &variant, 77_777, 2_000_000);
    let runs: Vec<Comparison> = (1..=200).map(|seed| compared(&base, &variant, seed, 2_000)).collect();
    let check = |name: &str, of: &Look<'_>| {
        let (expected, _) = of(&truth);
        let found: Vec<(f64, (f64, f64))> = runs.iter().map(of).collect();
        let missed = found.iter().filter(|(_, (low, high))| expected < *low || *high < expected).count();
        let mean = found.iter().map(|(value, _)| value).sum::<f64>() / 200.0;
        let spread = (found.iter().map(|(value, _)| (value - mean) * (value - mean)).sum::<f64>() / 199.0).sqrt();
        let said = found.iter().map(|(_, (low, high))| (high - low) / 2.0 / 1.96).sum::<f64>() / 200.0;
        println!("{name}: {missed} of 200 missed, spread {spread:.5}, said {said:.5}");
        // The standard deviation of 200 values is known to within 5 %, one standard error.
        missed <= 24 && (spread / said - 1.0).abs() < 0.35
    };
    let hold = |name: &str, of: &Look<'_>| {
        assert!(check(name, of), "{name}");
        for scale in [0.5, 2.0] {
            let scaled = |comparison: &Comparison| {
                let (value, (low, high)) = of(comparison);
                (value, (value + (low - value) * scale, value + (high - value) * scale))
            };
            assert!(!check(&format!("{name}, intervals times {scale:.2}"), &scaled), "{name}: {scale} is not found");
        }
    };
    for outcome in [Outcome::OneSided, Outcome::OneRound, Outcome::Feud, Outcome::LimitedWar] {
        let of = |comparison: &Comparison| {
            let difference = comparison.variants[0].outcomes[outcome as usize].difference;
            (difference.value, difference.interval.ends().unwrap())
        };
        hold(outcome.name(), &of);
    }
    // Not of acts and uses of force: their ends allow for rare trials that are far larger, see the coverage tests.
    for quantity in [Quantity::Answer, Quantity::EndedWithMediator, Quantity::Trust] {
        let at = Pair::MEANS.iter().position(|&mean| mean == quantity).unwrap();
        let of = |comparison: &Comparison| {
            let difference = comparison.variants[0].means[at].difference;
            (difference.value, difference.interval.ends().unwrap())
        };
        hold(quantity.name(), &of);
    }
}

/// What every shipped what-if changes, and what the same luck gains: as `docs/what-ifs.md` says, which is made anew by
/// `OFFRAMP_WRITE=1 cargo test --test documents what_ifs`. The gain is more than 1 wherever the opening is kept.
#[test]
fn the_same_luck_gains_precision_in_every_what_if() {
    let base = shipped("iran-pakistan-2024");
    let mut rows = String::new();
    for what_if in SHIPPED.iter().filter(|shipped| shipped.family == Family::WhatIf) {
        let comparison = compared(&base, &shipped(what_if.name), 1, 100_000);
        let variant = &comparison.variants[0];
        let [round, feud, war] = [Outcome::OneRound, Outcome::Feud, Outcome::War].map(|outcome| variant.gain(outcome));
        let gains = [round, feud].into_iter().all(|gain| gain.is_some_and(|gain| gain > 1.0));
        assert!(what_if.name == "would-iran-strike" || gains, "{}: {round:?} {feud:?}", what_if.name);
        let (changed, [calmer, worse, ..]) = changed_of(variant, 100_000, 1_000);
        let gains = [round, feud, war, variant.middle_gain()].map(|gain| gain.map_or_else(|| "-".to_owned(), times));
        writeln!(rows, "| `{}` | {changed} | {calmer} | {worse} | {} |", what_if.name, gains.join(" | ")).unwrap();
    }
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/what-ifs.md");
    let document = std::fs::read_to_string(place).unwrap();
    let (head, _) = document.split_once("|---|---|---|---|---|---|---|---|\n").unwrap();
    let due = format!("{head}|---|---|---|---|---|---|---|---|\n{rows}");
    if std::env::var_os("OFFRAMP_WRITE").is_some() {
        std::fs::write(place, &due).unwrap();
    }
    assert!(document == due || std::env::var_os("OFFRAMP_WRITE").is_some(), "docs/what-ifs.md is stale:\n{due}");
}

#[test]
fn a_flipped_history_is_reported_to_the_decision_at_which_it_parts() {
    let told =
        out(&offramp(&["compare", "iran-pakistan-2024", "hotline", "--trials", "1_000", "--flipped=2", "--no-files"]));
    for says in [
        "They part at the first decision, Pakistan's:",
        "provocation it saw",
        "the draw that decided",
        "Base: ",
        "Variant: ",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
    assert_eq!(told.matches("\nTrial ").count(), 2);
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
}
