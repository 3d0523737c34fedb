//! How results change along a number, in words.

mod cells;
mod levels;
mod titles;

use super::figures::{Shown, rounded_up};
use super::names::short_path;
use super::outcomes::outcome_label;
use super::statements::{INTERVALS, PURPOSE, SHARED_LUCK};
use crate::numerals::number;
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::study::{Case, Point, Sweep};
use levels::{MOST_POINTS, level};

pub use cells::{cell_places, fineness, share_cell, share_within};
pub use levels::{mean_in_figures, mean_to, unresolved};
pub use titles::sweep_headline;

/// A share as briefly as its interval allows, but to so many places at least: "12.3 %", "none",
/// "all", "cannot occur".
#[must_use]
pub fn brief(case: &Case, trials: u64, least: usize) -> String {
    match Shown::to(case, trials, least) {
        Shown::Excluded(_) => "cannot occur".to_owned(),
        Shown::Fixed(_) => "always".to_owned(),
        _ if case.share.share <= 0.0 => "none".to_owned(),
        _ if case.share.share >= 1.0 => "all".to_owned(),
        Shown::Estimated { value, .. } => value,
    }
}

/// What is said below the curves where the quantity that was asked for is none of them: its title
/// tells where it goes.
#[must_use]
pub const fn beyond_curves(sweep: &Sweep, quantity: Quantity) -> Option<&'static str> {
    if sweep.axes.len() != 1 || quantity.is_share() {
        None
    } else {
        Some("The curves are of the outcomes.")
    }
}

/// A whole sweep as a paragraph; of long ones some points.
#[must_use]
pub fn sweep_in_words(sweep: &Sweep, quantity: Quantity) -> String {
    let mut details = if sweep.axes.len() == 1 {
        curves(sweep)
    } else {
        cells(sweep, quantity)
    };
    if let Some(words) = beyond_curves(sweep, quantity) {
        details.push_str(&format!(" {words}"));
    }
    let headline = sweep_headline(sweep, quantity);
    format!("{PURPOSE} {headline}. {details} {SHARED_LUCK} {INTERVALS}")
}

/// How far the ends of its interval are from a quantity, at most: "±1.2 points" of a share.
#[must_use]
pub fn widest(sweep: &Sweep, quantity: Quantity) -> Option<String> {
    let half = sweep
        .points
        .iter()
        .filter_map(longer_half)
        .reduce(f64::max)?;
    if quantity.is_share() {
        return Some(format!("±{} points", margin(half)));
    }
    Some(format!(
        "±{}",
        number(format!("{half:.1e}").parse().unwrap_or(half))
    ))
}

/// From the value of a point to the farther end of its interval.
fn longer_half(point: &Point) -> Option<f64> {
    let (low, high) = point.interval.ends()?;
    Some((point.shown - low).max(high - point.shown))
}

/// How far an end of an interval is from a share, in points: rounded up, to a tenth or to its first
/// digit.
#[must_use]
pub fn margin(half: f64) -> String {
    let points = half * 100.0;
    let places = if points > 0.0 {
        (-libm::log10(points)).ceil().clamp(1.0, 8.0) as usize
    } else {
        1
    };
    format!("{:.places$}", rounded_up(points, places))
}

fn curves(sweep: &Sweep) -> String {
    let points = some(sweep);
    let mut sentences = Vec::new();
    for outcome in Outcome::ALL {
        let mut shares = Vec::new();
        for point in &points {
            let value = sweep
                .axes
                .first()
                .map_or_else(String::new, |axis| axis.figure(point.values[0]));
            shares.push(format!("{} at {value}", figures(point, outcome)));
        }
        sentences.push(format!(
            "{}: {}.",
            outcome_label(outcome),
            shares.join(", ")
        ));
    }
    sentences.join(" ")
}

fn figures(point: &Point, outcome: Outcome) -> String {
    match Shown::of(point.findings.outcome(outcome), point.findings.trials) {
        Shown::Excluded(_) => "cannot occur".to_owned(),
        shown => shown.in_words(),
    }
}

fn cells(sweep: &Sweep, quantity: Quantity) -> String {
    let least = if fineness(sweep, quantity) > 0 {
        cell_places(sweep, quantity)
    } else {
        0
    };
    let mut cells = Vec::new();
    for point in some(sweep) {
        cells.push(format!(
            "{} at {}",
            level(quantity, point, least),
            place(sweep, point)
        ));
    }
    format!("{}.", cells.join("; "))
}

/// The points, or some at even steps, the first and the last among them.
fn some(sweep: &Sweep) -> Vec<&Point> {
    let last = sweep.points.len().saturating_sub(1);
    let steps = last.min(MOST_POINTS - 1);
    (0..=steps)
        .filter_map(|at| sweep.points.get(at * last / steps.max(1)))
        .collect()
}

/// Where a point is: "relations.trust=0.5 and actors.*.misperception=1".
fn place(sweep: &Sweep, point: &Point) -> String {
    let short: Vec<String> = sweep
        .axes
        .iter()
        .map(|axis| short_path(axis.path()))
        .collect();
    let clear = short.windows(2).all(|pair| pair[0] != pair[1]);
    let mut values = Vec::new();
    for ((axis, short), &value) in sweep.axes.iter().zip(&short).zip(&point.values) {
        let path = if clear { short } else { axis.path() };
        values.push(format!("{path}={}", axis.figure(value)));
    }
    values.join(" and ")
}
