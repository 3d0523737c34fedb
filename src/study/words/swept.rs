//! How results change along a number, in words.

use super::{INTERVALS, PURPOSE, SHARED_LUCK, near, number, outcome_label, short_path};
use crate::sim::Outcome;
use crate::study::{Axis, Case, Point, Shown, Sweep};
use crate::tally::Quantity;

/// Names of inputs with more characters than this are not told in a title that needs them twice.
const MOST_NAME: usize = 18;
/// No more points of an axis are told in words.
const MOST_POINTS: usize = 11;

/// What is told of a share that the inputs exclude.
const NEVER: &str = "none, as it cannot occur,";

/// What a quantity is, in the words of charts.
#[must_use]
pub const fn quantity_label(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Outcome(outcome) => outcome_label(outcome),
        other => other.label(),
    }
}

/// A share as briefly as its interval allows: "12.3 %", "none", "all", "cannot occur".
#[must_use]
pub fn brief(case: &Case, trials: u64) -> String {
    match Shown::of(case, trials) {
        Shown::Excluded(_) => "cannot occur".to_owned(),
        Shown::Fixed(_) => "always".to_owned(),
        _ if case.share.share <= 0.0 => "none".to_owned(),
        _ if case.share.share >= 1.0 => "all".to_owned(),
        Shown::Estimated { value, .. } => value,
    }
}

/// A share as a sentence tells it: none and all have their bounds, but what cannot occur has none.
fn told(case: &Case, trials: u64) -> String {
    match Shown::of(case, trials) {
        Shown::Excluded(_) => NEVER.to_owned(),
        Shown::Fixed(_) => "100 %, as the inputs fix it,".to_owned(),
        Shown::Estimated { value, interval } if case.share.share <= 0.0 || case.share.share >= 1.0 => {
            format!("{value} ({interval})")
        }
        Shown::Estimated { value, .. } => value,
    }
}

/// The quantity that was asked for, at a point.
fn level(quantity: Quantity, point: &Point) -> String {
    if quantity.is_share() { told(&point.case(), point.findings.trials) } else { format!("{:.2}", point.shown) }
}

/// The finding of a sweep in one sentence, without a full stop: from where to where a quantity goes.
#[must_use]
pub fn sweep_headline(sweep: &Sweep, quantity: Quantity) -> String {
    match sweep.axes.as_slice() {
        [axis] => along(sweep, axis, quantity),
        _ => map_headline(sweep, quantity),
    }
}

/// The same along one axis. Its curves are of the outcomes: where another quantity was asked for, the finding is of the
/// outcome that changes most.
fn along(sweep: &Sweep, axis: &Axis, quantity: Quantity) -> String {
    let Some((low, high)) = ends(sweep) else { return quantity_label(quantity).to_owned() };
    let share = |outcome: Outcome, point: &Point| point.findings.outcome(outcome).share.share;
    let change = |outcome: Outcome| (share(outcome, high) - share(outcome, low)).abs();
    let more = |best, next| if change(next) > change(best) { next } else { best };
    let most = || Outcome::ALL.into_iter().fold(low.findings.most_common(), more);
    let asked = if on_curves(quantity) { quantity } else { Quantity::Outcome(most()) };
    let case = |point: &Point| match asked {
        Quantity::Outcome(outcome) => *point.findings.outcome(outcome),
        _ => point.case(),
    };
    let words = |point: &Point| told(&case(point), point.findings.trials);
    let (label, path) = (quantity_label(asked), short_path(axis.path()));
    let ([before, after], [from, to]) = ([low, high].map(words), [low, high].map(|point| axis.figure(point.values[0])));
    if sweep.points.iter().all(|point| case(point).share.interval.is_excluded()) {
        return format!("“{label}” cannot occur, whatever {path} is");
    }
    let way = between(sweep, [case(low), case(high)], case);
    let way = way
        .map(|point| format!(", by way of {} at {}", words(point), axis.figure(point.values[0])))
        .unwrap_or_default();
    if before == after {
        return format!("“{label}” is at {before} with {path}={from} as with {to}{way}");
    }
    format!("“{label}” goes from {before} to {after} as {path} goes from {from} to {to}{way}")
}

