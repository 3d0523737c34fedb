//! Shares, and paired differences of shares.

use offramp::stats::{bonett_price, paired_interval, share_interval, wilson};

use super::{TRIALS, binomial};

/// The least chance with which an interval for `n` trials covers the truth, over all truths in a
/// range: just inside and just outside each end of each interval, where coverage is least, and
/// along a grid.
fn least(n: u64, (from, to): (f64, f64), interval: impl Fn(u64, u64) -> (f64, f64)) -> f64 {
    let intervals: Vec<(f64, f64)> = (0..=n).map(|x| interval(x, n)).collect();
    let ends = intervals.iter().flat_map(|&(low, high)| [low, high]);
    let beside = ends.flat_map(|end| [end * (1.0 - 1e-9), 1.0 - (1.0 - end) * (1.0 - 1e-9)]);
    let grid = (1..200)
        .map(|step| f64::from(step) / 200.0)
        .chain((1..40).map(|step| 0.7_f64.powi(step)));
    let truths = beside
        .chain(grid)
        .filter(|truth| from < *truth && *truth < to);
    let covered = |truth: f64| {
        let spread = 12.0 * (n as f64 * truth * (1.0 - truth)).sqrt() + 40.0;
        let middle = n as f64 * truth;
        let (first, last) = (
            (middle - spread).max(0.0) as u64,
            ((middle + spread) as u64).min(n),
        );
        let covers =
            |x: &u64| (intervals[*x as usize].0..=intervals[*x as usize].1).contains(&truth);
        (first..=last)
            .filter(covers)
            .map(|x| binomial(n, x, truth))
            .sum::<f64>()
    };
    truths.map(covered).fold(1.0, f64::min)
}

#[test]
fn shares_cover_every_truth() {
    for n in TRIALS {
        let least = least(n, (0.0, 1.0), share_interval);
        assert!(least >= 0.949_999, "{n}: {least}");
    }
    // Where Wilson's is taken.
    let least = least(10_000, (0.08, 0.5), share_interval);
    assert!(least >= 0.945, "{least}");
}

#[test]
fn twin_wilsons_interval_alone_is_found() {
    for n in [10, 30, 200, 2_000] {
        let least = least(n, (0.0, 1.0), wilson);
        assert!(least < 0.85, "{n}: {least}");
    }
}

/// The least coverage of a difference over a grid of the two chances; `n` trials.
fn least_paired(n: u64, interval: impl Fn(u64, u64, u64) -> (f64, f64)) -> (f64, f64, f64) {
    let rare = [
        0.0, 0.03, 0.2, 0.5, 1.0, 1.5, 2.0, 2.8, 3.5, 4.4, 5.0, 6.5, 8.0, 8.8, 12.0, 20.0,
    ];
    let mut chances: Vec<f64> = rare
        .iter()
        .map(|mean| mean / n as f64)
        .filter(|chance| *chance <= 0.3)
        .collect();
    chances.extend([0.1, 0.2, 0.3, 0.45, 0.49, 0.6, 0.75, 0.9, 0.97]);
    let most = if n > 200 { 60 } else { n };
    let ends: Vec<Vec<(f64, f64)>> = (0..=most)
        .map(|b| (0..=most.min(n - b)).map(|c| interval(b, c, n)).collect())
        .collect();
    let mut pairs: Vec<(f64, f64)> = chances
        .iter()
        .flat_map(|&first| chances.iter().map(move |&second| (first, second)))
        .collect();
    // All histories differ, or nearly all: the two sides mirror each other.
    let alike = [0.0, 0.2, 0.7, 1.5, 4.0].map(|mean| mean / n as f64);
    let steps = (1..50).map(|step| f64::from(step) / 100.0);
    pairs.extend(steps.flat_map(|second| alike.map(|alike| (1.0 - second - alike, second))));
    let apart = |&(first, second): &(f64, f64)| {
        second <= first && first + second < 1.0 + 1e-9 && (n <= 200 || first * n as f64 <= 21.0)
    };
    let mut least = (1.0, 0.0, 0.0);
    for (first, second) in pairs.into_iter().filter(apart) {
        let mut covered = 0.0;
        for (b, row) in (0_u64..).zip(&ends) {
            let of_first = binomial(n, b, first);
            for (c, &(low, high)) in (0_u64..).zip(row) {
                if of_first > 1e-12 && (low - 1e-12..=high + 1e-12).contains(&(first - second)) {
                    covered += of_first * binomial(n - b, c, second / (1.0 - first));
                }
            }
        }
        if covered < least.0 {
            least = (covered, first, second);
        }
    }
    least
}

fn paired(first: u64, second: u64, n: u64) -> (f64, f64) {
    paired_interval(first, second, n).ends().unwrap_or_default()
}

#[test]
fn paired_differences_of_shares_cover_every_truth() {
    for n in TRIALS.into_iter().chain([5, 15, 19, 22, 25, 50, 75, 100]) {
        let (least, first, second) = least_paired(n, paired);
        assert!(least >= 0.949_999, "{n}: {least} at {first} and {second}");
    }
    // Where Bonett and Price's is taken.
    assert_eq!(
        paired(1_500, 1_200, 100_000),
        bonett_price(1_500, 1_200, 100_000)
    );
}

#[test]
fn twin_bonett_and_prices_interval_alone_is_found() {
    for n in [10, 200, 2_000] {
        let (least, ..) = least_paired(n, bonett_price);
        assert!(least < 0.94, "{n}: {least}");
    }
}

/// Four histories that moved one way and none the other are no sure difference.
#[test]
fn four_changed_histories_leave_zero_in() {
    for n in [4, 20, 20_000] {
        let (low, high) = paired(4, 0, n);
        assert!(low < 0.0 && high >= 4.0 / n as f64, "{n}: {low} {high}");
    }
}
