//! Where along a number a share crosses a value.

use super::Axis;
use crate::stats::{Interval, Share};

/// A crossing: the share passes the value here. Estimates that cross several times within one another's intervals are one
/// crossing, since so few trials cannot tell them from one, or from none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// Where the estimate crosses; of several, the middle one.
    pub at: f64,
    /// All values around it at which the interval of the share holds the value: simulation error only.
    pub low: f64,
    /// The upper end of these.
    pub high: f64,
    /// Whether the share rises there, along the axis; none where the estimates cross and come back.
    pub rises: Option<bool>,
    /// How often the estimates cross within the interval.
    pub times: usize,
}

/// Joins crossings whose intervals overlap, in their order along the axis.
fn joined(found: &[Crossing]) -> Vec<Crossing> {
    let overlap = |one: &Crossing, other: &Crossing| one.low <= other.high && other.low <= one.high;
    let joined = found.chunk_by(overlap).map(|group| Crossing {
        at: group[group.len() / 2].at, // a group has at least one
        low: group.iter().map(|crossing| crossing.low).fold(f64::INFINITY, f64::min),
        high: group.iter().map(|crossing| crossing.high).fold(f64::NEG_INFINITY, f64::max),
        // They alternate: an odd number goes the way of the first.
        rises: group[0].rises.filter(|_| !group.len().is_multiple_of(2)),
        times: group.len(),
    });
    joined.collect()
}

/// A stretch is halved this often: to a millionth of the distance between two looks.
const HALVINGS: u32 = 20;

/// Every crossing of `share` along an axis; `look` gives the share at a value, always on the same luck.
///
/// Between two neighbouring looks on the same side nothing is seen of a share that crosses and comes back.
///
/// # Errors
/// Whatever `look` fails with.
pub fn crossings<E>(
    axis: &Axis,
    share: f64,
    mut look: impl FnMut(f64) -> Result<Share, E>,
) -> Result<(Vec<Crossing>, Vec<Share>), E> {
    let values = axis.values();
    let shares = values.iter().map(|&value| look(value)).collect::<Result<Vec<Share>, E>>()?;
    let above = |found: &Share| found.share >= share;
    let holds = |found: &Share| match found.interval {
        Interval::Excluded | Interval::Fixed => false,
        Interval::Estimated { low, high } => {
            low.at().is_none_or(|low| low <= share) && high.at().is_none_or(|high| share <= high)
        }
    };
    let mut crossings = Vec::new();
    for at in 1..values.len() {
        if above(&shares[at - 1]) == above(&shares[at]) {
            continue;
        }
        let rises = above(&shares[at]);
        let crossing = halve((values[at - 1], values[at]), |value| Ok(above(&look(value)?) == rises))?;
        let mut edge = |places: &mut dyn Iterator<Item = usize>| {
            // Outwards to the first look whose interval does not hold the share, then to the very place between.
            let mut inside = crossing;
            for place in places {
                if !holds(&shares[place]) {
                    return halve((values[place], inside), |value| Ok(holds(&look(value)?)));
                }
                inside = values[place];
            }
            Ok(inside)
        };
        let low = edge(&mut (0..at).rev())?;
        let high = edge(&mut (at..values.len()))?;
        crossings.push(Crossing {
            at: crossing,
            low: low.min(high),
            high: low.max(high),
            rises: Some(rises),
            times: 1,
        });
    }
    Ok((joined(&crossings), shares))
}

/// Where a condition begins to hold, between a value where it does not and one where it does.
fn halve<E>((mut without, mut with): (f64, f64), mut holds: impl FnMut(f64) -> Result<bool, E>) -> Result<f64, E> {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(without, with);
        if holds(middle)? {
            with = middle;
        } else {
            without = middle;
        }
    }
    Ok(with)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unnecessary_wraps)] // what a look gives
    fn share(value: f64) -> Result<Share, ()> {
        Ok(Share { share: value, interval: Interval::between(value - 0.02, value + 0.02) })
    }

    #[test]
    fn a_rise_is_found_with_the_values_whose_interval_holds_the_share() {
        let axis = Axis::spread("x", 0.0, 1.0, 41, false).unwrap();
        let (found, shares) = crossings(&axis, 0.333, share).unwrap();
        assert_eq!((found.len(), shares.len()), (1, 41));
        let Crossing { at, low, high, rises, times } = found[0];
        assert!((at - 0.333).abs() < 1e-6 && (low - 0.313).abs() < 1e-6 && (high - 0.353).abs() < 1e-6, "{found:?}");
        assert_eq!((rises, times), (Some(true), 1));
    }

    #[test]
    fn never_and_more_than_once_are_told_apart() {
        let axis = Axis::spread("x", -1.0, 1.0, 41, false).unwrap();
        assert!(crossings(&axis, 0.9, |x| share(0.5 * x.abs())).unwrap().0.is_empty());
        let (found, _) = crossings(&axis, 0.25, |x| share(0.5 * x.abs())).unwrap();
        assert_eq!(found.iter().map(|crossing| crossing.rises).collect::<Vec<_>>(), [Some(false), Some(true)]);
        assert!((found[0].at + 0.5).abs() < 1e-6 && (found[1].at - 0.5).abs() < 1e-6);
    }

    /// A share that wavers about the value by less than its error crosses it once, or not for sure.
    #[test]
    fn crossings_that_cannot_be_told_apart_are_one() {
        let axis = Axis::spread("x", 0.0, 1.0, 41, false).unwrap();
        let wavering = |slope: f64| move |x: f64| share(0.5 + slope * (x - 0.5) + 0.01 * (x * 9.5).sin());
        let (found, _) = crossings(&axis, 0.5, wavering(0.02)).unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].times > 1 && found[0].low == 0.0 && found[0].high == 1.0, "{found:?}");
        assert_eq!(found[0].rises.is_none(), found[0].times.is_multiple_of(2));
        let (found, _) = crossings(&axis, 0.5, wavering(1.0)).unwrap();
        assert_eq!((found.len(), found[0].rises), (1, Some(true)), "{found:?}");
    }

    #[test]
    fn an_interval_that_reaches_the_end_ends_there() {
        let axis = Axis::spread("x", 1.0, 0.0, 41, false).unwrap();
        let (found, _) = crossings(&axis, 0.99, share).unwrap();
        assert!((found[0].high - 1.0).abs() < 1e-12 && (found[0].low - 0.97).abs() < 1e-6, "{found:?}");
        assert!(crossings(&axis, 0.5, |_| Err(())).is_err());
    }
}