/// The point between the ends at which a share is farthest beyond both, further than intervals reach.
fn between(sweep: &Sweep, ends: [Case; 2], case: impl Fn(&Point) -> Case) -> Option<&Point> {
    let [low, high] = [f64::min, f64::max].map(|pick| pick(ends[0].share.share, ends[1].share.share));
    let beyond = |point: &Point| {
        let share = case(point).share.share;
        (low - share).max(share - high)
    };
    let clear = |point: &&Point| {
        let Some((least, most)) = case(point).share.interval.ends() else { return false };
        ends.iter().filter_map(|end| end.share.interval.ends()).all(|end| most < end.0)
            || ends.iter().filter_map(|end| end.share.interval.ends()).all(|end| least > end.1)
    };
    sweep.points.iter().filter(clear).reduce(|best, next| if beyond(next) > beyond(best) { next } else { best })
}

/// The same of a map. Of many cells the least and the greatest are so by luck too: numbers are round.
fn map_headline(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity_label(quantity);
    let Some((least, most)) = extremes(sweep) else { return label.to_owned() };
    let [low, high] = [least, most].map(|point| level(quantity, point));
    if low == high {
        return match low.as_str() {
            NEVER => format!("“{label}” cannot occur at any point"),
            _ => format!("“{label}” is {low} at every point"),
        };
    }
    let apart = least.interval.ends().zip(most.interval.ends()).is_none_or(|(low, high)| low.1 < high.0);
    let [low, high] = [least, most].map(|point| rounded(quantity, point.shown, most.shown - least.shown));
    if !apart {
        return format!("“{label}” hardly changes: {low} to {high}, within the intervals");
    }
    let [low, high] = [(low, least), (high, most)].map(|(value, point)| format!("{value}, {}", spot(sweep, point)));
    format!("“{label}” is lowest, {low}, and highest, {high}")
}

/// A value as roundly as what lies between the least and the greatest allows: "around 12 %".
fn rounded(quantity: Quantity, value: f64, span: f64) -> String {
    let (scale, unit) = if quantity.is_share() { (100.0, " %") } else { (1.0, "") };
    let (value, span) = (value * scale, span * scale);
    let places = match span {
        _ if span >= 10.0 => 0,
        _ if span >= 1.0 => 1,
        _ => 2,
    };
    let step = 0.1_f64.powi(places);
    let places = places as usize;
    match quantity.is_share() {
        true if value < step => format!("under {step:.places$}{unit}"),
        true if value > 100.0 - step => format!("over {:.places$}{unit}", 100.0 - step),
        _ => format!("around {value:.places$}{unit}").replace('-', "−"),
    }
}

/// Whether the curves of the outcomes show a quantity.
const fn on_curves(quantity: Quantity) -> bool {
    matches!(quantity, Quantity::Outcome(_) | Quantity::Wars)
}

/// From where to where a quantity goes along one axis, where the curves of the outcomes do not show it: "Acts, on
/// average: 4.37 to 3.24."
#[must_use]
pub fn beyond_curves(sweep: &Sweep, quantity: Quantity) -> Option<String> {
    if sweep.axes.len() != 1 || on_curves(quantity) {
        return None;
    }
    let (low, high) = ends(sweep)?;
    let [before, after] = [low, high].map(|point| level(quantity, point));
    Some(format!("{}, on average: {before} at the left, {after} at the right.", quantity_label(quantity)))
}

