//! Whole runs: over many seeds, every interval of a run's and of a comparison's findings covers
//! what a very long run shows, or is not there.

mod limits;
mod rare;

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use offramp::ensemble::{self, Plan, Watch};
use offramp::scenario::{Scenario, Setting, Settings};
use offramp::sim::Outcome;
use offramp::stats::Interval;
use offramp::study::{Comparison, DEATH_QUANTILES, Findings};
use offramp::tally::Pair;

const SEEDS: u64 = 200;
/// Trials of the run that is taken for the truth.
const TRUTH: u64 = 400_000;
/// So many of 200 intervals miss with a chance below one in a million, were each to miss one time
/// in twenty.
const MOST_MISSES: u32 = 28;

/// Two states, a front that hardly ever opens, an armed group that seldom attacks.
const CASE: &str = r#"
name = "Two states"
horizon_days = 30
[opening]
actor = "north"
rung = "strike-militants"
[actors.north]
[actors.south]
[fronts.far]
actor = "south"
opens_per_day = 0.0005
[armed_groups.cell]
victim = "north"
attacks_per_day = 0.01
"#;

fn scenario(settings: &Settings) -> Scenario {
    Scenario::from_text("case.toml", CASE, settings).unwrap_or_else(|error| panic!("{error}"))
}

fn compared(base: &Scenario, variant: &Scenario, plan: &Plan) -> Comparison {
    let models = [&base.model, &variant.model];
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    let paired =
        ensemble::run_paired(&models, plan, &watch).unwrap_or_else(|error| panic!("{error}"));
    Comparison::new(&models, &paired, &[false]).unwrap_or_else(|| panic!("no comparison"))
}

/// Every estimate, by name: its value and how well it is known.
type Estimates = BTreeMap<String, (f64, Interval)>;

fn estimates(comparison: &Comparison) -> Estimates {
    let (base, variant) = (&comparison.base, &comparison.variants[0]);
    let mut all = Estimates::new();
    let mut put = |name: String, value: f64, interval: Interval| {
        all.insert(name, (value, interval));
    };
    for (outcome, case) in Outcome::ALL.iter().zip(&base.outcomes) {
        put(
            format!("outcome {}", outcome.name()),
            case.share.share,
            case.share.interval,
        );
        let difference = variant.outcomes[*outcome as usize].difference;
        put(
            format!("change of {}", outcome.name()),
            difference.value,
            difference.interval,
        );
    }
    for (list, cases) in [("peak", &base.peak), ("first answer", &base.first_answer)] {
        for (rung, case) in cases.iter().enumerate() {
            put(
                format!("{list} {rung}"),
                case.share.share,
                case.share.interval,
            );
        }
    }
    for (quantity, contrast) in Pair::MEANS.iter().zip(&variant.means) {
        put(
            format!("mean {}", quantity.name()),
            contrast.base.mean,
            contrast.base.interval,
        );
        put(
            format!("change of mean {}", quantity.name()),
            contrast.difference.value,
            contrast.difference.interval,
        );
    }
    for ((name, _), quantile) in DEATH_QUANTILES.iter().zip(&base.deaths) {
        put(format!("deaths {name}"), quantile.value, quantile.interval);
    }
    all
}

/// Whether an interval leaves out the truth; an end that is not there leaves out nothing. What a
/// very long run shows is itself known to within a little.
fn misses(interval: Interval, truth: f64, error: f64) -> bool {
    interval.low().is_some_and(|low| truth < low - error)
        || interval.high().is_some_and(|high| truth > high + error)
}

/// How often each interval misses over all seeds; `narrowed` by so much around its value.
fn missed(trials: u64, truth: &Estimates, narrowed: f64) -> BTreeMap<String, u32> {
    let (base, variant) = (scenario(&Settings::default()), scenario(&hotline()));
    let mut missed = BTreeMap::new();
    for seed in 1..=SEEDS {
        let found = estimates(&compared(
            &base,
            &variant,
            &Plan {
                threads: Some(1),
                ..Plan::new(seed, trials)
            },
        ));
        for (name, (value, interval)) in found {
            let (expected, known) = truth[&name];
            let error = known.ends().map_or(0.0, |(low, high)| (high - low) / 4.0);
            let interval = match interval.ends() {
                Some((low, high)) => Interval::between(
                    value + (low - value) * narrowed,
                    value + (high - value) * narrowed,
                ),
                None => interval,
            };
            *missed.entry(name).or_insert(0) += u32::from(misses(interval, expected, error));
        }
    }
    missed
}

fn hotline() -> Settings {
    Settings {
        set: vec![Setting::set("relations.crisis_communication", "0.9")],
        ..Settings::default()
    }
}

#[test]
fn every_interval_of_a_run_and_of_a_comparison_covers_the_truth() {
    let (base, variant) = (scenario(&Settings::default()), scenario(&hotline()));
    let truth = estimates(&compared(&base, &variant, &Plan::new(77_777, TRUTH)));
    for trials in [1, 2, 10, 30, 200] {
        let wrong: Vec<(String, u32)> = missed(trials, &truth, 1.0)
            .into_iter()
            .filter(|&(_, count)| count > MOST_MISSES)
            .collect();
        assert!(
            wrong.is_empty(),
            "{trials} trials: {wrong:?} of {SEEDS} seeds"
        );
    }
    // The twin: intervals of half the width are found.
    let wrong = missed(200, &truth, 0.5)
        .into_values()
        .filter(|&count| count > MOST_MISSES)
        .count();
    assert!(wrong >= 10, "{wrong}");
}

/// The findings of a run of a scenario.
fn seeded(text: &str, seed: u64, trials: u64) -> Findings {
    let scenario = Scenario::from_text("case.toml", text, &Settings::default());
    let model = scenario.unwrap_or_else(|error| panic!("{error}")).model;
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    let tally = ensemble::run(
        &model,
        None,
        &Plan {
            threads: Some(1),
            ..Plan::new(seed, trials)
        },
        &watch,
    )
    .unwrap_or_else(|error| panic!("{error}"));
    Findings::new(&model, &tally, None)
}
