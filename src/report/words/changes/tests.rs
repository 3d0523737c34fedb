//! Differences in figures.

use super::*;

#[test]
fn differences_are_as_exact_as_their_intervals() {
    let shown = |value, low, high| {
        points(&Difference {
            value,
            interval: Interval::between(low, high),
            differ: 9,
        })
        .unwrap()
    };
    assert_eq!(
        shown(0.046, 0.042, 0.05),
        ("+4.6".into(), "+4.2 to +5.0".into())
    );
    assert_eq!(
        shown(0.0036, 0.0027, 0.0045),
        ("+0.36".into(), "+0.27 to +0.45".into())
    );
    assert_eq!(
        shown(0.003, -0.012, 0.018),
        ("+0.3".into(), "−1.2 to +1.8".into())
    );
    assert_eq!(
        shown(-0.0004, -0.0006, -0.0002),
        ("−0.04".into(), "−0.06 to −0.02".into())
    );
    assert_eq!(
        shown(2e-6, 1e-6, 3e-6),
        ("+0.0002".into(), "+0.0001 to +0.0003".into())
    );
    assert_eq!(shown(0.0, 0.0, 0.0), ("0.0".into(), "0.0 to 0.0".into()));
    assert_eq!(points(&Difference::NONE), None);
}
