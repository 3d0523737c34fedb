//! A curve on a screen: some of its points with bars, and where the scenario stands.

use super::points::elsewhere;
use crate::numerals::count;
use crate::report::prose::{Block, Prose};
use crate::report::view::curve_table::{CurveRow, CurveTable};
use crate::report::words::{Shown, axes_in_words, curve_scale, turning_point, unresolved};
use crate::stats::Interval;
use crate::study::{Point, Standing, SweepStudy};

/// Adds the table, and what it does not say of where the scenario stands.
pub fn curve(prose: &mut Prose, study: &SweepStudy) {
    let axes = axes_in_words(study);
    let Some(axis) = axes.first() else {
        return;
    };
    prose.gap();
    let scale = curve_scale(study);
    let turn = turning_point(study);
    let rows = study.sweep.points.iter().map(|point| CurveRow {
        stays: turn == Some(point),
        ..row(study, point)
    });
    let table = CurveTable {
        axis,
        scale: &scale,
        heading: scale.heading(study.quantity),
        rows: rows.collect(),
    };
    let base = study.sweep.base.first();
    let own = base.and_then(Standing::single);
    table.add(prose, own, study.sweep.own_shown());
    let is_outside = own.is_some_and(|own| !(axis.low()..=axis.high()).contains(&own));
    if own.is_none() || is_outside {
        prose
            .blocks
            .extend(elsewhere(study, 0).map(|words| Block::Paragraph { indent: 2, words }));
    }
    let mut points = study.sweep.points.iter();
    if points.any(|point| unresolved(study.quantity, point).is_some()) {
        prose.paragraph("(What is unresolved at the horizon counts with the day of its last act.)");
    }
}

fn row(study: &SweepStudy, point: &Point) -> CurveRow {
    let note = unresolved(study.quantity, point);
    CurveRow {
        value: point.values.first().copied().unwrap_or_default(),
        shown: point.can_occur().then_some(point.shown),
        words: in_place_of_a_bar(study, point),
        note: note.map_or_else(String::new, |so_many| format!("  {so_many}")),
        ..CurveRow::default()
    }
}

/// What the inputs exclude or fix, and what no history met.
fn in_place_of_a_bar(study: &SweepStudy, point: &Point) -> Option<String> {
    if !point.can_occur() {
        let why = point.excluded.map(|why| format!(": {}", why.words()));
        return Some(format!("cannot occur here{}", why.unwrap_or_default()));
    }
    if matches!(point.interval, Interval::Fixed) {
        return Some("always: the inputs fix it".to_owned());
    }
    if !study.quantity.is_share() || point.shown > 0.0 {
        return None;
    }
    match Shown::of(&point.case(), study.trials) {
        Shown::Estimated { interval, .. } => {
            Some(format!("none of {}: {interval}", count(study.trials)))
        }
        Shown::Excluded(words) | Shown::Fixed(words) => Some(words),
    }
}
