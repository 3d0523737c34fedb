//! The names of the curves beside their right ends, and from where to where each goes.

use super::curve::{Curve, CurveSubject};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::parts::spread;
use crate::report::chart::style::{INK, LEADING, MUTED, RIGHT, size};
use crate::report::words::brief;

/// From the curves to the marks, and from there to the words.
const LEADER: f64 = 26.0;
const PATCH: f64 = 14.0;
const GAP: f64 = 8.0;
/// Between labels.
const APART: f64 = 6.0;
/// What stands below the labels of curves keeps this far from them.
const NOTE: f64 = 16.0;

/// Draws the labels of curves that end at these heights, and what there is no curve of: whether it
/// is excluded.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    curves: &[Curve],
    ends: &[f64],
    absent: &[(CurveSubject, bool)],
) -> Result<(), Error> {
    let set = regular(size::SMALL);
    let note = canvas
        .ruler
        .wrap(&absence(absent), set, RIGHT - area.right - LEADER, 6);
    let below = area.bottom + 44.0 - note.len() as f64 * set.size * LEADING;
    let bottom = if note.is_empty() {
        area.bottom + 10.0
    } else {
        below - NOTE
    };
    let mut order: Vec<usize> = (0..curves.len()).collect();
    order.sort_by(|&one, &other| ends[one].total_cmp(&ends[other]).then(other.cmp(&one)));
    let wanted: Vec<f64> = order.iter().map(|&at| ends[at]).collect();
    let height = (size::NOTE + size::SMALL) * LEADING;
    let middles = spread(
        &wanted,
        &vec![height; order.len()],
        (area.top - 14.0, bottom),
        APART,
    );
    for (&at, middle) in order.iter().zip(middles) {
        label(canvas, area, &curves[at], (ends[at], middle))?;
    }
    for (line, at) in note.iter().zip(1u8..) {
        let y = below + f64::from(at) * set.size * LEADING - 3.0;
        canvas.text(line, xy(area.right + LEADER, y), set, MUTED, Align::Left)?;
    }
    Ok(())
}

fn label(
    canvas: &Canvas,
    area: Area,
    curve: &Curve,
    (end, middle): (f64, f64),
) -> Result<(), Error> {
    let patch = area.right + LEADER;
    canvas.line(
        xy(area.right + 8.0, end),
        xy(patch - 4.0, middle),
        MUTED,
        0.9,
    )?;
    curve
        .subject
        .mark(canvas, xy(patch + PATCH / 2.0, middle), PATCH / 2.0)?;
    let left = patch + PATCH + GAP;
    let set = if curve.asked {
        bold(size::NOTE)
    } else {
        regular(size::NOTE)
    };
    let (name, set) = canvas.ruler.fit(curve.subject.label(), set, RIGHT - left);
    canvas.text(&name, xy(left, middle - 2.0), set, INK, Align::Left)?;
    let (course, set) = canvas
        .ruler
        .fit(&course(curve), regular(size::SMALL), RIGHT - left);
    canvas.text(
        &course,
        xy(left, middle + size::SMALL),
        set,
        MUTED,
        Align::Left,
    )
}

/// From where to where a curve goes.
fn course(curve: &Curve) -> String {
    let ends = [curve.cases.first(), curve.cases.last()];
    let [from, to] =
        ends.map(|end| end.map_or_else(String::new, |case| brief(case, curve.trials, curve.least)));
    format!("{from} → {to}")
}

/// What there is no curve of.
fn absence(absent: &[(CurveSubject, bool)]) -> String {
    let mut words = String::new();
    for (excluded, before) in [
        (true, "Cannot occur here"),
        (false, "In none of the runs, but not ruled out"),
    ] {
        let those = absent.iter().filter(|of| of.1 == excluded);
        let names: Vec<&str> = those.map(|(subject, _)| subject.label()).collect();
        if !names.is_empty() {
            words.push_str(&format!("{before}: {}. ", names.join("; ")));
        }
    }
    words
}
