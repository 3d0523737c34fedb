//! How the points of a sweep stand in tables, and where its scenario stands among them.

use crate::error::printable;
use crate::report::layout::plain;
use crate::report::words::{curve_scale, grid_scale, path_in_words};
use crate::study::{Axis, Point, Standing, SweepStudy};

/// Stands for what cannot occur.
pub const DASH: &str = "-";
/// Stands behind the value that the scenario itself has.
const BASELINE: &str = " *";
/// The room of that star behind other figures.
pub const NO_MARK: &str = "  ";
/// A value is that of the scenario where it is no farther from it than this part of it.
const CLOSE: f64 = 1e-9;

/// The head of a point's row: where it stands on the first axis.
pub fn value(study: &SweepStudy, point: &Point) -> String {
    point
        .values
        .first()
        .map_or_else(String::new, |&value| marked(study, 0, value))
}

/// A value of an axis, with a star where the scenario stands as it is.
pub fn marked(study: &SweepStudy, at: usize, value: f64) -> String {
    let Some(axis) = study.sweep.axes.get(at) else {
        return String::new();
    };
    let mark = if own(study, at).is_some_and(|own| is_same(own, value)) {
        BASELINE
    } else {
        NO_MARK
    };
    format!("{}{mark}", plain(&axis.figure(value)))
}

/// Where the scenario stands on an axis, as it is; none where it has several values there, or an
/// uncertain one.
fn own(study: &SweepStudy, at: usize) -> Option<f64> {
    study.sweep.base.get(at).and_then(Standing::single)
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= CLOSE * one.abs().max(other.abs())
}

/// Whether the scenario stands at a value of an axis, which then has a star.
pub fn is_marked(study: &SweepStudy, at: usize) -> bool {
    let axis = study.sweep.axes.get(at);
    axis.zip(own(study, at))
        .is_some_and(|(axis, own)| axis.values().iter().any(|&value| is_same(own, value)))
}

/// Where the scenario stands on an axis, in a sentence, where no star says it.
pub fn elsewhere(study: &SweepStudy, at: usize) -> Option<String> {
    let axis = study.sweep.axes.get(at)?;
    let standing = study.sweep.base.get(at)?;
    let name = path_in_words(axis.path(), &study.subject.names);
    let Some(own) = standing.single() else {
        let name = name.trim_end_matches(" (both)");
        return several(axis, standing).map(|values| {
            format!("In the baseline {name} is {values}; here both have the same value.")
        });
    };
    if is_marked(study, at) {
        return None;
    }
    let least = axis.values().iter().copied().fold(f64::INFINITY, f64::min);
    let most = axis
        .values()
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max);
    let place = if (least..=most).contains(&own) {
        "between these points"
    } else {
        "outside these points"
    };
    let figure = plain(&axis.figure(own));
    Some(format!(
        "In the baseline {name} is {figure}, {place}{}.",
        came_to(study)
    ))
}

/// Where the scenario stands on both axes of a map, and what it comes to, in one sentence; none
/// where that was not run.
pub fn on_map(study: &SweepStudy) -> Option<String> {
    study.sweep.own_shown()?;
    let mut places = Vec::new();
    for (axis, standing) in study.sweep.axes.iter().zip(&study.sweep.base) {
        let name = path_in_words(axis.path(), &study.subject.names);
        let value = match standing.single() {
            Some(own) => plain(&axis.figure(own)),
            None => several(axis, standing)?,
        };
        places.push(format!("{name} {value}"));
    }
    Some(format!(
        "The baseline ({}){}.",
        places.join(", "),
        came_to(study)
    ))
}

/// ": 8 of 100 histories", what the scenario itself came to; empty where it was not run.
fn came_to(study: &SweepStudy) -> String {
    let scale = match study.sweep.axes.len() {
        1 => curve_scale(study),
        _ => grid_scale(study),
    };
    study.sweep.own_shown().map_or_else(String::new, |shown| {
        format!(": {}{}", plain(&scale.figure(shown)), scale.after())
    })
}

/// The values of several parties: "0.3 (Iran) and 0.6 (Pakistan)".
fn several(axis: &Axis, standing: &Standing) -> Option<String> {
    let values: Vec<String> = standing
        .values
        .iter()
        .map(|own| {
            let figure = plain(&axis.figure(own.value));
            format!("{figure} ({})", printable(&own.of))
        })
        .collect();
    (!values.is_empty()).then(|| values.join(" and "))
}

/// An axis in words, with the path that is typed.
pub fn axis_in_words(study: &SweepStudy, axis: &Axis) -> String {
    let words = path_in_words(axis.path(), &study.subject.names);
    let path = printable(axis.path());
    if words == path {
        words
    } else {
        format!("{words}, `{path}`")
    }
}

/// How wide the column of an axis's values is, with room for a mark.
pub fn width(axis: Option<&Axis>) -> usize {
    const LEAST: usize = 10;
    let figures = axis.map(Axis::figures).unwrap_or_default();
    figures
        .iter()
        .map(|figure| figure.chars().count() + BASELINE.len())
        .fold(LEAST, usize::max)
}
