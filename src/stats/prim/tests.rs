//! Exact cases, a planted box, and noise.

use super::*;
use crate::stats::resample::Indices;

/// Trials of a reading.
const TRIALS: u64 = 100;

/// Readings of numbers between 0 and 1, with the hits that `hits` gives them.
struct Drawn {
    values: Vec<Vec<f64>>,
    hits: Vec<u32>,
}

impl Drawn {
    fn new(readings: usize, numbers: usize, seed: u64, hits: &dyn Fn(&[f64], f64) -> f64) -> Self {
        let mut indices = Indices::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut draw = || (indices.below(1 << 30) as f64 + 0.5) / f64::from(1 << 30);
        let mut drawn = Self {
            values: vec![Vec::new(); numbers],
            hits: Vec::new(),
        };
        for _ in 0..readings {
            let values: Vec<f64> = (0..numbers).map(|_| draw()).collect();
            let share = hits(&values, draw()).clamp(0.0, 1.0);
            drawn.hits.push((share * TRIALS as f64).round() as u32);
            for (list, value) in drawn.values.iter_mut().zip(values) {
                list.push(value);
            }
        }
        drawn
    }

    fn points(&self) -> Points<'_> {
        Points {
            values: &self.values,
            hits: &self.hits,
            trials: TRIALS,
        }
    }

    /// What is found on one half, with its measures on both: the second is what counts.
    fn found(&self, seed: u64) -> Option<(Vec<Limit>, Counted, Measured)> {
        let points = self.points();
        let Halves { found, held_out } = halves(self.hits.len(), seed);
        let way = peel(&points, &found);
        let (_, limits) = shape(&points, &found, &way)?;
        let own = Counted::of(&points, &limits, &found);
        let held_out = measured(&points, &limits, &held_out, seed);
        Some((limits, own, held_out))
    }
}

fn noise(seed: u64) -> Drawn {
    Drawn::new(400, 20, seed, &|_, luck| 0.2 * luck)
}

/// Something common where the first number is above 0.6 and the third below 0.5.
fn planted(seed: u64) -> Drawn {
    Drawn::new(1000, 12, seed, &|values, luck| {
        let is_inside = values[0] > 0.6 && values[2] < 0.5;
        if is_inside {
            0.5 + 0.2 * luck
        } else {
            0.2 * luck
        }
    })
}

/// Twenty readings of one number, of which the last five meet it in all trials: by hand, each slice
/// takes one reading, fifteen of them none of the hits.
#[test]
fn a_small_case_by_hand() {
    let values = vec![(0..20).map(f64::from).collect::<Vec<f64>>()];
    let hits: Vec<u32> = (0..20).map(|at| if at < 15 { 0 } else { 10 }).collect();
    let points = Points {
        values: &values,
        hits: &hits,
        trials: 10,
    };
    let places: Vec<usize> = (0..20).collect();
    let way = peel(&points, &places);
    // Not below ten readings.
    assert_eq!(way.len(), 11);
    let last = way.last().unwrap();
    let limit = Limit {
        number: 0,
        low: Some(9.5),
        high: None,
    };
    assert_eq!(last.limits, [limit]);
    let Counted {
        readings,
        of_readings,
        hits,
        of_hits,
    } = last.counted;
    assert_eq!((readings, of_readings, hits, of_hits), (10, 20, 50, 50));
    assert_eq!(last.counted.density(10), 0.5);
    assert_eq!(last.counted.overall(10), 0.25);
    assert_eq!(last.counted.coverage(), 1.0);
    assert_eq!(last.counted.mass(), 0.5);
    assert_eq!(last.counted.elsewhere(10), 0.0);
    let (chosen, limits) = shape(&points, &places, &way).unwrap();
    // Nine tenths of the gain, 0.225, are reached with eleven readings: 50 of 110 less 0.25 is 0.205.
    assert_eq!((chosen, limits.len()), (10, 1));
    assert_eq!(limits[0].low, Some(9.5));
}

/// Readings that are all alike have no box, and neither have numbers of one value.
#[test]
fn what_is_alike_has_no_box() {
    let alike = Drawn::new(100, 3, 1, &|_, _| 0.3);
    assert!(alike.found(1).is_none());
    let mut one = noise(1);
    for values in &mut one.values {
        values.fill(0.5);
    }
    assert!(one.found(1).is_none());
}

/// Values that are equal stay together.
#[test]
fn equal_values_are_on_one_side() {
    let mut drawn = planted(3);
    for value in drawn.values.iter_mut().flatten() {
        *value = (*value * 10.0).floor() / 10.0;
    }
    let (limits, ..) = drawn.found(3).unwrap();
    for limit in limits {
        let values = &drawn.values[limit.number];
        for end in [limit.low, limit.high].into_iter().flatten() {
            assert!(values.iter().all(|&value| value != end), "{limit:?}");
        }
    }
}

