//! The choice of a box among those of the way, and its last shape.

use super::{Counted, LEAST_COVERAGE, Limit, PEELED, Peeled, Points};

/// Of the densest boxes the largest: one with this part of the gain of the densest.
const OF_THE_GAIN: f64 = 0.9;
/// A limit is dropped if this part of the gain at most goes with it.
const CHEAP: f64 = 0.1;
/// About how many steps the range of a number has to which limits are rounded, at least.
const STEPS: f64 = 20.0;

/// The box that is reported: its place on the way, and its limits.
///
/// The densest box that holds half of what is looked for gives the measure. The largest box with
/// nine tenths of its gain in density over all readings is taken. Limits that give it a tenth of its
/// gain at most are dropped, the least first; then it is widened again as long as that makes it
/// denser (pasting); then limits are rounded, so that what is measured is what is said.
///
/// None where no box is denser than the whole.
#[must_use]
pub fn shape(points: &Points<'_>, places: &[usize], way: &[Peeled]) -> Option<(usize, Vec<Limit>)> {
    let chosen = chosen(points.trials, way)?;
    let mut limits = way[chosen].limits.clone();
    drop_cheap(points, places, &mut limits);
    paste(points, places, &mut limits);
    for limit in &mut limits {
        round(points, limit);
    }
    Some((chosen, limits))
}

/// How much denser a box is than all readings.
fn gain(counted: &Counted, trials: u64) -> f64 {
    counted.density(trials) - counted.overall(trials)
}

fn chosen(trials: u64, way: &[Peeled]) -> Option<usize> {
    let gains: Vec<f64> = way
        .iter()
        .map(|peeled| {
            if peeled.counted.coverage() >= LEAST_COVERAGE {
                gain(&peeled.counted, trials)
            } else {
                0.0
            }
        })
        .collect();
    let most = gains.iter().copied().fold(0.0, f64::max);
    let enough = |gain: f64| gain > 0.0 && gain >= OF_THE_GAIN * most;
    gains.iter().position(|&gain| enough(gain))
}

/// The box without the limit of one number on one side; none where there is no such limit.
fn without(limits: &[Limit], at: usize, is_low: bool) -> Option<Vec<Limit>> {
    let mut fewer = limits.to_vec();
    let place = if is_low {
        &mut fewer[at].low
    } else {
        &mut fewer[at].high
    };
    place.take()?;
    fewer.retain(|limit| limit.low.is_some() || limit.high.is_some());
    Some(fewer)
}

/// Drops limits that hardly make the box denser, the least first.
fn drop_cheap(points: &Points<'_>, places: &[usize], limits: &mut Vec<Limit>) {
    loop {
        let whole = gain(&Counted::of(points, limits, places), points.trials);
        let mut best: Option<(f64, Vec<Limit>)> = None;
        for at in 0..limits.len() {
            for is_low in [true, false] {
                let Some(fewer) = without(limits, at, is_low) else {
                    continue;
                };
                let kept = gain(&Counted::of(points, &fewer, places), points.trials);
                if best.as_ref().is_none_or(|(most, _)| kept > *most) {
                    best = Some((kept, fewer));
                }
            }
        }
        match best {
            Some((kept, fewer)) if !fewer.is_empty() && kept >= (1.0 - CHEAP) * whole => {
                *limits = fewer;
            }
            _ => return,
        }
    }
}

/// Widens the box by thin slices as long as it gets denser.
fn paste(points: &Points<'_>, places: &[usize], limits: &mut [Limit]) {
    loop {
        let now = Counted::of(points, limits, places);
        let mut best = now.density(points.trials);
        let mut widest: Option<Vec<Limit>> = None;
        for at in 0..limits.len() {
            for is_low in [true, false] {
                let Some(wider) = wider(points, places, limits, at, is_low) else {
                    continue;
                };
                let density = Counted::of(points, &wider, places).density(points.trials);
                if density > best {
                    best = density;
                    widest = Some(wider);
                }
            }
        }
        match widest {
            Some(wider) => limits.copy_from_slice(&wider),
            None => return,
        }
    }
}

/// The box with one limit moved outwards by a thin slice; none where there is nothing beyond it.
fn wider(
    points: &Points<'_>,
    places: &[usize],
    limits: &[Limit],
    at: usize,
    is_low: bool,
) -> Option<Vec<Limit>> {
    let open = without(limits, at, is_low)?;
    let values = &points.values[limits[at].number];
    let inside = places
        .iter()
        .filter(|&&place| points.is_inside(limits, place));
    let thin = ((inside.count() as f64 * PEELED) as usize).max(1);
    let beyond = places
        .iter()
        .filter(|&&place| points.is_inside(&open, place) && !limits[at].holds(values[place]));
    let mut beyond: Vec<f64> = beyond.map(|&place| values[place]).collect();
    beyond.sort_by(f64::total_cmp);
    let mut wider = limits.to_vec();
    // Midway to the next value, which stays outside; without a limit where there is none.
    if is_low {
        beyond.reverse();
        wider[at].low = Some(edge(&beyond, thin)?);
    } else {
        wider[at].high = Some(edge(&beyond, thin)?);
    }
    Some(wider)
}

/// Between the last of so many values and the next; none where there are no more than these.
fn edge(beyond: &[f64], thin: usize) -> Option<f64> {
    let next = (thin..beyond.len()).find(|&at| beyond[at - 1] != beyond[at])?;
    Some(f64::midpoint(beyond[next - 1], beyond[next]))
}

/// Rounds the ends of a limit to a power of ten, so that its range has twenty steps at least.
fn round(points: &Points<'_>, limit: &mut Limit) {
    let values = &points.values[limit.number];
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let digits = -libm::floor(libm::log10((most - least) / STEPS));
    for end in [&mut limit.low, &mut limit.high].into_iter().flatten() {
        *end = rounded(*end, digits);
    }
}

/// A value to so many digits after the point; to tens and so on where they are fewer than none.
fn rounded(value: f64, digits: f64) -> f64 {
    if !(-15.0..=15.0).contains(&digits) {
        return value;
    }
    if digits >= 0.0 {
        let text = format!("{value:.places$}", places = digits as usize);
        return text.parse().unwrap_or(value);
    }
    let unit = libm::pow(10.0, -digits);
    (value / unit).round() * unit
}
