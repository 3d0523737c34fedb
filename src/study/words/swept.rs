//! How results change along a number, in words.

use super::{INTERVALS, PURPOSE, SHARED_LUCK, outcome_label};
use crate::sim::Outcome;
use crate::study::{Axis, Case, Point, Shown, Sweep};
use crate::tally::Quantity;

/// More characters of a path than these are not told in a sentence.
const MOST_PATH: usize = 36;
/// Names of inputs with more characters than this are not told in a title that needs them twice.
const MOST_NAME: usize = 18;
/// No more points of an axis are told in words.
const MOST_POINTS: usize = 11;

/// What a quantity is, in the words of charts.
#[must_use]
pub const fn quantity_label(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Outcome(outcome) => outcome_label(outcome),
        other => other.label(),
    }
}

/// A number as short as can be, to four digits: "0.3", "12", "1.5e-7".
#[must_use]
pub fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    if rounded != 0.0 && !(1e-4..1e6).contains(&rounded.abs()) {
        return format!("{rounded:e}");
    }
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// The mean of a quantity: "12.3 %" of a share, else the number.
#[must_use]
pub fn level(quantity: Quantity, value: f64) -> String {
    if quantity.is_share() { format!("{:.1} %", value * 100.0) } else { format!("{value:.2}") }
}

/// A path, its beginning left out where it would drown the sentence.
#[must_use]
pub fn short_path(path: &str) -> String {
    let length = path.chars().count();
    if length <= MOST_PATH {
        return path.to_owned();
    }
    format!("…{}", path.chars().skip(length - MOST_PATH).collect::<String>())
}

/// The finding of a sweep in one sentence, without a full stop: from where to where a quantity goes.
#[must_use]
pub fn sweep_headline(sweep: &Sweep, quantity: Quantity) -> String {
    let label = quantity_label(quantity);
    let shown = |point: &Point| level(quantity, point.shown);
    if let [axis] = sweep.axes.as_slice() {
        return along(sweep, axis, quantity);
    }
    let Some((least, most)) = extremes(sweep) else { return label.to_owned() };
    if shown(least) == shown(most) {
        return format!("“{label}” is {} at every point", shown(least));
    }
    let [low, high] = [least, most].map(|point| format!("{} at {}", shown(point), spot(sweep, point)));
    format!("“{label}” is lowest, {low}, and highest, {high}")
}

/// The same along one axis. Its curves are of the outcomes: where another quantity was asked for, the finding is of the
/// outcome that changes most.
fn along(sweep: &Sweep, axis: &Axis, quantity: Quantity) -> String {
    let Some((low, high)) = ends(sweep) else { return quantity_label(quantity).to_owned() };
    let share = |outcome: Outcome, point: &Point| point.findings.outcome(outcome).share.share;
    let change = |outcome: Outcome| (share(outcome, high) - share(outcome, low)).abs();
    let (label, [before, after]) = if on_curves(quantity) {
        (quantity_label(quantity), [low, high].map(|point| level(quantity, point.shown)))
    } else {
        let more = |best, next| if change(next) > change(best) { next } else { best };
        let most = Outcome::ALL.into_iter().fold(low.findings.most_common(), more);
        (outcome_label(most), [low, high].map(|point| level(Quantity::Outcome(most), share(most, point))))
    };
    let path = short_path(axis.path());
    let [from, to] = [low, high].map(|point| number(point.values[0]));
    if before == after {
        return format!("“{label}” is at {before} with {path}={from} as with {to}");
    }
    format!("“{label}” goes from {before} to {after} as {path} goes from {from} to {to}")
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
    let [before, after] = [low, high].map(|point| level(quantity, point.shown));
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

/// How far from the middle of its interval a quantity's ends are, at most, in percentage points: of outcomes, whose
/// intervals the findings have.
#[must_use]
pub fn widest(sweep: &Sweep, quantity: Quantity) -> Option<String> {
    let Quantity::Outcome(outcome) = quantity else { return None };
    let intervals = sweep.points.iter().filter_map(|point| point.findings.outcome(outcome).share.interval);
    let half = intervals.map(|(low, high)| (high - low) * 50.0).reduce(f64::max)?;
    Some(format!("±{:.1} points", (half * 10.0).ceil() / 10.0))
}

fn curves(sweep: &Sweep) -> String {
    let points = some(sweep);
    let outcome = |outcome: Outcome| {
        let at = |point: &&Point| format!("{} at {}", figures(point, outcome), number(point.values[0]));
        format!("{}: {}.", outcome_label(outcome), points.iter().map(at).collect::<Vec<_>>().join(", "))
    };
    Outcome::ALL.map(outcome).join(" ")
}

fn figures(point: &Point, outcome: Outcome) -> String {
    let case: &Case = point.findings.outcome(outcome);
    match Shown::of(case, point.findings.trials) {
        Shown::Excluded(_) => "cannot occur".to_owned(),
        Shown::Estimated { value, interval } => format!("{value} ({interval})"),
    }
}

fn cells(sweep: &Sweep, quantity: Quantity) -> String {
    let at = |point: &&Point| format!("{} at {}", level(quantity, point.shown), place(sweep, point));
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
    let on = |(axis, &value): (&Axis, &f64)| format!("{}={}", short_path(axis.path()), number(value));
    sweep.axes.iter().zip(&point.values).map(on).collect::<Vec<_>>().join(" and ")
}

/// The same in a title, which names two points: "channel=0.5 and misperception=1"; "0.5 across and 1 up" where such
/// names are long or alike. The axes of a map have their whole paths.
fn spot(sweep: &Sweep, point: &Point) -> String {
    let names: Vec<&str> = sweep.axes.iter().map(|axis| axis.path().rsplit('.').next().unwrap_or_default()).collect();
    let values = point.values.iter().map(|&value| number(value));
    let clear = names.windows(2).all(|pair| pair[0] != pair[1]);
    let spot: Vec<String> = if clear && names.iter().all(|name| name.chars().count() <= MOST_NAME) {
        names.iter().zip(values).map(|(name, value)| format!("{name}={value}")).collect()
    } else {
        values.zip(["across", "up"]).map(|(value, way)| format!("{value} {way}")).collect()
    };
    spot.join(" and ")
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
    fn numbers_are_short() {
        for (value, words) in
            [(0.0, "0"), (0.3, "0.3"), (-1.25, "-1.25"), (1.0 / 3.0, "0.3333"), (12_000.0, "12000"), (1.5e-7, "1.5e-7")]
        {
            assert_eq!(number(value), words);
        }
    }

    #[test]
    fn long_paths_lose_their_beginning() {
        assert_eq!(short_path("relations.channel"), "relations.channel");
        assert_eq!(short_path(&"x.".repeat(30)).chars().count(), 37);
    }
}