/// A planted box is found on every seed, near where it was put, and nothing else is limited.
#[test]
fn a_planted_box_is_found() {
    for seed in 0..20 {
        let (mut limits, _, held_out) = planted(seed).found(seed).unwrap();
        limits.sort_by_key(|limit| limit.number);
        let numbers: Vec<usize> = limits.iter().map(|limit| limit.number).collect();
        assert_eq!(numbers, [0, 2], "seed {seed}: {limits:?}");
        let (low, high) = (limits[0].low.unwrap(), limits[1].high.unwrap());
        assert!((low - 0.6).abs() < 0.06, "seed {seed}: {low}");
        assert!((high - 0.5).abs() < 0.06, "seed {seed}: {high}");
        assert!(limits[0].high.is_none() && limits[1].low.is_none());
        assert!(held_out.is_borne_out());
        assert!((held_out.shares.density.share - 0.6).abs() < 0.08);
        assert!((held_out.shares.elsewhere.share - 0.1).abs() < 0.03);
    }
}

/// How often a condition is reported where there is none, of 200 seeds; `own` reports on the half
/// that it was found on.
fn reported_of_noise(own: bool) -> u32 {
    let mut reported = 0;
    for seed in 0..200 {
        let drawn = noise(seed);
        let points = drawn.points();
        let Some((limits, ..)) = drawn.found(seed) else {
            continue;
        };
        let Halves { found, held_out } = halves(drawn.hits.len(), seed);
        let places = if own { found } else { held_out };
        let measured = measured(&points, &limits, &places, seed);
        reported += u32::from(measured.is_borne_out());
    }
    reported
}

/// Of noise hardly a condition is reported: the lower end of an interval of 95 % lies above the share of
/// all readings 2.5 of 100 times at most, and that share goes with that of the box. More than 18 of 200
/// would come by luck once in a million times. On the half that it was found on, noise looks like a
/// condition nearly every other time.
#[test]
fn noise_has_no_condition_and_the_half_it_was_found_on_would_have_one() {
    let reported = reported_of_noise(false);
    assert!(reported <= 18, "{reported}");
    let planted_fault = reported_of_noise(true);
    assert!(planted_fault > 60, "{planted_fault}");
}

/// On the half that it was found on, a box of noise looks denser than it is.
#[test]
fn the_half_it_was_found_on_flatters() {
    let mut flattered = 0;
    for seed in 0..50 {
        let (_, own, held_out) = noise(seed).found(seed).unwrap();
        flattered += u32::from(own.density(TRIALS) > held_out.shares.density.share);
    }
    assert!(flattered >= 45, "{flattered}");
}

/// The interval of a density is as wide as that of a mean over readings.
#[test]
fn an_interval_is_that_of_a_mean() {
    let drawn = planted(5);
    let places: Vec<usize> = (0..drawn.hits.len()).collect();
    let shares = spreads(&drawn.points(), &[], &places, 5);
    let n = places.len() as f64;
    let of = |place: &usize| f64::from(drawn.hits[*place]) / TRIALS as f64;
    let mean = places.iter().map(of).sum::<f64>() / n;
    let square: f64 = places.iter().map(|place| (of(place) - mean).powi(2)).sum();
    let half = 1.96 * (square / (n - 1.0) / n).sqrt();
    let (low, high) = shares.density.interval.ends().unwrap();
    assert!(((high - low) / 2.0 / half - 1.0).abs() < 0.2);
    assert_eq!(shares.density.share, shares.overall.share);
    assert!((shares.mass.share, shares.coverage.share) == (1.0, 1.0));
}

/// Halves are as large, share nothing, and do not follow the order of readings.
#[test]
fn halves_share_nothing() {
    let Halves { found, held_out } = halves(1001, 7);
    assert_eq!((found.len(), held_out.len()), (501, 500));
    let mut all: Vec<usize> = found.iter().chain(&held_out).copied().collect();
    all.sort_unstable();
    assert!(all.into_iter().eq(0..1001));
    let odd = found.iter().filter(|&&place| place % 2 == 1).count();
    assert!((200..300).contains(&odd), "{odd}");
    assert_eq!(halves(1001, 7), Halves { found, held_out });
    assert!(halves(1001, 7) != halves(1001, 8));
}

/// Limits are rounded before anything is measured.
#[test]
fn limits_are_round() {
    for seed in 0..5 {
        for limit in planted(seed).found(seed).unwrap().0 {
            for end in [limit.low, limit.high].into_iter().flatten() {
                assert_eq!(end, (end * 100.0).round() / 100.0);
            }
        }
    }
}
