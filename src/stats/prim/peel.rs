//! Peeling: thin slices off the box, each time the one after which the rest is densest.

use super::{Counted, LEAST_MASS, Limit, MOST_LIMITED, PEELED, Points};

/// The fewest readings of a box: of fewer the mean says little.
const LEAST_READINGS: usize = 10;

/// A box on the way from all readings to few.
#[derive(Clone, Debug, PartialEq)]
pub struct Peeled {
    /// What it limits, in the order in which numbers were first limited.
    pub limits: Vec<Limit>,
    /// What it holds of the readings that it was found on.
    pub counted: Counted,
}

/// The boxes from all readings at these places to few, one slice after another, until no slice makes
/// the rest denser. The first is the whole. At most so many numbers are limited as a sentence can
/// say: those that come first.
#[must_use]
pub fn peel(points: &Points<'_>, places: &[usize]) -> Vec<Peeled> {
    let least = ((places.len() as f64 * LEAST_MASS).ceil() as usize).max(LEAST_READINGS);
    let mut inside = places.to_vec();
    let mut limits: Vec<Limit> = Vec::new();
    let mut boxes = vec![peeled(points, &limits, places)];
    while let Some(slice) = best_slice(points, &inside, &limits, least) {
        slice.limit(&mut limits);
        inside.retain(|&place| points.is_inside(&limits, place));
        boxes.push(peeled(points, &limits, places));
    }
    boxes
}

fn peeled(points: &Points<'_>, limits: &[Limit], places: &[usize]) -> Peeled {
    Peeled {
        limits: limits.to_vec(),
        counted: Counted::of(points, limits, places),
    }
}

/// What remains of a box after a slice.
#[derive(Clone, Copy)]
struct Rest {
    readings: usize,
    hits: u64,
}

impl Rest {
    /// Whether its mean is higher than that of another: in whole numbers, so that ties are ties.
    fn is_denser_than(self, other: Self) -> bool {
        let own = u128::from(self.hits) * other.readings as u128;
        own > u128::from(other.hits) * self.readings as u128
    }
}

/// A slice: what lies beyond a value of a number.
#[derive(Clone, Copy)]
struct Slice {
    number: usize,
    side: Side,
    at: f64,
    rest: Rest,
}

/// From which side a slice is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Low,
    High,
}

impl Slice {
    /// Puts its value among the limits of a box.
    fn limit(self, limits: &mut Vec<Limit>) {
        let place = limits.iter().position(|limit| limit.number == self.number);
        let place = place.unwrap_or_else(|| {
            limits.push(Limit {
                number: self.number,
                low: None,
                high: None,
            });
            limits.len() - 1
        });
        match self.side {
            Side::Low => limits[place].low = Some(self.at),
            Side::High => limits[place].high = Some(self.at),
        }
    }
}

/// The slice after which the rest is densest, the first of several; none where no rest is denser
/// than the box, or all of them have too few readings.
fn best_slice(
    points: &Points<'_>,
    inside: &[usize],
    limits: &[Limit],
    least: usize,
) -> Option<Slice> {
    let hits = inside.iter().map(|&place| u64::from(points.hits[place]));
    let mut best = Rest {
        readings: inside.len(),
        hits: hits.sum(),
    };
    let whole = best;
    let is_full = limits.len() >= MOST_LIMITED;
    let mut found = None;
    for number in 0..points.values.len() {
        if is_full && limits.iter().all(|limit| limit.number != number) {
            continue;
        }
        let sorted = sorted(points, inside, number);
        for side in [Side::Low, Side::High] {
            let slice = slice(&sorted, number, side, whole);
            let slice = slice.filter(|slice| slice.rest.readings >= least);
            if let Some(slice) = slice.filter(|slice| slice.rest.is_denser_than(best)) {
                best = slice.rest;
                found = Some(slice);
            }
        }
    }
    found
}

/// Values of a number with the hits of their readings, in rising order.
fn sorted(points: &Points<'_>, inside: &[usize], number: usize) -> Vec<(f64, u32)> {
    let values = &points.values[number];
    let pairs = inside
        .iter()
        .map(|&place| (values[place], points.hits[place]));
    let mut pairs: Vec<(f64, u32)> = pairs.collect();
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    pairs
}

/// The slice from one side: at least a twentieth of the readings, and all of one value together.
fn slice(sorted: &[(f64, u32)], number: usize, side: Side, whole: Rest) -> Option<Slice> {
    let thin = ((sorted.len() as f64 * PEELED) as usize).max(1);
    let mut cuts: Box<dyn Iterator<Item = usize>> = match side {
        Side::Low => Box::new(thin..sorted.len()),
        Side::High => Box::new((1..=sorted.len().saturating_sub(thin)).rev()),
    };
    let cut = cuts.find(|&cut| sorted[cut - 1].0 < sorted[cut].0)?;
    let off = match side {
        Side::Low => &sorted[..cut],
        Side::High => &sorted[cut..],
    };
    let hits: u64 = off.iter().map(|&(_, hits)| u64::from(hits)).sum();
    Some(Slice {
        number,
        side,
        at: f64::midpoint(sorted[cut - 1].0, sorted[cut].0),
        rest: Rest {
            readings: whole.readings - off.len(),
            hits: whole.hits - hits,
        },
    })
}
