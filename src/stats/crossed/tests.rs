//! Splits against tables whose parts are known.

use super::*;

/// A table of chances: of a reading and a trial the case is met where the trial's draw lies below
/// the reading's chance; a part of the draws is fresh in every cell.
fn table(readings: usize, trials: usize, fresh: bool) -> Crossed {
    let mut indices = Indices::new(17);
    let mut draw = || indices.below(1 << 30) as f64 / f64::from(1 << 30);
    let chances: Vec<f64> = (0..readings).map(|_| 0.1 + 0.2 * draw()).collect();
    let luck: Vec<f64> = (0..trials).map(|_| draw()).collect();
    let mut crossed = Crossed {
        of_readings: vec![0; readings],
        of_trials: vec![0; trials],
    };
    for (reading, chance) in chances.iter().enumerate() {
        for (trial, own) in luck.iter().enumerate() {
            let u = if fresh { draw() } else { *own };
            if u < *chance {
                crossed.of_readings[reading] += 1;
                crossed.of_trials[trial] += 1;
            }
        }
    }
    crossed
}

/// Chances uniform from 0.1 to 0.3 have the variance 0.2^2 / 12, whatever noise is on top.
#[test]
fn the_variance_of_true_shares_is_found() {
    let exact = 0.04 / 12.0;
    for fresh in [true, false] {
        let split = table(500, 8000, fresh).split().unwrap();
        assert!((split.numbers / exact - 1.0).abs() < 0.2, "{split:?}");
        // All together is p (1 - p).
        let all = split.numbers + split.luck + split.both;
        assert!((all - 0.16).abs() < 0.01, "{split:?}");
    }
}

/// Fresh draws in every cell are no common luck: a fault that would be planted by not sharing it.
#[test]
fn luck_that_is_not_shared_is_no_luck_of_its_own() {
    let fresh = table(1500, 400, true).luck(3).unwrap();
    let shared = table(1500, 400, false).luck(3).unwrap();
    assert!(fresh.first.part < 0.01, "{fresh:?}");
    assert!(shared.first.part > 0.7, "{shared:?}");
    let (low, high) = shared.first.interval.ends().unwrap();
    assert!(low < shared.first.part && shared.first.part < high);
}

#[test]
fn shares_without_noise_have_the_variance_asked_for() {
    let shares = [0.1, 0.2, 0.3, 0.6];
    let quiet = without_noise(&shares, 0.01);
    assert!((variance(quiet.iter().copied()) - 0.01).abs() < 1e-12);
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    assert!((mean(&quiet) - mean(&shares)).abs() < 1e-12);
    // More variance than is seen is not put in.
    assert_eq!(without_noise(&shares, 9.0), shares);
    assert_eq!(without_noise(&[0.5, 0.5], 0.1), [0.5, 0.5]);
}
