//! The finding of a sweep in one sentence: what the asked quantity does.

use super::super::{near, short_path, trials};
use super::{MOST_POINTS, ends, level, quantity_label};
use crate::study::{Axis, Beside, Point, Sweep};
use crate::tally::Quantity;

/// Names of inputs with more characters than this are not told in a title that needs them twice.
const MOST_NAME: usize = 18;

/// The finding of a sweep in one sentence, without a full stop: from where to where a quantity goes. That two points differ
/// is said where they differ on the same luck.
#[must_use]
pub fn sweep_headline(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity_label(quantity);
    if sweep.points.iter().all(|point| point.interval.is_excluded()) {
        let why = sweep.points.first().and_then(|point| point.excluded);
        let why = why.map_or_else(String::new, |why| format!(": {why}"));
        return match sweep.axes.as_slice() {
            [axis] => format!("“{label}” cannot occur, whatever {} is{why}", short_path(axis.path())),
            _ => format!("“{label}” cannot occur at any point{why}"),
        };
    }
    let Some(first) = sweep.points.first() else { return label.to_owned() };
    let fixed = |point: &Point| point.interval.is_fixed() && point.shown == first.shown;
    if sweep.points.iter().all(fixed) {
        let value = if quantity.is_share() { "100 %".to_owned() } else { level(quantity, first) };
        return format!("“{label}” is {value} at every point: the inputs fix it");
    }
    match sweep.axes.as_slice() {
        [axis] => along(sweep, axis, quantity),
        _ => over(sweep, quantity),
    }
}

/// The same along one axis.
fn along(sweep: &Sweep, axis: &Axis, quantity: Quantity) -> String {
    let (label, path) = (quantity_label(quantity), short_path(axis.path()));
    let Some((low, high)) = ends(sweep) else { return label.to_owned() };
    let [before, after] = [low, high].map(|point| level(quantity, point));
    let [from, to] = [low, high].map(|point| axis.figure(point.values[0]));
    let (way, beside) = match sweep.beside.as_slice() {
        [ends, one, other] if one.is_sure && other.is_sure => (sweep.points.get(one.to), Some(ends)),
        [ends, ..] => (None, Some(ends)),
        [] => (None, None),
    };
    let way = way.map(|point| (level(quantity, point), axis.figure(point.values[0])));
    let by = way.as_ref().map_or_else(String::new, |(level, value)| format!(", by way of {level} at {value}"));
    match (beside, way) {
        (Some(Beside { is_sure: true, .. }), _) => {
            format!("“{label}” goes from {before} to {after} as {path} goes from {from} to {to}{by}")
        }
        (Some(_), Some((level, value))) => {
            format!(
                "“{label}” goes from {before} to {level} as {path} goes from {from} to {value}, and to {after} at {to}"
            )
        }
        (Some(Beside { is_alike: true, .. }), None) if same_everywhere(sweep) => {
            format!("“{label}” is {before} whatever {path} is: in these runs the histories are the same")
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

/// The same of a map. Of many cells the least and the greatest are so by luck too: numbers are round.
fn over(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity_label(quantity);
    let point = |at: usize| sweep.points.get(at);
    let first = sweep.points.first();
    let same =
        |point: &Point| first.is_some_and(|first| (point.shown, point.interval) == (first.shown, first.interval));
    if let Some(first) = first.filter(|_| sweep.points.iter().all(same)) {
        return format!("“{label}” is {} at every point", level(quantity, first));
    }
    let beside = sweep.beside.first().and_then(|beside| Some((beside, point(beside.from)?, point(beside.to)?)));
    let Some((beside, least, most)) = beside else { return format!("“{label}” at {} points", sweep.points.len()) };
    let [low, high] = [least, most].map(|point| rounded(quantity, point.shown, most.shown - least.shown));
    if !beside.is_sure {
        let so_many = trials(least.findings.trials);
        return format!("“{label}”: no difference between points that {so_many} can show ({low} to {high})");
    }
    let [low, high] = [(low, least), (high, most)].map(|(value, point)| format!("{value}, {}", spot(sweep, point)));
    format!("“{label}” is lowest, {low}, and highest, {high}")
}

/// A value as roundly as what lies between the least and the greatest allows: "around 12 %".
fn rounded(quantity: Quantity, value: f64, span: f64) -> String {
    let (scale, unit) = if quantity.is_share() { (100.0, " %") } else { (1.0, "") };
    let (value, span) = (value * scale, span * scale);
    // A tenth of the way between them, at least; a whole per cent is enough.
    let places = if span > 0.0 { (1.0 - libm::log10(span)).ceil().clamp(0.0, 8.0) as usize } else { 2 };
    let step = 0.1_f64.powi(places as i32);
    match quantity.is_share() {
        true if value < step => format!("under {step:.places$}{unit}"),
        true if value > 100.0 - step => format!("over {:.places$}{unit}", 100.0 - step),
        _ => format!("around {value:.places$}{unit}").replace('-', "−"),
    }
}

/// Where a point is, in a title that names two: "at channel=0.5 and misperception=1"; "at 0.5 across and 1 up" where such
/// names are long or alike. Between many cells luck decides: "near", in round numbers.
fn spot(sweep: &Sweep, point: &Point) -> String {
    let names: Vec<&str> = sweep.axes.iter().map(|axis| axis.path().rsplit('.').next().unwrap_or_default()).collect();
    let fine = sweep.axes.iter().any(|axis| axis.values().len() > MOST_POINTS);
    let figure = |(axis, &value): (&Axis, &f64)| if fine { near(value, span(axis)) } else { axis.figure(value) };
    let values = sweep.axes.iter().zip(&point.values).map(figure);
    let clear = names.windows(2).all(|pair| pair[0] != pair[1]);
    let spot: Vec<String> = if clear && names.iter().all(|name| name.chars().count() <= MOST_NAME) {
        names.iter().zip(values).map(|(name, value)| format!("{name}={value}")).collect()
    } else {
        values.zip(["across", "up"]).map(|(value, way)| format!("{value} {way}")).collect()
    };
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
    use crate::sim::Outcome;

    #[test]
    fn what_is_told_of_extremes_is_round() {
        let feud = Quantity::Outcome(Outcome::Feud);
        for (value, span, words) in [
            (0.1234, 0.3, "around 12 %"),
            (0.1234, 0.05, "around 12.3 %"),
            (0.004, 0.3, "under 1 %"),
            (1.0, 0.3, "over 99 %"),
        ] {
            assert_eq!(rounded(feud, value, span), words);
        }
        assert_eq!(rounded(Quantity::Acts, 4.371, 3.0), "around 4.4");
        assert_eq!(rounded(Quantity::FrontsOpened, 0.000_412, 0.003), "around 0.0004");
    }
}
