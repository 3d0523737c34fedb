//! Unit tests of the file above.

use super::*;

fn counted(values: impl IntoIterator<Item = u64>) -> Histogram {
    let mut histogram = Histogram::default();
    values.into_iter().for_each(|value| histogram.add(value));
    histogram
}

#[test]
fn every_value_falls_into_a_bin_at_most_a_thousandth_wide() {
    for value in (0..5000).chain([1 << 20, (1 << 40) + 12_345, u64::MAX]) {
        let lowest = lowest(bin(value));
        assert!(
            lowest <= value && (value - lowest) as f64 <= value as f64 / 1024.0,
            "{value}: {lowest}"
        );
        assert!(value >= 2048 || lowest == value);
        let (low, high) = ends(bin(value));
        assert!(low == lowest && value <= high && bin(high) == bin(value));
        assert!(high == u64::MAX || bin(high + 1) == bin(value) + 1);
    }
    assert!((1..200_000).all(|value| bin(value) >= bin(value - 1)));
    assert_eq!(bin(u64::MAX), 2048 + 53 * 1024 - 1);
}

#[test]
fn ranks_count_from_the_smallest_and_merging_is_counting() {
    let mut one = counted([7, 3, 3]);
    one.merge(&counted([5001]));
    assert_eq!(
        [1, 2, 3, 4].map(|rank| one.ranked(rank)),
        [(3, 3), (3, 3), (7, 7), (5001, 5001)]
    );
    assert_eq!(Histogram::default().ranked(1), (0, 0));
    let mut rough = Histogram::rough();
    rough.add(5001);
    assert_eq!(rough.ranked(1), (5000, 5003));
}

/// Few large values are exact, also several in one bin; one more than few, and all are in bins; in
/// whatever order they are counted and merged.
#[test]
fn few_large_values_are_exact() {
    let few = || (0..FEW as u64).map(|at| 20_000 + at);
    let exact = counted(few().chain(few().rev()));
    for rank in 1..=2 * FEW as u64 {
        let value = 20_000 + (rank - 1) / 2;
        assert_eq!(exact.ranked(rank), (value, value));
    }
    let mut parts = counted(few().step_by(2));
    parts.merge(&counted(few().skip(1).step_by(2)));
    parts.merge(&counted(few()));
    assert_eq!(parts, exact);
    parts.add(30_000);
    let mut other = counted([30_000]);
    other.merge(&exact);
    assert_eq!(parts, other);
    assert_eq!(parts.ranked(1), (20_000, 20_015));
}

#[test]
fn counts_come_back_and_those_that_do_not_agree_do_not() {
    for histogram in [
        counted([3, 5001, 5002, 5002]),
        counted(0..9000),
        counted([1]),
        Histogram::default(),
    ] {
        let back = Histogram::from_counts(histogram.bins().to_vec(), &histogram.large());
        assert_eq!(back.as_ref(), Some(&histogram));
    }
    let bins = counted([5001, 5002]).bins().to_vec();
    for wrong in [
        &[5001, 1][..],
        &[5001, 1, 5001, 1],
        &[5001, 2, 9000, 1],
        &[5002, 1, 5001, 1],
        &[5001],
    ] {
        assert_eq!(
            Histogram::from_counts(bins.clone(), wrong),
            None,
            "{wrong:?}"
        );
    }
}
