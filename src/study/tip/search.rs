//! The search for crossings along an axis: looks first, then closer ones between those that are clear.

use super::clear::{Looks, Side, undecided};
use super::{Answer, Crossing, Tip};
use crate::stats::Share;
use crate::study::Axis;

/// A stretch is halved this often: to a millionth of the distance between two looks.
const HALVINGS: u32 = 20;
/// Number of looks for a crossing, after those along the axis: its place and the two ends of its interval.
pub(super) const AT_A_CROSSING: u64 = 3 * HALVINGS as u64;
/// Where the estimates cross back and forth, the first and the last of their places as well.
pub(super) const AT_SEVERAL: u64 = 5 * HALVINGS as u64;

/// Looks for the places where a share of so many trials crosses `share` along an axis; `look` gives it at a value, always
/// on the same luck, or none once it was stopped; it is told about how many more looks come after it. A tip that was stopped before its second look is none.
///
/// Between two neighbouring looks on the same side nothing is seen of a share that crosses and comes back.
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
    let brackets = brackets(&sides);
    let answer = if shares.iter().all(|look| look.interval.is_excluded()) {
        Answer::Excluded
    } else if shares
        .iter()
        .all(|look| look.interval.is_fixed() && look.share >= 1.0)
    {
        Answer::Always
    } else if brackets.is_empty() {
        looks.without_crossing(&sides)
    } else {
        let crossings = crossings(&looks, &brackets, &mut complete, &mut look)?;
        let unsure = undecided(&sides)
            .first()
            .map(|&(from, to)| (values[from], values[to]));
        Answer::Crosses { crossings, unsure }
    };
    Ok(Some(Tip {
        answer,
        shares,
        complete,
    }))
}

/// The crossings between these looks, each found by looking closer; once it is stopped, `complete` is false, and they are
/// placed less narrowly.
fn crossings<E>(
    looks: &Looks<'_>,
    brackets: &[(usize, usize, bool)],
    complete: &mut bool,
    look: &mut impl FnMut(f64, u64) -> Result<Option<Share>, E>,
) -> Result<Vec<Crossing>, E> {
    let mut left: u64 = brackets
        .iter()
        .map(|&(from, to, _)| closer_looks(looks, from, to))
        .sum();
    let mut closer = |value| {
        left = left.saturating_sub(1);
        let seen = if *complete { look(value, left)? } else { None };
        *complete = seen.is_some();
        Ok(seen)
    };
    brackets
        .iter()
        .map(|&(from, to, rises)| crossing(looks, from, to, rises, &mut closer))
        .collect()
}

/// How many looks are to be expected after the next one along an axis of so many: those that are left on it, and those at
/// the crossings seen so far. For a first crossing fewer are, the less is left: where there is none, the last look along
/// the axis is the last of all.
fn to_come(looks: &Looks<'_>, all: usize) -> u64 {
    let left = all.saturating_sub(looks.shares.len() + 1) as u64;
    let closer: u64 = brackets(&looks.sides())
        .iter()
        .map(|&(from, to, _)| closer_looks(looks, from, to))
        .sum();
    left + if closer > 0 {
        closer
    } else {
        AT_A_CROSSING * left / all as u64
    }
}

/// The pairs of looks that follow each other among those that are clear, on different sides: between the two there is a
/// crossing; and whether it rises.
fn brackets(sides: &[Option<Side>]) -> Vec<(usize, usize, bool)> {
    let clear: Vec<(usize, Side)> = sides
        .iter()
        .enumerate()
        .filter_map(|(at, side)| Some((at, (*side)?)))
        .collect();
    let pairs = clear.windows(2).filter(|pair| pair[0].1 != pair[1].1);
    pairs
        .map(|pair| (pair[0].0, pair[1].0, pair[1].1 == Side::Above))
        .collect()
}

/// The looks after which the estimates have crossed the value, between two that are clear of it on different sides: an odd
/// number.
fn crossed(looks: &Looks<'_>, from: usize, to: usize) -> Vec<usize> {
    let above = |at: usize| looks.shares[at].share >= looks.share;
    (from + 1..=to)
        .filter(|&at| above(at - 1) != above(at))
        .collect()
}

/// How many looks a crossing between two looks takes, at most.
fn closer_looks(looks: &Looks<'_>, from: usize, to: usize) -> u64 {
    if crossed(looks, from, to).len() > 1 {
        AT_SEVERAL
    } else {
        AT_A_CROSSING
    }
}

/// The crossing between two looks that are clear of the value on different sides.
fn crossing<E>(
    looks: &Looks<'_>,
    from: usize,
    to: usize,
    rises: bool,
    look: &mut impl FnMut(f64) -> Result<Option<Share>, E>,
) -> Result<Crossing, E> {
    let (values, share) = (looks.values, looks.share);
    let above = |found: &Share| found.share >= share;
    let unclear = |found: &Share| looks.side(found).is_none();
    let crossed = crossed(looks, from, to);
    let mut place = |at: usize| -> Result<f64, E> {
        let rises = above(&looks.shares[at]);
        let halved = halve(values[at - 1], values[at], |value| {
            Ok(look(value)?.map(|seen| above(&seen) == rises))
        })?;
        Ok(halved.unwrap_or_else(|(one, other)| f64::midpoint(one, other)))
    };
    // One at least: were there none, the ends would lie on one side.
    let (first, last) = (
        crossed.first().copied().unwrap_or(to),
        crossed.last().copied().unwrap_or(to),
    );
    let middle = crossed.get(crossed.len() / 2).copied().unwrap_or(to);
    let at = place(middle)?;
    let inner = [
        if first == middle { at } else { place(first)? },
        if last == middle { at } else { place(last)? },
    ];
    // Outwards to the first look that is clear of the value, then to the very place between.
    let mut edge = |inner: f64, outwards: &mut dyn Iterator<Item = usize>| {
        let mut inside = inner;
        for place in outwards {
            if !unclear(&looks.shares[place]) {
                let halved = halve(values[place], inside, |value| {
                    Ok(look(value)?.map(|seen| unclear(&seen)))
                })?;
                return Ok(halved.unwrap_or_else(|(without, _)| without));
            }
            inside = values[place];
        }
        Ok(inside)
    };
    let one = edge(inner[0], &mut (from..first).rev())?;
    let other = edge(inner[1], &mut (last..=to))?;
    Ok(Crossing {
        at,
        low: one.min(other),
        high: one.max(other),
        rises,
        times: crossed.len(),
    })
}

/// Where a condition begins to hold, between a value where it does not and one where it does. Where it was stopped, the
/// two that it came to.
fn halve<E>(
    without: f64,
    with: f64,
    mut holds: impl FnMut(f64) -> Result<Option<bool>, E>,
) -> Result<Result<f64, (f64, f64)>, E> {
    let (mut without, mut with) = (without, with);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(without, with);
        match holds(middle)? {
            Some(true) => with = middle,
            Some(false) => without = middle,
            None => return Ok(Err((without, with))),
        }
    }
    Ok(Ok(with))
}
