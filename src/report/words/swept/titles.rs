//! The finding of a sweep in one sentence: what the asked quantity does.

use super::cells::{cell_places, fineness, places_for};
use super::levels::{MOST_POINTS, ends, level};
use crate::numerals::{count, fixed, near};
use crate::quantities::Quantity;
use crate::report::words::any_of;
use crate::report::words::frequencies::{trials, unlike};
use crate::report::words::names::short_path;
use crate::stats::Share;
use crate::study::{Axis, ComparedPoints, Point, Sweep};

/// Maximum characters of an input's name in a title that needs it twice.
const MOST_NAME: usize = 18;

/// The finding of a sweep in one sentence, without a full stop: from where to where a quantity
/// goes. That two points differ is said where they differ on the same luck.
#[must_use]
pub fn sweep_headline(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity.label();
    if sweep
        .points
        .iter()
        .all(|point| point.interval.is_excluded())
    {
        let why = any_of(&sweep.reasons()).map_or_else(String::new, |why| format!(": {why}"));
        return match sweep.axes.as_slice() {
            [axis] => format!(
                "“{label}” cannot occur, whatever {} is{why}",
                short_path(axis.path())
            ),
            _ => format!("“{label}” cannot occur at any point{why}"),
        };
    }
    let Some(first) = sweep.points.first() else {
        return label.to_owned();
    };
    if sweep
        .points
        .iter()
        .all(|point| point.interval.is_fixed() && point.shown == first.shown)
    {
        let value = if quantity.is_share() {
            "100 %".to_owned()
        } else {
            level(quantity, first, 0)
        };
        return format!("“{label}” is {value} at every point: the inputs fix it");
    }
    match sweep.axes.as_slice() {
        [axis] => along(sweep, axis, quantity),
        _ => over(sweep, quantity),
    }
}

/// Headline of a sweep along one axis.
fn along(sweep: &Sweep, axis: &Axis, quantity: Quantity) -> String {
    let label = quantity.label();
    let path = short_path(axis.path());
    let Some((low, high)) = ends(sweep) else {
        return label.to_owned();
    };
    // What surely differs has digits that differ.
    let least = fineness(sweep, quantity);
    let [before, after] = [low, high].map(|point| level(quantity, point, least));
    let [from, to] = [low, high].map(|point| axis.figure(point.values[0]));
    let (way, compared) = match sweep.compared.as_slice() {
        [ends, one, other] if one.is_sure && other.is_sure => {
            (sweep.points.get(one.to), Some(ends))
        }
        [ends, ..] => (None, Some(ends)),
        [] => (None, None),
    };
    let way = way.map(|point| (level(quantity, point, least), axis.figure(point.values[0])));
    let by = way.as_ref().map_or_else(String::new, |(level, value)| {
        format!(", by way of {level} at {value}")
    });
    match (compared, way) {
        (Some(ComparedPoints { is_sure: true, .. }), _) => {
            format!(
                "“{label}” goes from {before} to {after} as {path} goes from {from} to {to}{by}"
            )
        }
        (Some(_), Some((level, value))) => {
            format!(
                "“{label}” goes from {before} to {level} as {path} goes from {from} to {value}, and to {after} at {to}"
            )
        }
        (Some(ComparedPoints { is_alike: true, .. }), None) if same_everywhere(sweep) => {
            let so_many = low.findings.trials;
            let all = trials(so_many);
            let unlike = unlike(Share::new(0, so_many.max(1)), so_many);
            format!(
                "“{label}” is {before} whatever {path} is: in {all} no history differs, so {unlike} of all do"
            )
        }
        (Some(_), None) => {
            let so_many = trials(low.findings.trials);
            let levels = if before == after {
                format!("{before} at both ends")
            } else {
                format!("{before} at {from}, {after} at {to}")
            };
            format!(
                "“{label}”: no change that {so_many} can show as {path} goes from {from} to {to}: {levels}"
            )
        }
        (None, _) => format!("“{label}” is {before} with {path}={from}, and {after} with {to}"),
    }
}

/// Whether all points came to the same.
fn same_everywhere(sweep: &Sweep) -> bool {
    sweep
        .points
        .windows(2)
        .all(|pair| pair[0].findings == pair[1].findings)
}

/// Headline of a map, with the number of points at which the case cannot occur.
fn over(sweep: &Sweep, quantity: Quantity) -> String {
    let all = sweep.points.len();
    let possible = sweep
        .points
        .iter()
        .filter(|point| point.can_occur())
        .count();
    let sentence = between(sweep, quantity);
    if possible == all {
        return sentence;
    }
    format!(
        "{sentence}; at {} of {} points it cannot occur",
        count((all - possible) as u64),
        count(all as u64)
    )
}

