//! Unit tests of the file above.

use super::*;

#[test]
fn values_are_spaced_as_they_should_be() {
    let axis = Axis::spread("x", 0.0, 1.0, 11, false).unwrap();
    assert_eq!(
        axis.values(),
        [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    );
    assert_eq!(
        Axis::spread("x", 0.01, 100.0, 5, true).unwrap().values(),
        [0.01, 0.1, 1.0, 10.0, 100.0]
    );
    assert_eq!(
        Axis::spread("x", 1.0, -1.0, 3, false).unwrap().values(),
        [1.0, 0.0, -1.0]
    );
}

#[test]
fn named_values_are_spaced_by_ratio_where_differences_would_squash_them() {
    for (values, by_ratio) in [
        (vec![1.0, 10.0, 100.0, 1000.0], true),
        (vec![1000.0, 1.0, 10.0], true),
        (vec![1.0, 3.0, 10.0, 30.0], true),
        (vec![30.0, 60.0, 90.0], false),
        (vec![1.0, 2.0, 4.0, 8.0], false),
        (vec![0.0, 1.0, 100.0], false),
        (vec![1.0, 1000.0], false),
    ] {
        let axis = Axis::list("x", values).unwrap();
        assert_eq!(
            (axis.is_log(), axis.is_list()),
            (by_ratio, true),
            "{axis:?}"
        );
    }
}

#[test]
fn a_wrong_axis_cannot_be_built() {
    for (from, to, points, log) in [
        (0.0, 0.0, 11, false),
        (0.0, f64::NAN, 11, false),
        (f64::NEG_INFINITY, 0.0, 11, false),
        (0.0, 1.0, 0, false),
        (0.0, 1.0, 1, false),
        (0.0, 1.0, usize::MAX, false),
        (0.0, 1.0, 5, true),
        (0.5, 0.500_000_000_000_01, 5, false),
        (0.5, 0.500_000_000_000_000_1, 5, false),
        (1e300, 1.000_000_000_000_000_2e300, 5, true),
    ] {
        assert!(
            Axis::spread("x", from, to, points, log).is_err(),
            "{from} {to} {points} {log}"
        );
    }
    let close = Axis::spread("x", 0.5, 0.500_000_000_000_01, 5, false).unwrap_err();
    assert_eq!(
        close,
        "x has the value 0.5 twice: 5 points from 0.5 to 0.50000000000001 lie too close together; ask for fewer \
         points, or for ends that are further apart"
    );
    for values in [vec![], vec![1.0], vec![1.0, 1.0], vec![0.0, f64::INFINITY]] {
        assert!(Axis::list("x", values).is_err());
    }
}

#[test]
fn what_counts_days_takes_whole_points() {
    let days = |from, to, points, log| Axis::spread("horizon_days", from, to, points, log);
    let even = [
        30.0, 64.0, 97.0, 131.0, 164.0, 198.0, 231.0, 265.0, 298.0, 332.0, 365.0,
    ];
    assert_eq!(days(30.0, 365.0, 11, false).unwrap().values(), even);
    assert_eq!(
        days(10.0, 1000.0, 5, true).unwrap().values(),
        [10.0, 32.0, 100.0, 316.0, 1000.0]
    );
    assert_eq!(Axis::usual_points("horizon_days", 30.0, 365.0), 11);
    assert_eq!(Axis::usual_points("horizon_days", 33.0, 30.0), 4);
    assert_eq!(
        Axis::usual_points("relations.crisis_communication", 0.0, 1.0),
        11
    );
    assert!(days(30.0, 33.0, 5, false).unwrap_err().contains("twice"));
    assert!(
        days(30.5, 60.0, 5, false)
            .unwrap_err()
            .contains("whole ends, such as horizon_days=30..365")
    );
}

#[test]
fn figures_have_as_many_digits_as_tell_values_apart() {
    let figures = |from, to, points| {
        Axis::spread("x", from, to, points, false)
            .unwrap()
            .figures()
    };
    assert_eq!(
        figures(20_000.0, 20_010.0, 5),
        ["20000", "20002.5", "20005", "20007.5", "20010"]
    );
    assert_eq!(
        figures(0.123_456_789, 0.123_456_799, 4),
        ["0.123456789", "0.1234567923", "0.1234567957", "0.123456799"]
    );
    assert_eq!(figures(0.0, 1.0, 4), ["0", "0.3333", "0.6667", "1"]);
    assert_eq!(
        Axis::list("x", vec![0.5, 0.500_000_1]).unwrap().figures(),
        ["0.5", "0.5000001"]
    );
}

proptest::proptest! {
    /// Whatever the axis: values that differ have figures that differ, and a figure names its
    /// value, not a neighbour.
    #[test]
    fn no_two_figures_of_an_axis_are_alike(
        from in -1e9_f64..1e9, log_span in -14.0_f64..9.0, points in 2_usize..40, log: bool
    ) {
        let from = if log { from.abs() + 1e-3 } else { from };
        if let Ok(axis) = Axis::spread("x", from, from + 10_f64.powf(log_span), points, log) {
            let figures = axis.figures();
            let all: std::collections::BTreeSet<&String> = figures.iter().collect();
            proptest::prop_assert_eq!(all.len(), axis.values().len(), "{:?}", figures);
            for (&value, figure) in axis.values().iter().zip(&figures) {
                let read: f64 = figure.replace('−', "-").parse().unwrap();
                let near = |one: &&f64, other: &&f64| (**one - read).abs().total_cmp(&(**other - read).abs());
                let nearest = axis.values().iter().min_by(near).copied();
                proptest::prop_assert_eq!(nearest, Some(value), "{}", figure);
            }
        }
    }
}
