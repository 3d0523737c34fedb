//! How many looks are expected to come, which progress goes by.

use super::*;

/// Where nothing crosses, the looks along the axis are all there are; a crossing takes more, from
/// when it is seen.
#[test]
fn as_many_looks_are_expected_as_come() {
    let expected = |curve: &Curve| {
        let (mut expected, shared) = (Vec::new(), uniforms(1, curve.trials));
        let look = |x: f64, more: u64| -> Result<Option<Share>, ()> {
            expected.push(more);
            let met = shared.partition_point(|&draw| draw < (curve.chance)(x)) as u64;
            Ok(Some(Share::new(met, curve.trials)))
        };
        tip(&axis(), SHARE, curve.trials, look).unwrap().unwrap();
        expected
    };
    let never = expected(&curve("never", |x| 0.3 + 0.1 * x, 4000, Some(0)));
    assert_eq!(
        (never.len(), never.first(), never.last()),
        (41, Some(&98), Some(&0))
    );
    assert!(never.is_sorted_by(|one, other| one > other), "{never:?}");
    let once = expected(&curve("clear", |x| 0.2 + 0.6 * x, 4000, Some(1)));
    let left = once.len() as u64 - 1;
    assert!(
        once[0] < left + 10 && once[40] >= left - 40 && once[40] <= AT_A_CROSSING,
        "{once:?}"
    );
}