/// What a map shows at the points where the quantity can occur. Extremes over many cells are biased
/// by noise, so numbers are rounded.
fn between(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity.label();
    let possible: Vec<&Point> = sweep
        .points
        .iter()
        .filter(|point| point.can_occur())
        .collect();
    if let [only] = possible.as_slice() {
        return format!(
            "“{label}” is {} {}",
            level(quantity, only, 0),
            spot(sweep, only)
        );
    }
    if let Some(first) = possible
        .first()
        .filter(|first| possible.iter().all(|point| is_same(point, first)))
    {
        let every = if possible.len() == sweep.points.len() {
            "every point"
        } else {
            "every other point"
        };
        return format!("“{label}” is {} at {every}", level(quantity, first, 0));
    }
    let Some((compared, least, most)) = extremes(sweep) else {
        return format!("“{label}” at {} points", sweep.points.len());
    };
    // A tenth of the way between them, at least, and no more digits than the cells have; a whole
    // per cent is enough.
    let scale = if quantity.is_share() { 100.0 } else { 1.0 };
    let span = (most.shown - least.shown) * scale;
    let most_places = cell_places(sweep, quantity);
    let places = if span > 0.0 {
        places_for(span / 10.0).min(most_places)
    } else {
        most_places
    };
    let [low, high] = [least, most].map(|point| rounded(quantity, point.shown, places));
    if !compared.is_sure {
        let so_many = trials(least.findings.trials);
        return format!(
            "“{label}”: no difference between points that {so_many} can show ({low} to {high})"
        );
    }
    let lowest = spots(sweep, &possible, least);
    let highest = spots(sweep, &possible, most);
    format!("“{label}” is lowest, {low}, {lowest}, and highest, {high}, {highest}")
}

/// Whether two points show the same.
fn is_same(one: &Point, other: &Point) -> bool {
    (one.shown, one.interval) == (other.shown, other.interval)
}

/// The two points that a map compares: that of the least value and that of the greatest.
fn extremes(sweep: &Sweep) -> Option<(&ComparedPoints, &Point, &Point)> {
    let compared = sweep.compared.first()?;
    Some((
        compared,
        sweep.points.get(compared.from)?,
        sweep.points.get(compared.to)?,
    ))
}

/// Where a value is: at a point or, where several have it, at how many of them.
fn spots(sweep: &Sweep, possible: &[&Point], point: &Point) -> String {
    match possible
        .iter()
        .filter(|other| other.shown == point.shown)
        .count()
    {
        1 => spot(sweep, point),
        alike => format!("at {} of the points", count(alike as u64)),
    }
}

/// A value to so many places: "around 12 %".
fn rounded(quantity: Quantity, value: f64, places: usize) -> String {
    let value = if quantity.is_share() {
        value * 100.0
    } else {
        value
    };
    let unit = if quantity.is_share() { " %" } else { "" };
    let step = 0.1_f64.powi(places as i32);
    match quantity.is_share() {
        true if value < step => format!("under {step:.places$}{unit}"),
        true if value > 100.0 - step => format!("over {:.places$}{unit}", 100.0 - step),
        _ => format!("around {}{unit}", fixed(value, places)),
    }
}

/// Where a point is, in a title that names two: "at channel=0.5 and misperception=1"; "at 0.5
/// across and 1 up" where such names are long or alike. Between many cells luck decides: "near", in
/// round numbers.
fn spot(sweep: &Sweep, point: &Point) -> String {
    let names: Vec<&str> = sweep
        .axes
        .iter()
        .map(|axis| axis.path().rsplit('.').next().unwrap_or_default())
        .collect();
    let fine = sweep
        .axes
        .iter()
        .any(|axis| axis.values().len() > MOST_POINTS);
    let distinct = names.windows(2).all(|pair| pair[0] != pair[1]);
    let short = names.iter().all(|name| name.chars().count() <= MOST_NAME);
    let ways = ["across", "up"];
    let mut spot = Vec::new();
    for (at, (axis, &value)) in sweep.axes.iter().zip(&point.values).enumerate() {
        let figure = if fine {
            near(value, span(axis))
        } else {
            axis.figure(value)
        };
        match (names.get(at), ways.get(at)) {
            (Some(name), _) if distinct && short => spot.push(format!("{name}={figure}")),
            (_, Some(way)) => spot.push(format!("{figure} {way}")),
            _ => {}
        }
    }
    format!(
        "{} {}",
        if fine { "near" } else { "at" },
        spot.join(" and ")
    )
}

/// From the least value of an axis to the greatest.
fn span(axis: &Axis) -> f64 {
    let low = axis.values().iter().copied().fold(f64::INFINITY, f64::min);
    axis.values()
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max)
        - low
}

#[cfg(test)]
mod tests;
