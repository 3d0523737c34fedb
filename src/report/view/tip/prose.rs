//! A tip in words and a table.

use super::looks::looks;
use super::sentence::sentences;
use crate::error::printable;
use crate::numerals::{count, near};
use crate::report::layout::plain;
use crate::report::prose::{Detail, Prose, Table, Track};
use crate::report::view::curve_table::{CurveRow, CurveTable};
use crate::report::words::{
    self, INTERVALS, PURPOSE, SHARED_LUCK, Shown, level_in_words, margin, path_in_words, tip_axis,
    tip_scale, title,
};
use crate::study::{Answer, Case, Crossing, TipStudy};

/// Every so many points one is shown in the table with intervals.
const EVERY: usize = 5;
/// A span whose figures are as rough as a tenth of an interval ([`near`] writes a fortieth).
const TENTHS: f64 = 4.0;
/// More crossings than these have no rows of their own.
const MOST_ROWS: usize = 3;

/// The prose of a tip.
#[must_use]
pub fn prose(study: &TipStudy, detail: Detail) -> Prose {
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.subject)));
    let hindsight = words::hindsight(&study.subject.hindsight);
    prose.paragraph(format!("{PURPOSE} {hindsight}"));
    let early = if study.tip.complete {
        ""
    } else {
        " (stopped early)"
    };
    let histories = words::histories(study.trials);
    let seed = study.seed;
    let surety = match widest(study) {
        Some(margin) if detail == Detail::Short => {
            format!("Chance error (95 %): {margin} of 100.")
        }
        _ => INTERVALS.to_owned(),
    };
    prose.paragraph(format!(
        "{histories} at each point{early}, seed {seed}. {surety}"
    ));
    if let Some(wide) = words::wide(study.trials) {
        prose.paragraph(format!("{wide}."));
    }
    prose.gap();
    prose.paragraph(sentences(study).join(" "));
    if !study.tip.complete {
        prose.paragraph(format!(
            "It was {}. What is said holds of those.",
            stopped(study)
        ));
    }
    prose.gap();
    if detail == Detail::Short {
        curve(&mut prose, study);
        return prose;
    }
    prose.paragraph(format!("{}, by {}", study.quantity.label(), axis(study)));
    prose.table(table(study));
    prose.gap();
    prose.paragraph(SHARED_LUCK);
    prose.hindsight(&study.subject.hindsight);
    prose
}

/// How far the ends of its interval are from a number, at most, in points.
fn widest(study: &TipStudy) -> Option<String> {
    let shares = study.tip.shares.iter();
    let ends = shares.filter_map(|share| Some((share.share, share.interval.ends()?)));
    let halves = ends.map(|(share, (low, high))| (share - low).max(high - share));
    halves.reduce(f64::max).map(margin)
}

/// The axis in words, with the path that is typed.
fn axis(study: &TipStudy) -> String {
    let path = printable(study.axis.path());
    let words = path_in_words(study.axis.path(), &study.subject.names);
    if words == path {
        words
    } else {
        format!("{words}, `{path}`")
    }
}

/// Adds the table of a screen: some points, and the crossings.
fn curve(prose: &mut Prose, study: &TipStudy) {
    let axis = tip_axis(study);
    let scale = tip_scale(study);
    let mut rows: Vec<CurveRow> = looks(study)
        .map(|(value, case)| row(study, value, &case))
        .collect();
    rows.extend(crossings(study).iter().map(|crossing| CurveRow {
        value: place(crossing),
        shown: Some(study.share),
        means: format!("passes {} here", level_in_words(study)),
        is_between: true,
        ..CurveRow::default()
    }));
    let table = CurveTable {
        axis: &axis,
        scale: &scale,
        heading: scale.heading(study.quantity),
        rows,
    };
    table.add(prose, study.base.single(), None);
}

/// Where a crossing is, as roughly as it is known.
fn place(crossing: &Crossing) -> f64 {
    let width = crossing.high - crossing.low;
    let rough = (width > 0.0).then(|| plain(&near(crossing.at, TENTHS * width)));
    rough
        .and_then(|figure| figure.parse().ok())
        .unwrap_or(crossing.at)
}

fn row(study: &TipStudy, value: f64, case: &Case) -> CurveRow {
    let is_open = matches!(Shown::of(case, study.trials), Shown::Estimated { .. });
    let words = match Shown::of(case, study.trials) {
        Shown::Excluded(words) | Shown::Fixed(words) => Some(words),
        Shown::Estimated { interval, .. } if case.share.share <= 0.0 => {
            Some(format!("none of {}: {interval}", count(study.trials)))
        }
        Shown::Estimated { .. } => None,
    };
    CurveRow {
        value,
        shown: (is_open || !case.share.interval.is_excluded()).then_some(case.share.share),
        words,
        ..CurveRow::default()
    }
}

/// The crossings, where there are few.
fn crossings(study: &TipStudy) -> &[Crossing] {
    match &study.tip.answer {
        Answer::Crosses { crossings, .. } if crossings.len() <= MOST_ROWS => crossings,
        _ => &[],
    }
}

fn table(study: &TipStudy) -> Table {
    let columns = vec![Track::right(0, 12), Track::right(2, 9), Track::left(3, 0)];
    let mut table = Table {
        indent: 2,
        columns,
        ..Table::default()
    };
    for (figure, (_, case)) in study.axis.figures().iter().zip(looks(study)).step_by(EVERY) {
        match Shown::of(&case, study.trials) {
            Shown::Excluded(words) | Shown::Fixed(words) => table.words(plain(figure), 2, words),
            Shown::Estimated { value, interval } => table.cells([plain(figure), value, interval]),
        }
    }
    table
}

/// How far a tip came that was stopped.
#[must_use]
pub fn stopped(study: &TipStudy) -> String {
    let done = study.tip.shares.len();
    if done < study.asked {
        return format!("stopped after {done} of {} points", study.asked);
    }
    format!("stopped after the {done} points along the axis, before all histories were done")
}
