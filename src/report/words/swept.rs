//! How results change along a number, in words.

mod along;
mod axes;
mod cells;
mod corners;
mod course;
mod crossings;
mod grids;
mod levels;
mod lines;
mod scale;
mod subjects;
mod tips;
mod titles;
mod ways;

use super::figures::{Shown, rounded_up};
use super::inputs::path_in_words;
use super::statements::{INTERVALS, SHARED_LUCK};
use crate::numerals::{count, number};
use crate::study::{Case, Point, SweepStudy, TipStudy};
use cells::longer_half;
use levels::{MOST_POINTS, level};

pub use axes::{Anchor, AxisWords, axes_in_words};
pub use cells::{fineness, share_cell, share_within};
pub use course::hardly_moves;
pub use crossings::crossing_in_words;
pub use grids::grid_scale;
pub use levels::{mean_in_figures, mean_to, unresolved};
pub use scale::ValueScale;
pub use subjects::SentenceSubject;
pub use tips::{level_in_words, tip_axis, tip_headline, tip_scale};
pub use titles::{bound_of_change, curve_scale, sweep_headline, turning_point};

/// A whole sweep in words; of long ones some points.
#[must_use]
pub fn sweep_in_words(study: &SweepStudy) -> String {
    let sweep = &study.sweep;
    let least = fineness(sweep, study.quantity);
    let mut points = Vec::new();
    for point in some(&sweep.points) {
        points.push(format!(
            "{} at {}",
            level(study.quantity, point, least),
            place(study, point)
        ));
    }
    let label = study.quantity.label();
    format!("{label}: {}. {SHARED_LUCK} {INTERVALS}", points.join("; "))
}

/// A whole tip in words; of many looks some.
#[must_use]
pub fn tip_in_words(study: &TipStudy) -> String {
    let looks: Vec<usize> = (0..study.tip.shares.len()).collect();
    let axis = path_in_words(study.axis.path(), &study.subject.names);
    let mut points = Vec::new();
    for &look in some(&looks) {
        let case = Case {
            share: study.tip.shares[look],
            excluded: study.reasons.get(look).copied().flatten(),
        };
        let value = study.axis.figure(study.axis.values()[look]);
        let words = Shown::of(&case, study.trials).in_words();
        points.push(format!("{words} at {axis} {value}"));
    }
    let label = study.quantity.label();
    format!("{label}: {}. {SHARED_LUCK} {INTERVALS}", points.join("; "))
}

/// How far the ends of its interval are from a cell of a grid, at most, in the unit of the grid:
/// "±1.2 points" of 100 histories, "10 of 1,000".
#[must_use]
pub fn widest(study: &SweepStudy) -> Option<String> {
    let points = study.sweep.points.iter();
    let half = points.filter_map(longer_half).reduce(f64::max)?;
    if !study.quantity.is_share() {
        let half = number(format!("{half:.1e}").parse().unwrap_or(half));
        return Some(format!("±{half}"));
    }
    let scale = match study.sweep.axes.len() {
        1 => curve_scale(study),
        _ => grid_scale(study),
    };
    let of = scale.factor();
    if of <= 100.0 {
        return Some(format!("±{} points", margin(half)));
    }
    // No farther than all histories.
    let so_many = rounded_up(half * of, 0) as u64;
    Some(format!("{} of {}", count(so_many), count(of as u64)))
}

/// [`widest`] for a sentence: "0.3 of 100", "10 of 1,000", "0.01".
#[must_use]
pub fn widest_in_words(study: &SweepStudy) -> Option<String> {
    let margin = widest(study)?;
    let plain = margin.trim_start_matches('±');
    Some(plain.replace(" points", " of 100"))
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

/// All of these, or some at even steps, the first and the last among them.
fn some<T>(all: &[T]) -> Vec<&T> {
    let last = all.len().saturating_sub(1);
    let steps = last.min(MOST_POINTS - 1);
    (0..=steps)
        .filter_map(|at| all.get(at * last / steps.max(1)))
        .collect()
}

/// Where a point is: "trust 0.5 and fear of losing control (both) 1".
fn place(study: &SweepStudy, point: &Point) -> String {
    let names = &study.subject.names;
    let axes = study.sweep.axes.iter();
    let values = axes.zip(&point.values).map(|(axis, &value)| {
        let words = path_in_words(axis.path(), names);
        format!("{words} {}", axis.figure(value))
    });
    values.collect::<Vec<_>>().join(" and ")
}