/// A whole sweep as a paragraph; of long ones some points.
#[must_use]
pub fn sweep_in_words(sweep: &Sweep, quantity: Quantity) -> String {
    let mut told = if sweep.axes.len() == 1 { curves(sweep) } else { cells(sweep, quantity) };
    if let Some(words) = beyond_curves(sweep, quantity) {
        told.push_str(&format!(" {words}"));
    }
    let headline = sweep_headline(sweep, quantity);
    format!("{PURPOSE} {headline}. {told} {SHARED_LUCK} {INTERVALS}")
}

/// How far from the middle of its interval a quantity's ends are, at most: "±1.2 points" of a share.
#[must_use]
pub fn widest(sweep: &Sweep, quantity: Quantity) -> Option<String> {
    let half = |(low, high): (f64, f64)| (high - low) / 2.0;
    let half = sweep.points.iter().filter_map(|point| point.interval.ends()).map(half).reduce(f64::max)?;
    if quantity.is_share() {
        return Some(format!("±{:.1} points", (half * 1000.0).ceil() / 10.0));
    }
    Some(format!("±{}", number(format!("{half:.1e}").parse().unwrap_or(half))))
}

fn curves(sweep: &Sweep) -> String {
    let points = some(sweep);
    let figure = |point: &Point| sweep.axes.first().map_or_else(String::new, |axis| axis.figure(point.values[0]));
    let outcome = |outcome: Outcome| {
        let at = |point: &&Point| format!("{} at {}", figures(point, outcome), figure(point));
        format!("{}: {}.", outcome_label(outcome), points.iter().map(at).collect::<Vec<_>>().join(", "))
    };
    Outcome::ALL.map(outcome).join(" ")
}

fn figures(point: &Point, outcome: Outcome) -> String {
    match Shown::of(point.findings.outcome(outcome), point.findings.trials) {
        Shown::Excluded(_) => "cannot occur".to_owned(),
        shown => shown.in_words(),
    }
}

fn cells(sweep: &Sweep, quantity: Quantity) -> String {
    let at = |point: &&Point| format!("{} at {}", level(quantity, point), place(sweep, point));
    let points = some(sweep);
    format!("{}.", points.iter().map(at).collect::<Vec<_>>().join("; "))
}

/// The points, or some at even steps, the first and the last among them.
fn some(sweep: &Sweep) -> Vec<&Point> {
    let last = sweep.points.len().saturating_sub(1);
    let steps = last.min(MOST_POINTS - 1);
    (0..=steps).filter_map(|at| sweep.points.get(at * last / steps.max(1))).collect()
}

/// Where a point is: "relations.channel=0.5 and actors.*.misperception=1".
fn place(sweep: &Sweep, point: &Point) -> String {
    let short: Vec<String> = sweep.axes.iter().map(|axis| short_path(axis.path())).collect();
    let clear = short.windows(2).all(|pair| pair[0] != pair[1]);
    let on = |((axis, short), &value): ((&Axis, &String), &f64)| {
        format!("{}={}", if clear { short } else { axis.path() }, axis.figure(value))
    };
    sweep.axes.iter().zip(&short).zip(&point.values).map(on).collect::<Vec<_>>().join(" and ")
}

/// The same in a title, which names two points: "at channel=0.5 and misperception=1"; "at 0.5 across and 1 up" where such
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

/// The points of the least and of the greatest value of a single axis.
fn ends(sweep: &Sweep) -> Option<(&Point, &Point)> {
    let value = |point: &&Point| point.values[0];
    let least = sweep.points.iter().reduce(|a, b| if value(&b) < value(&a) { b } else { a })?;
    let most = sweep.points.iter().reduce(|a, b| if value(&b) > value(&a) { b } else { a })?;
    Some((least, most))
}

/// The points where the quantity is least and greatest; of equal ones the first.
fn extremes(sweep: &Sweep) -> Option<(&Point, &Point)> {
    let least = sweep.points.iter().reduce(|a, b| if b.shown < a.shown { b } else { a })?;
    let most = sweep.points.iter().reduce(|a, b| if b.shown > a.shown { b } else { a })?;
    Some((least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
