//! Whole runs: over many seeds, every interval of a run's and of a comparison's findings covers what a very long run shows,
//! or is not there. And what a run says of what it cannot know.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use offramp::ensemble::{self, Plan, Watch};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Outcome;
use offramp::stats::Interval;
use offramp::study::{Comparison, DEATH_QUANTILES, Findings};
use offramp::tally::Pair;

const SEEDS: u64 = 200;
/// Trials of the run that is taken for the truth.
const TRUTH: u64 = 400_000;
/// So many of 200 intervals miss with a chance below one in a million, were each to miss one time in twenty.
const MOST_MISSES: u32 = 28;

/// Two states, a front that hardly ever opens, a spoiler that seldom attacks.
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
[spoilers.cell]
victim = "north"
attacks_per_day = 0.01
"#;

fn scenario(settings: &Settings) -> Scenario {
    Scenario::from_text("case.toml", CASE, settings).unwrap_or_else(|error| panic!("{error}"))
}

fn compared(base: &Scenario, variant: &Scenario, plan: &Plan) -> Comparison {
    let models = [&base.model, &variant.model];
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    let paired = ensemble::run_paired(&models, plan, &watch).unwrap_or_else(|error| panic!("{error}"));
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
        put(format!("outcome {}", outcome.name()), case.share.share, case.share.interval);
        let difference = variant.outcomes[*outcome as usize].difference;
        put(format!("change of {}", outcome.name()), difference.value, difference.interval);
    }
    for (list, cases) in [("peak", &base.peak), ("first answer", &base.first_answer)] {
        for (rung, case) in cases.iter().enumerate() {
            put(format!("{list} {rung}"), case.share.share, case.share.interval);
        }
    }
    for (quantity, contrast) in Pair::MEANS.iter().zip(&variant.means) {
        put(format!("mean {}", quantity.name()), contrast.base.mean, contrast.base.interval);
        put(format!("change of mean {}", quantity.name()), contrast.difference.value, contrast.difference.interval);
    }
    for ((name, _), quantile) in DEATH_QUANTILES.iter().zip(&base.deaths) {
        put(format!("deaths {name}"), quantile.value, quantile.interval);
    }
    all
}

/// Whether an interval leaves out the truth; an end that is not there leaves out nothing. What a very long run shows is
/// itself known to within a little.
fn misses(interval: Interval, truth: f64, error: f64) -> bool {
    interval.low().is_some_and(|low| truth < low - error) || interval.high().is_some_and(|high| truth > high + error)
}

/// How often each interval misses over all seeds; `narrowed` by so much around its value.
fn missed(trials: u64, truth: &Estimates, narrowed: f64) -> BTreeMap<String, u32> {
    let (base, variant) = (scenario(&Settings::default()), scenario(&hotline()));
    let mut missed = BTreeMap::new();
    for seed in 1..=SEEDS {
        let found = estimates(&compared(&base, &variant, &Plan { threads: Some(1), ..Plan::new(seed, trials) }));
        for (name, (value, interval)) in found {
            let (expected, known) = truth[&name];
            let error = known.ends().map_or(0.0, |(low, high)| (high - low) / 4.0);
            let interval = match interval.ends() {
                Some((low, high)) => {
                    Interval::between(value + (low - value) * narrowed, value + (high - value) * narrowed)
                }
                None => interval,
            };
            *missed.entry(name).or_insert(0) += u32::from(misses(interval, expected, error));
        }
    }
    missed
}

fn hotline() -> Settings {
    Settings { set: vec![("relations.channel".to_owned(), "0.9".to_owned())], ..Settings::default() }
}

#[test]
fn every_interval_of_a_run_and_of_a_comparison_covers_the_truth() {
    let (base, variant) = (scenario(&Settings::default()), scenario(&hotline()));
    let truth = estimates(&compared(&base, &variant, &Plan::new(77_777, TRUTH)));
    for trials in [1, 2, 10, 30, 200] {
        let wrong: Vec<(String, u32)> =
            missed(trials, &truth, 1.0).into_iter().filter(|&(_, count)| count > MOST_MISSES).collect();
        assert!(wrong.is_empty(), "{trials} trials: {wrong:?} of {SEEDS} seeds");
    }
    // The twin: intervals of half the width are found.
    let wrong = missed(200, &truth, 0.5).into_values().filter(|&count| count > MOST_MISSES).count();
    assert!(wrong >= 10, "{wrong}");
}

fn findings(text: &str, trials: u64) -> Findings {
    let scenario = Scenario::from_text("case.toml", text, &Settings::default());
    let model = scenario.unwrap_or_else(|error| panic!("{error}")).model;
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    let tally = ensemble::run(&model, None, &Plan::new(1, trials), &watch).unwrap_or_else(|error| panic!("{error}"));
    Findings::new(&model, &tally, false)
}

/// A front that never opened has a bound; what cannot open has no estimate; and one trial excludes nothing.
#[test]
fn what_did_not_happen_is_bounded_and_what_cannot_happen_is_not_estimated() {
    for trials in [1, 20, 200] {
        let fronts = findings(&CASE.replace("0.0005", "0.0001"), trials).means.of(Quantity::FrontsOpened);
        let (low, high) = fronts.interval.ends().unwrap_or_default();
        assert!(low == 0.0 && high > fronts.mean && high > 0.01, "{fronts:?}");
    }
    let none = findings(&CASE.replace("0.0005", "0"), 1).means.of(Quantity::FrontsOpened);
    assert!(none.interval.is_excluded() && none.figures() == [None; 3], "{none:?}");
}

/// An opening on war fixes everything but the deaths, and these are exact.
#[test]
fn what_the_inputs_fix_is_exact() {
    let text =
        CASE.replace("strike-militants", "war") + "[rungs.war]\ndeaths = 20007\n[dynamics]\ncasualty_spread = 0\n";
    for trials in [1, 200] {
        let findings = findings(&text, trials);
        let war = findings.outcome(Outcome::War).share;
        assert_eq!((war.interval, war.figures()), (Interval::Fixed, [Some(1.0); 3]));
        assert!(findings.outcome(Outcome::Unresolved).share.interval.is_excluded());
        assert_eq!(findings.means.of(Quantity::Acts).figures(), [Some(1.0); 3]);
        assert_eq!(findings.no_answer.share.interval, Interval::Fixed);
        assert_eq!(findings.deaths[2].value, 20_007.0);
        let ends = (trials >= 6).then_some(20_007.0);
        assert_eq!(findings.deaths[2].figures()[1..], [ends, ends]);
    }
}
