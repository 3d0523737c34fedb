//! The quantity that was asked for along a number: thick, with its band, and where the scenario
//! stands on it.

mod baseline;

use crate::error::Error;
use crate::report::chart::along::{
    Around, Course, CoursePoint, OwnPlace, Plot, label_ends, label_own, label_parties,
    nothing_to_draw,
};
use crate::report::chart::backend::{Area, Canvas};
use crate::report::words::{any_of, axes_in_words, curve_scale, hardly_moves, turning_point};
use crate::study::{Axis, Standing, SweepStudy};

/// Whether the scenario stands on the line: it has one value, and that lies along the axis.
fn is_on_line(axis: &Axis, base: &Standing) -> bool {
    let values = axis.values();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    base.single()
        .is_some_and(|own| (least..=most).contains(&own))
}

/// Draws the curve in a body.
pub fn draw(canvas: &Canvas, body: Area, study: &SweepStudy, axis: &Axis) -> Result<(), Error> {
    let sweep = &study.sweep;
    let words = axes_in_words(study);
    let (Some(words), Some(base)) = (words.first(), sweep.base.first()) else {
        return Ok(());
    };
    let course = Course::new(sweep.points.iter().map(CoursePoint::of_point));
    if course.ends().is_none() {
        let why = any_of(&sweep.reasons()).unwrap_or_else(|| "the inputs exclude it".to_owned());
        return nothing_to_draw(canvas, body, &format!("It cannot occur here: {why}"));
    }
    let scale = curve_scale(study);
    let level = sweep.own_shown().filter(|_| !is_on_line(axis, base));
    let around = Around {
        axis,
        words,
        base,
        scale: &scale,
        quantity: study.quantity,
        marked: level,
        moves: !hardly_moves(sweep, &scale),
    };
    let margin = Plot::margin(canvas, &course, &scale);
    let plot = Plot::new(canvas, body, &course, around, margin);
    let mut clear = plot.clear();
    let own = OwnPlace::of(&plot, base).map(|own| own.known(sweep.own_shown()));
    if let Some(own) = &own {
        clear.take(own.area());
    }
    plot.frame(canvas, own.is_none() && level.is_none())?;
    if let Some(level) = level {
        baseline::line(canvas, &plot, &mut clear, level)?;
    }
    plot.line(canvas)?;
    label_ends(canvas, &plot, &mut clear, own.as_ref())?;
    if let Some(turn) = turning_point(study) {
        plot.value(canvas, &mut clear, CoursePoint::of_point(turn))?;
    }
    if let Some(level) = level {
        return baseline::label(canvas, &plot, &mut clear, level, &around);
    }
    match own {
        Some(own) => label_own(canvas, &plot, &mut clear, &own, &scale),
        None => label_parties(canvas, &plot, &mut clear, base),
    }
}
