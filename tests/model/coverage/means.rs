//! Means, and paired differences of means: families that are rare, lopsided, bounded or alike.

mod families;

use std::collections::BTreeMap;

use offramp::stats::{Interval, Sample, SignedSample, Z_95};
use rand::SeedableRng;

use super::TRIALS;
use families::{CHANGES, FAMILIES, Family, Luck};

/// How often an interval is made anew, for each number of trials.
const REPEATS: [usize; 8] = [3_000, 3_000, 3_000, 3_000, 3_000, 3_000, 1_500, 300];
/// So far below its level a count of hits in so many tries may be by luck: one in a million.
const LUCK: f64 = 4.75;

/// A sample: its values, their mean and spread.
struct Drawn {
    values: Vec<f64>,
    mean: f64,
    sd: f64,
}

fn drawn(family: &Family, n: u64, luck: &mut Luck) -> Drawn {
    let values: Vec<f64> = (0..n).map(|_| (family.draw)(luck)).collect();
    let mean = values.iter().sum::<f64>() / n as f64;
    let squares: f64 = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum();
    Drawn {
        sd: (squares / (n as f64 - 1.0).max(1.0)).sqrt(),
        values,
        mean,
    }
}

/// Values in steps, as the program counts them and puts them together, with their counts.
fn counted(values: impl Iterator<Item = f64>, most: f64) -> (Vec<(f64, u64)>, f64) {
    let steps = if most > 1.0 { 4.0 } else { 256.0 };
    let all: Vec<i64> = values.map(|value| (value * steps).floor() as i64).collect();
    let (least, largest) = (
        all.iter().min().copied().unwrap_or(0),
        all.iter().max().copied().unwrap_or(0),
    );
    let width = ((largest - least + 31) / 32).max(1);
    let mut counts = BTreeMap::new();
    for step in all {
        *counts.entry(step - (step - least) % width).or_insert(0) += 1;
    }
    (
        counts
            .into_iter()
            .map(|(step, count)| (step as f64 / steps, count))
            .collect(),
        width as f64 / steps,
    )
}

fn interval(drawn: &Drawn, n: u64, most: f64) -> Interval {
    let (values, rounded) = counted(drawn.values.iter().copied(), most);
    Sample {
        values: &values,
        rounded,
        n,
        mean: drawn.mean,
        sd: drawn.sd,
        most,
    }
    .interval()
}

fn signed(drawn: &Drawn, n: u64, most: f64) -> Interval {
    let (above, one) = counted(
        drawn.values.iter().copied().filter(|value| *value > 0.0),
        most,
    );
    let (below, other) = counted(
        drawn
            .values
            .iter()
            .copied()
            .filter(|value| *value < 0.0)
            .map(f64::abs),
        most,
    );
    let rounded = one.max(other);
    SignedSample {
        above: &above,
        below: &below,
        rounded,
        n,
        mean: drawn.mean,
        sd: drawn.sd,
        most: [most; 2],
    }
    .interval()
}

/// As if the values were exact that were only rounded down.
fn as_if_exact(drawn: &Drawn, n: u64, most: f64) -> Interval {
    let (values, _) = counted(drawn.values.iter().copied(), most);
    Sample {
        values: &values,
        rounded: 0.0,
        n,
        mean: drawn.mean,
        sd: drawn.sd,
        most,
    }
    .interval()
}

fn by_normal_formula(drawn: &Drawn, n: u64, _: f64) -> Interval {
    let half = Z_95 * drawn.sd / (n as f64).sqrt();
    Interval::between(drawn.mean - half, drawn.mean + half)
}

/// The families of which an interval, where it is given, covers the mean too seldom.
fn failures(families: &[Family], interval: fn(&Drawn, u64, f64) -> Interval) -> Vec<String> {
    let mut failures = Vec::new();
    for (seed, family) in (0..).zip(families) {
        let mut luck = Luck::seed_from_u64(seed);
        for (n, repeats) in TRIALS.into_iter().zip(REPEATS) {
            let (mut given, mut held) = (0_u32, 0_u32);
            for _ in 0..repeats {
                if let Some((low, high)) =
                    interval(&drawn(family, n, &mut luck), n, family.most).ends()
                {
                    given += 1;
                    // Rounding in the sums of this test is no fault of the interval.
                    held += u32::from(low - 1e-9 <= family.mean && family.mean <= high + 1e-9);
                }
            }
            let level = 0.95 * f64::from(given);
            if f64::from(held) < level - LUCK * (level * 0.05).sqrt() {
                failures.push(format!("{}, {n} trials: {held} of {given}", family.name));
            }
        }
    }
    failures
}

#[test]
fn means_cover_the_truth() {
    assert_eq!(failures(&FAMILIES, interval), Vec::<String>::new());
}

#[test]
fn twin_values_that_were_rounded_and_are_taken_as_exact_are_found() {
    let failures = failures(&FAMILIES, as_if_exact);
    assert!(
        failures
            .iter()
            .any(|family| family.starts_with("hours, 1 trials")),
        "{failures:?}"
    );
}

#[test]
fn paired_differences_of_means_cover_the_truth() {
    assert_eq!(failures(&CHANGES, signed), Vec::<String>::new());
}

#[test]
fn twins_the_normal_formula_is_found() {
    for (families, least) in [(&FAMILIES[..], 40), (&CHANGES, 20)] {
        let failures = failures(families, by_normal_formula);
        assert!(failures.len() >= least, "{failures:?}");
    }
}

/// Whatever the trials there is an interval; none is without width or reaches where no value is.
#[test]
fn every_sample_has_an_interval_within_what_can_be() {
    let luck = &mut Luck::seed_from_u64(1);
    for family in &FAMILIES {
        for n in TRIALS {
            let (low, high) = interval(&drawn(family, n, luck), n, family.most)
                .ends()
                .unwrap_or_default();
            assert!(
                0.0 <= low && low < high && high <= family.most,
                "{} {n}",
                family.name
            );
        }
    }
}
