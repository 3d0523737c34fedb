//! The crossings between looks that are clear of the value on different sides, found by looking
//! closer.

use super::Crossing;
use super::clear::{Looks, ValueSide};
use crate::stats::Share;

/// A stretch is halved this often: to a millionth of the distance between two looks.
const HALVINGS: u32 = 20;
/// Number of looks for a crossing, after those along the axis: its place and the two ends of its
/// interval.
pub const AT_A_CROSSING: u64 = 3 * HALVINGS as u64;
/// Where the estimates cross back and forth, the first and the last of their places as well.
pub const AT_SEVERAL: u64 = 5 * HALVINGS as u64;

/// A look at a value, with about how many more come after it; none once it was stopped.
pub type LookFn<'l, E> = dyn FnMut(f64, u64) -> Result<Option<Share>, E> + 'l;

/// Two looks that follow each other among those that are clear, on different sides: between the two
/// there is a crossing.
#[derive(Clone, Copy)]
pub struct ClearPair {
    from: usize,
    to: usize,
    rises: bool,
}

/// All of them, in their order.
pub fn clear_pairs(sides: &[Option<ValueSide>]) -> Vec<ClearPair> {
    let clear: Vec<(usize, ValueSide)> = sides
        .iter()
        .enumerate()
        .filter_map(|(at, side)| Some((at, (*side)?)))
        .collect();
    let apart = clear.windows(2).filter(|pair| pair[0].1 != pair[1].1);
    apart
        .map(|pair| ClearPair {
            from: pair[0].0,
            to: pair[1].0,
            rises: pair[1].1 == ValueSide::Above,
        })
        .collect()
}

/// How many looks the crossings take, at most.
pub fn closer_looks(looks: &Looks<'_>, pairs: &[ClearPair]) -> u64 {
    pairs
        .iter()
        .map(|pair| match pair.crossed(looks).len() {
            0 | 1 => AT_A_CROSSING,
            _ => AT_SEVERAL,
        })
        .sum()
}

impl ClearPair {
    /// The looks after which the estimates have crossed the value: an odd number.
    fn crossed(self, looks: &Looks<'_>) -> Vec<usize> {
        (self.from + 1..=self.to)
            .filter(|&at| looks.is_above(at - 1) != looks.is_above(at))
            .collect()
    }
}

/// Looks that come closer to crossings.
pub struct Closer<'c, 'l, E> {
    looks: &'c Looks<'c>,
    look: &'c mut LookFn<'l, E>,
    /// How many are to come.
    left: u64,
    /// Whether none was stopped.
    complete: bool,
}

/// What was found of the crossings.
pub struct PlacedCrossings {
    pub crossings: Vec<Crossing>,
    /// Whether no look was stopped. If one was, crossings are placed less narrowly.
    pub complete: bool,
}

impl<'c, 'l, E> Closer<'c, 'l, E> {
    /// The crossings between these looks. Nothing is looked at where the looks along the axis are
    /// not `complete`.
    pub fn find(
        looks: &'c Looks<'c>,
        pairs: &[ClearPair],
        complete: bool,
        look: &'c mut LookFn<'l, E>,
    ) -> Result<PlacedCrossings, E> {
        let left = closer_looks(looks, pairs);
        let mut closer = Self {
            looks,
            look,
            left,
            complete,
        };
        let mut crossings = Vec::with_capacity(pairs.len());
        for pair in pairs {
            crossings.push(closer.crossing(*pair)?);
        }
        Ok(PlacedCrossings {
            crossings,
            complete: closer.complete,
        })
    }

    fn crossing(&mut self, pair: ClearPair) -> Result<Crossing, E> {
        let ClearPair { from, to, rises } = pair;
        let crossed = pair.crossed(self.looks);
        // One at least: were there none, the ends would lie on one side.
        let first = crossed.first().copied().unwrap_or(to);
        let middle = crossed.get(crossed.len() / 2).copied().unwrap_or(to);
        let last = crossed.last().copied().unwrap_or(to);
        let at = self.place(middle)?;
        let first_place = if first == middle {
            at
        } else {
            self.place(first)?
        };
        let last_place = if last == middle {
            at
        } else {
            self.place(last)?
        };
        let one = self.edge(first_place, (from..first).rev())?;
        let other = self.edge(last_place, last..=to)?;
        Ok(Crossing {
            at,
            low: one.min(other),
            high: one.max(other),
            rises,
            times: crossed.len(),
        })
    }

    /// Where the estimates cross the value, between the look before this one and this one.
    fn place(&mut self, at: usize) -> Result<f64, E> {
        let above = self.looks.is_above(at);
        let value = self.looks.share;
        let before = self.looks.values[at - 1];
        let halved = self.halve(before, self.looks.values[at], |seen| {
            (seen.share >= value) == above
        })?;
        Ok(if halved.complete {
            halved.with
        } else {
            f64::midpoint(halved.without, halved.with)
        })
    }

    /// Where looks become clear of the value: outwards from a place to the first look that is, then
    /// to the very place between.
    fn edge(&mut self, place: f64, outwards: impl Iterator<Item = usize>) -> Result<f64, E> {
        let looks = self.looks;
        let mut inside = place;
        for at in outwards {
            if looks.side(&looks.shares[at]).is_some() {
                let halved =
                    self.halve(looks.values[at], inside, |seen| looks.side(seen).is_none())?;
                return Ok(if halved.complete {
                    halved.with
                } else {
                    halved.without
                });
            }
            inside = looks.values[at];
        }
        Ok(inside)
    }

    /// Looks for where a condition begins to hold, between a value where it does not and one where
    /// it does.
    fn halve(
        &mut self,
        without: f64,
        with: f64,
        holds: impl Fn(&Share) -> bool,
    ) -> Result<Halved, E> {
        let mut halved = Halved {
            without,
            with,
            complete: true,
        };
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(halved.without, halved.with);
            match self.look(middle)? {
                Some(seen) if holds(&seen) => halved.with = middle,
                Some(_) => halved.without = middle,
                None => {
                    halved.complete = false;
                    break;
                }
            }
        }
        Ok(halved)
    }

    fn look(&mut self, value: f64) -> Result<Option<Share>, E> {
        self.left = self.left.saturating_sub(1);
        if !self.complete {
            return Ok(None);
        }
        let seen = (self.look)(value, self.left)?;
        self.complete = seen.is_some();
        Ok(seen)
    }
}

/// The two values that a search for where a condition begins to hold came to.
struct Halved {
    without: f64,
    with: f64,
    /// Whether it was not stopped, so that the two are as good as one.
    complete: bool,
}
