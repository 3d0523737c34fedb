//! The finding of a sweep in one sentence: what the asked quantity does.

use super::cells::{cell_places, fineness, places_for};
use super::levels::{MOST_POINTS, ends, level};
use crate::numerals::{count, fixed, near};
use crate::quantities::Quantity;
use crate::report::words::frequencies::{trials, unlike};
use crate::report::words::names::short_path;
use crate::study::{Axis, ComparedPoints, Point, Sweep};

/// Maximum characters of an input's name in a title that needs it twice.
const MOST_NAME: usize = 18;

/// The finding of a sweep in one sentence, without a full stop: from where to where a quantity goes. That two points differ
/// is said where they differ on the same luck.
#[must_use]
pub fn sweep_headline(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity.label();
    if sweep.points.iter().all(|point| point.interval.is_excluded()) {
        let why = sweep.reasons().map_or_else(String::new, |why| format!(": {why}"));
        return match sweep.axes.as_slice() {
            [axis] => format!("“{label}” cannot occur, whatever {} is{why}", short_path(axis.path())),
            _ => format!("“{label}” cannot occur at any point{why}"),
        };
    }
    let Some(first) = sweep.points.first() else { return label.to_owned() };
    if sweep.points.iter().all(|point| point.interval.is_fixed() && point.shown == first.shown) {
        let value = if quantity.is_share() { "100 %".to_owned() } else { level(quantity, first, 0) };
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
    let Some((low, high)) = ends(sweep) else { return label.to_owned() };
    // What surely differs has digits that differ.
    let least = fineness(sweep, quantity);
    let [before, after] = [low, high].map(|point| level(quantity, point, least));
    let [from, to] = [low, high].map(|point| axis.figure(point.values[0]));
    let (way, compared) = match sweep.compared.as_slice() {
        [ends, one, other] if one.is_sure && other.is_sure => (sweep.points.get(one.to), Some(ends)),
        [ends, ..] => (None, Some(ends)),
        [] => (None, None),
    };
    let way = way.map(|point| (level(quantity, point, least), axis.figure(point.values[0])));
    let by = way.as_ref().map_or_else(String::new, |(level, value)| format!(", by way of {level} at {value}"));
    match (compared, way) {
        (Some(ComparedPoints { is_sure: true, .. }), _) => {
            format!("“{label}” goes from {before} to {after} as {path} goes from {from} to {to}{by}")
        }
        (Some(_), Some((level, value))) => {
            format!(
                "“{label}” goes from {before} to {level} as {path} goes from {from} to {value}, and to {after} at {to}"
            )
        }
        (Some(ComparedPoints { is_alike: true, .. }), None) if same_everywhere(sweep) => {
            let all = trials(low.findings.trials);
            let unlike = unlike(low.findings.trials);
            format!("“{label}” is {before} whatever {path} is: in {all} no history differs, so {unlike} of all do")
        }
        (Some(_), None) => {
            let so_many = trials(low.findings.trials);
            let levels = if before == after {
                format!("{before} at both ends")
            } else {
                format!("{before} at {from}, {after} at {to}")
            };
            format!("“{label}”: no change that {so_many} can show as {path} goes from {from} to {to}: {levels}")
        }
        (None, _) => format!("“{label}” is {before} with {path}={from}, and {after} with {to}"),
    }
}

/// Whether all points came to the same.
fn same_everywhere(sweep: &Sweep) -> bool {
    sweep.points.windows(2).all(|pair| pair[0].findings == pair[1].findings)
}

/// Headline of a map, with the number of points at which the case cannot occur.
fn over(sweep: &Sweep, quantity: Quantity) -> String {
    let all = sweep.points.len();
    let possible = sweep.points.iter().filter(|point| point.can_occur()).count();
    let sentence = between(sweep, quantity);
    if possible == all {
        return sentence;
    }
    format!("{sentence}; at {} of {} points it cannot occur", count((all - possible) as u64), count(all as u64))
}

/// What a map shows at the points where the quantity can occur. Extremes over many cells are biased by noise, so
/// numbers are rounded.
fn between(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity.label();
    let possible: Vec<&Point> = sweep.points.iter().filter(|point| point.can_occur()).collect();
    if let [only] = possible.as_slice() {
        return format!("“{label}” is {} {}", level(quantity, only, 0), spot(sweep, only));
    }
    if let Some(first) = possible.first().filter(|first| possible.iter().all(|point| is_same(point, first))) {
        let every = if possible.len() == sweep.points.len() { "every point" } else { "every other point" };
        return format!("“{label}” is {} at {every}", level(quantity, first, 0));
    }
    let Some((compared, least, most)) = extremes(sweep) else {
        return format!("“{label}” at {} points", sweep.points.len());
    };
    // A tenth of the way between them, at least, and no more digits than the cells have; a whole per cent is enough.
    let scale = if quantity.is_share() { 100.0 } else { 1.0 };
    let span = (most.shown - least.shown) * scale;
    let most_places = cell_places(sweep, quantity);
    let places = if span > 0.0 { places_for(span / 10.0).min(most_places) } else { most_places };
    let [low, high] = [least, most].map(|point| rounded(quantity, point.shown, places));
    if !compared.is_sure {
        let so_many = trials(least.findings.trials);
        return format!("“{label}”: no difference between points that {so_many} can show ({low} to {high})");
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
    Some((compared, sweep.points.get(compared.from)?, sweep.points.get(compared.to)?))
}

/// Where a value is: at a point or, where several have it, at how many of them.
fn spots(sweep: &Sweep, possible: &[&Point], point: &Point) -> String {
    match possible.iter().filter(|other| other.shown == point.shown).count() {
        1 => spot(sweep, point),
        alike => format!("at {} of the points", count(alike as u64)),
    }
}

/// A value to so many places: "around 12 %".
fn rounded(quantity: Quantity, value: f64, places: usize) -> String {
    let value = if quantity.is_share() { value * 100.0 } else { value };
    let unit = if quantity.is_share() { " %" } else { "" };
    let step = 0.1_f64.powi(places as i32);
    match quantity.is_share() {
        true if value < step => format!("under {step:.places$}{unit}"),
        true if value > 100.0 - step => format!("over {:.places$}{unit}", 100.0 - step),
        _ => format!("around {}{unit}", fixed(value, places)),
    }
}

/// Where a point is, in a title that names two: "at channel=0.5 and misperception=1"; "at 0.5 across and 1 up" where such
/// names are long or alike. Between many cells luck decides: "near", in round numbers.
fn spot(sweep: &Sweep, point: &Point) -> String {
    let names: Vec<&str> = sweep.axes.iter().map(|axis| axis.path().rsplit('.').next().unwrap_or_default()).collect();
    let fine = sweep.axes.iter().any(|axis| axis.values().len() > MOST_POINTS);
    let distinct = names.windows(2).all(|pair| pair[0] != pair[1]);
    let short = names.iter().all(|name| name.chars().count() <= MOST_NAME);
    let ways = ["across", "up"];
    let mut spot = Vec::new();
    for (at, (axis, &value)) in sweep.axes.iter().zip(&point.values).enumerate() {
        let figure = if fine { near(value, span(axis)) } else { axis.figure(value) };
        match (names.get(at), ways.get(at)) {
            (Some(name), _) if distinct && short => spot.push(format!("{name}={figure}")),
            (_, Some(way)) => spot.push(format!("{figure} {way}")),
            _ => {}
        }
    }
    format!("{} {}", if fine { "near" } else { "at" }, spot.join(" and "))
}

/// From the least value of an axis to the greatest.
fn span(axis: &Axis) -> f64 {
    let low = axis.values().iter().copied().fold(f64::INFINITY, f64::min);
    axis.values().iter().copied().fold(f64::NEG_INFINITY, f64::max) - low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::model::testing::blueprint;
    use crate::report::words::{share_cell, sweep_in_words};
    use crate::sim::Outcome;
    use crate::stats::Interval;
    use crate::study::Difference;
    use crate::tally::Tally;

    const WAR: Quantity = Quantity::War;

    /// A sweep of the share of wars, so many of a million at each point, of which the first and the last surely differ.
    fn sweep(axes: Vec<Axis>, wars: &[u64], is_sure: bool) -> Sweep {
        let model = Model::new(blueprint(9)).unwrap();
        let trials = 1_000_000;
        let point = |at: usize, wars: u64| {
            let mut tally = Tally { trials, ..Tally::new(&model) };
            (tally.outcomes[Outcome::War], tally.outcomes[Outcome::OneSided]) = (wars, trials - wars);
            Point::new(crate::study::combination(&axes, at), WAR, &model, &tally)
        };
        let points: Vec<Point> = wars.iter().enumerate().map(|(at, &wars)| point(at, wars)).collect();
        let to = points.len() - 1;
        let value = points[to].shown - points[0].shown;
        let interval = Interval::between(value - 5e-6, value + 5e-6);
        let compared = ComparedPoints {
            from: 0,
            to,
            difference: Difference { value, interval, differ: 41 },
            is_sure,
            is_alike: false,
        };
        Sweep { base: vec![None; axes.len()], axes, points, compared: vec![compared] }
    }

    fn axis(path: &str) -> Axis {
        Axis::spread(path, 0.0, 1.0, 2, false).unwrap()
    }

    #[test]
    fn what_surely_differs_has_figures_that_differ() {
        let title = sweep_headline(&sweep(vec![axis("x")], &[66_010, 66_036], true), WAR);
        assert!(title.contains("goes from 6.601 % to 6.604 % as x goes from 0 to 1"), "{title}");
        let title = sweep_headline(&sweep(vec![axis("x")], &[66_010, 66_036], false), WAR);
        assert!(title.ends_with("6.60 % at both ends"), "{title}");
    }

    /// Neither less than its cells, which would hide the difference, nor more, which would show what they do not.
    #[test]
    fn a_grid_and_its_title_agree() {
        let grid = |wars: &[u64], is_sure| sweep(vec![axis("x"), axis("y")], wars, is_sure);
        let cells = |sweep: &Sweep| {
            let places = cell_places(sweep, WAR).max(1);
            sweep.points.iter().map(|point| share_cell(&point.case(), places).unwrap()).collect::<Vec<_>>()
        };
        let sure = grid(&[66_010, 66_020, 66_025, 66_036], true);
        assert_eq!(cells(&sure), ["6.6010", "6.6020", "6.6025", "6.6036"]);
        let title = sweep_headline(&sure, WAR);
        assert!(title.contains("lowest, around 6.6010 %") && title.contains("highest, around 6.6036 %"), "{title}");
        assert!(sweep_in_words(&sure, WAR).contains("6.6020 % at x=0 and y=1"), "{}", sweep_in_words(&sure, WAR));
        let unsure = grid(&[66_010, 66_020, 66_025, 66_036], false);
        assert_eq!(cells(&unsure), ["6.60", "6.60", "6.60", "6.60"]);
        assert!(sweep_headline(&unsure, WAR).ends_with("(around 6.60 % to around 6.60 %)"));
    }

    #[test]
    fn what_is_reported_of_extremes_is_round() {
        let feud = Quantity::Feud;
        for (value, places, words) in
            [(0.1234, 0, "around 12 %"), (0.1234, 1, "around 12.3 %"), (0.004, 0, "under 1 %"), (1.0, 0, "over 99 %")]
        {
            assert_eq!(rounded(feud, value, places), words);
        }
        assert_eq!(rounded(Quantity::Acts, 4.371, 1), "around 4.4");
        assert_eq!(rounded(Quantity::FrontsOpened, 0.000_412, 4), "around 0.0004");
    }
}
