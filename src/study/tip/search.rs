//! The search for crossings along an axis: looks first, then closer ones between those that are
//! clear.

use super::clear::{Looks, undecided};
use super::crossings::{AT_A_CROSSING, Closer, clear_pairs, closer_looks};
use super::{Answer, Tip};
use crate::stats::Share;
use crate::study::Axis;

/// Looks for the places where a share of so many trials crosses `share` along an axis; `look` gives
/// it at a value, always on the same luck, or none once it was stopped; it is told about how many
/// more looks come after it. A tip that was stopped before its second look is none.
///
/// Between two neighbouring looks on the same side nothing is seen of a share that crosses and
/// comes back.
///
/// # Errors
/// Whatever `look` fails with.
pub fn tip<E>(
    axis: &Axis,
    share: f64,
    trials: u64,
    mut look: impl FnMut(f64, u64) -> Result<Option<Share>, E>,
) -> Result<Option<Tip>, E> {
    let mut shares = Vec::new();
    for &value in axis.values() {
        let so_far = Looks {
            values: &axis.values()[..shares.len()],
            shares: &shares,
            share,
            trials,
        };
        match look(value, to_come(&so_far, axis.values().len()))? {
            Some(seen) => shares.push(seen),
            None => break,
        }
    }
    if shares.len() < 2 {
        return Ok(None);
    }
    let mut complete = shares.len() == axis.values().len();
    let values = &axis.values()[..shares.len()];
    let looks = Looks {
        values,
        shares: &shares,
        share,
        trials,
    };
    let sides = looks.sides();
    let pairs = clear_pairs(&sides);
    let answer = if shares.iter().all(|look| look.interval.is_excluded()) {
        Answer::Excluded
    } else if shares
        .iter()
        .all(|look| look.interval.is_fixed() && look.share >= 1.0)
    {
        Answer::Always
    } else if pairs.is_empty() {
        looks.without_crossing(&sides)
    } else {
        let placed = Closer::find(&looks, &pairs, complete, &mut look)?;
        complete = placed.complete;
        let unsure = undecided(&sides)
            .first()
            .map(|&(from, to)| (values[from], values[to]));
        Answer::Crosses {
            crossings: placed.crossings,
            unsure,
        }
    };
    Ok(Some(Tip {
        answer,
        shares,
        complete,
    }))
}

/// How many looks are to be expected after the next one along an axis of so many: those that are
/// left on it, and those at the crossings seen so far. For a first crossing fewer are, the less is
/// left: where there is none, the last look along the axis is the last of all.
fn to_come(looks: &Looks<'_>, all: usize) -> u64 {
    let left = all.saturating_sub(looks.shares.len() + 1) as u64;
    let closer = closer_looks(looks, &clear_pairs(&looks.sides()));
    left + if closer > 0 {
        closer
    } else {
        AT_A_CROSSING * left / all as u64
    }
}
