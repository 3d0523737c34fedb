//! Paired intervals, against the spread of a difference over many seeds.

use offramp::quantities::Quantity;
use offramp::sim::Outcome;
use offramp::study::Comparison;
use offramp::tally::Pair;

use super::{compared, shipped};

/// Runs of the comparison, each with a seed of its own.
const RUNS: u64 = 200;

/// A difference and its interval.
#[derive(Clone, Copy)]
struct Difference {
    value: f64,
    low: f64,
    high: f64,
}

impl Difference {
    /// The difference with an interval of so many times its width.
    fn scaled(self, scale: f64) -> Self {
        Self {
            value: self.value,
            low: self.value + (self.low - self.value) * scale,
            high: self.value + (self.high - self.value) * scale,
        }
    }
}

/// The difference of an outcome's share.
fn of_outcome(comparison: &Comparison, outcome: Outcome) -> Difference {
    let difference = comparison.variants[0].outcomes[outcome as usize].difference;
    let (low, high) = difference.interval.ends().unwrap();
    Difference {
        value: difference.value,
        low,
        high,
    }
}

/// The difference of a mean.
fn of_mean(comparison: &Comparison, quantity: Quantity) -> Difference {
    let at = Pair::MEANS
        .iter()
        .position(|&mean| mean == quantity)
        .unwrap();
    let difference = comparison.variants[0].means[at].difference;
    let (low, high) = difference.interval.ends().unwrap();
    Difference {
        value: difference.value,
        low,
        high,
    }
}

/// Whether intervals miss what is expected seldom enough, and the spread of the values is as wide
/// as they say.
fn intervals_hold(name: &str, expected: f64, found: &[Difference]) -> bool {
    let runs = RUNS as f64;
    let missed = found
        .iter()
        .filter(|one| expected < one.low || one.high < expected)
        .count();
    let mean = found.iter().map(|one| one.value).sum::<f64>() / runs;
    let squares = found
        .iter()
        .map(|one| (one.value - mean) * (one.value - mean))
        .sum::<f64>();
    let spread = (squares / (runs - 1.0)).sqrt();
    let said = found
        .iter()
        .map(|one| (one.high - one.low) / 2.0 / 1.96)
        .sum::<f64>()
        / runs;
    println!("{name}: {missed} of {RUNS} missed, spread {spread:.5}, said {said:.5}");
    // The standard deviation of 200 values is known to within 5 %, one standard error.
    missed <= 24 && (spread / said - 1.0).abs() < 0.35
}

/// Holds that the intervals hold, and that such of half or twice their width are found.
#[track_caller]
fn only_these_intervals_hold(name: &str, expected: Difference, found: &[Difference]) {
    assert!(intervals_hold(name, expected.value, found), "{name}");
    for scale in [0.5, 2.0] {
        let scaled: Vec<Difference> = found.iter().map(|one| one.scaled(scale)).collect();
        let what = format!("{name}, intervals times {scale:.2}");
        assert!(
            !intervals_hold(&what, expected.value, &scaled),
            "{name}: {scale} is not found"
        );
    }
}

/// Paired intervals hold what they promise: over 200 seeds the difference spreads as they say, and
/// they miss the difference of a very long run about one time in twenty, or less. Of 200, more than
/// 24 miss with a chance of 0.00003, were each miss one in twenty; the interval of what few
/// histories differ in is wider than it would have to be. The twins: intervals half as wide or
/// twice as wide are found.
#[test]
fn paired_intervals_agree_with_the_spread_over_two_hundred_seeds() {
    let (base, variant) = (shipped("iran-pakistan-2024"), shipped("hotline"));
    let truth = compared(&base, &variant, 77_777, 2_000_000);
    let runs: Vec<Comparison> = (1..=RUNS)
        .map(|seed| compared(&base, &variant, seed, 2_000))
        .collect();
    for outcome in [
        Outcome::OneSided,
        Outcome::OneRound,
        Outcome::SeveralRounds,
        Outcome::LimitedWar,
    ] {
        let found: Vec<Difference> = runs.iter().map(|run| of_outcome(run, outcome)).collect();
        only_these_intervals_hold(outcome.name(), of_outcome(&truth, outcome), &found);
    }
    // Not of acts and uses of force: their ends allow for rare trials that are far larger, see the
    // coverage tests.
    for quantity in [
        Quantity::Answer,
        Quantity::EndedWithMediator,
        Quantity::Trust,
    ] {
        let found: Vec<Difference> = runs.iter().map(|run| of_mean(run, quantity)).collect();
        only_these_intervals_hold(quantity.name(), of_mean(&truth, quantity), &found);
    }
}
