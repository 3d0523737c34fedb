//! Whole runs: over many seeds, every interval of a run's and of a comparison's findings covers what a very long run shows,
//! or is not there. And what a run says of what it cannot know.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use offramp::ensemble::{self, Plan, Watch};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Setting, Settings};
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
    Settings { set: vec![Setting::set("relations.channel", "0.9")], ..Settings::default() }
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
    seeded(text, 1, trials)
}

fn seeded(text: &str, seed: u64, trials: u64) -> Findings {
    let scenario = Scenario::from_text("case.toml", text, &Settings::default());
    let model = scenario.unwrap_or_else(|error| panic!("{error}")).model;
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    let tally = ensemble::run(&model, None, &Plan { threads: Some(1), ..Plan::new(seed, trials) }, &watch)
        .unwrap_or_else(|error| panic!("{error}"));
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

/// A crisis of two acts, or, one time in fifty, one that goes to and fro for a year: six acts of seven fall into the rare
/// ones, of which few trials meet none.
fn uneven() -> String {
    let actor = |name: &str, rest: &str| {
        format!(
            "[actors.{name}]\nresponse_days = 0.5\nsignalling = 0\ndomestic_pressure = 0\npublic_sensitivity = 0\n\
             concern_for_reputation = 0\n{rest}\n"
        )
    };
    let calm = "steadiness = 100\nreciprocity = 20\nmisperception = 0\nfear_of_war = 0\nfear_of_retaliation = 0\n\
                value_of_ties = 0";
    let rogue = format!("steadiness = 3\nreciprocity = 0\nunauthorised = {{ choice = [{}1] }}", "0, ".repeat(49));
    let rungs = ["posture", "covert", "strike-militants", "strike-military", "campaign"];
    let rungs = rungs.map(|rung| format!("[rungs.{rung}]\nwar_risk = 0\n")).concat();
    let start = "name = \"Uneven\"\nhorizon_days = 365\n[opening]\nactor = \"north\"\nrung = \"strike-militants\"\n";
    let (north, south) = (actor("north", calm), actor("south", &rogue));
    format!("{start}{north}{south}[dynamics]\nfatigue = 0\nharm_shock = 0\n{rungs}")
}

/// A mean that rests on rare long crises is covered, though most runs of few trials meet none of them.
#[test]
fn means_that_rest_on_rare_trials_are_covered() {
    let text = uneven();
    let quantities = [Quantity::Acts, Quantity::Force, Quantity::ForceOpener, Quantity::ForceOther, Quantity::EndDay];
    let truth = seeded(&text, 77_777, 100_000);
    let acts = truth.means.of(Quantity::Acts).mean;
    assert!((14.0..17.0).contains(&acts), "{acts}");
    for trials in [1, 12, 30, 100, 300] {
        let (mut missed, mut twin) = ([0; 5], 0);
        for seed in 1..=SEEDS {
            let found = seeded(&text, seed, trials);
            for (missed, quantity) in missed.iter_mut().zip(quantities) {
                let (found, truth) = (found.means.of(quantity), truth.means.of(quantity));
                *missed += u32::from(misses(found.interval, truth.mean, truth.interval.longer_side(truth.mean) / 2.0));
            }
            // The twin: an interval that reaches no farther up than down.
            let found = found.means.of(Quantity::Acts);
            twin += u32::from(found.interval.low().is_some_and(|low| 2.0 * found.mean - low < acts));
        }
        assert!(missed.iter().all(|&missed| missed <= MOST_MISSES), "{trials} trials: {missed:?} of {SEEDS} seeds");
        assert!(twin > MOST_MISSES || trials == 300, "{trials}: {twin}");
    }
}

/// How far a difference can go: a trial that is cut off after a day is no longer by more than that day, however few the
/// trials; and trust that begins elsewhere and loses the same share in every history differs by a fixed amount.
#[test]
fn differences_stay_within_what_can_be() {
    let set = |path: &str, value: &str| Settings { set: vec![Setting::set(path, value)], ..Settings::default() };
    let (base, short) = (scenario(&Settings::default()), scenario(&set("horizon_days", "1")));
    let at = |quantity| Pair::MEANS.iter().position(|&mean| mean == quantity).unwrap_or_default();
    for trials in [1, 12] {
        for (one, other, sign) in [(&base, &short, 1.0), (&short, &base, -1.0)] {
            let days = compared(one, other, &Plan::new(1, trials)).variants[0].means[at(Quantity::EndDay)].difference;
            let (low, high) = days.ends().unwrap_or_default();
            let ends = if sign > 0.0 { (low, high) } else { (-high, -low) };
            assert!(-30.0 <= ends.0 && ends.1 <= 1.0 && low <= days.value && days.value <= high, "{days:?}");
        }
    }
    let war = CASE.replace("strike-militants", "war");
    let of = |settings: &Settings| {
        Scenario::from_text("case.toml", &war, settings).unwrap_or_else(|error| panic!("{error}"))
    };
    let (base, variant) = (of(&Settings::default()), of(&set("relations.trust", "0.9")));
    let trust = compared(&base, &variant, &Plan::new(1, 12)).variants[0].means[at(Quantity::Trust)].difference;
    assert!(trust.interval.is_fixed() && (trust.value - 0.16).abs() < 1e-6, "{trust:?}");
}
