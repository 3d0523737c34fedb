//! A sweep in words and tables.

use super::averages::averages;
use super::curve::curve;
use super::grid::grid;
use super::points::{DASH, axis_in_words, elsewhere, is_marked, on_map, value, width};
use crate::error::printable;
use crate::quantities::Quantity;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Detail, Prose, Table, TableRow, Track};
use crate::report::words::{
    self, INTERVALS, PURPOSE, SHARED_LUCK, Shown, fineness, mean_in_figures, mean_to, share_within,
    sweep_headline, title, unresolved,
};
use crate::sim::Outcome;
use crate::stats::{Interval, Lack};
use crate::study::{Case, Findings, Point, SweepStudy};

/// How a crisis ends, as the columns say it: both wars together stand before their parts.
const ENDS: [Quantity; Outcome::ALL.len() + 1] = [
    Quantity::NoForce,
    Quantity::OneSided,
    Quantity::OneRound,
    Quantity::SeveralRounds,
    Quantity::Wars,
    Quantity::LimitedWar,
    Quantity::War,
    Quantity::Unresolved,
];

/// The head of a column of [`ENDS`] in two lines, for which there is little room.
const HEADS: [[&str; ENDS.len()]; 2] = [
    ["no", "one", "each", "more", "all", "limited", "full", "not"],
    [
        "force", "side", "once", "rounds", "wars", "war", "war", "over",
    ],
];
/// What the heads leave open.
const LEGEND: &str = "(“one side”: only one side strikes; “each once”: each side strikes once; “all wars”: limited and full                       war together; “not over” at the end of the time; ±: error from chance, in points)";

/// The prose of a sweep.
#[must_use]
pub fn prose(study: &SweepStudy, detail: Detail) -> Prose {
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.subject)));
    let hindsight = words::hindsight(&study.subject.hindsight);
    prose.paragraph(format!("{PURPOSE} {hindsight}"));
    let early = if study.stopped {
        format!(
            " (stopped after {} of {})",
            study.sweep.points.len(),
            study.asked
        )
    } else {
        String::new()
    };
    let histories = words::histories(study.trials);
    let seed = study.seed;
    let surety = match words::widest_in_words(study) {
        Some(margin) if detail == Detail::Short || study.sweep.axes.len() > 1 => {
            format!("Chance error (95 %): {margin}.")
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
    let headline = sweep_headline(study);
    prose.paragraph(plain(&printable(&format!("{headline}."))));
    if let Some(bound) = words::bound_of_change(study) {
        prose.paragraph(format!("{bound}."));
    }
    match study.sweep.axes.as_slice() {
        [first, second] => {
            grid(&mut prose, study, first, second);
            as_it_is(&mut prose, study);
            if detail == Detail::Short {
                return prose;
            }
        }
        _ if detail == Detail::Short => {
            curve(&mut prose, study);
            return prose;
        }
        _ => {
            asked(&mut prose, study);
            others(&mut prose, study);
        }
    }
    prose.gap();
    prose.paragraph(SHARED_LUCK);
    if detail == Detail::Full {
        prose.hindsight(&study.subject.hindsight);
    }
    prose
}

/// The shares of all outcomes at each point, then means.
fn others(prose: &mut Prose, study: &SweepStudy) {
    prose.gap();
    prose.line("How the first crisis ends, in per cent");
    outcomes(prose, study);
    prose.paragraph(LEGEND);
    averages(prose, study);
}

/// Where the scenario itself stands on each axis.
fn as_it_is(prose: &mut Prose, study: &SweepStudy) {
    let axes = 0..study.sweep.axes.len();
    if axes.clone().any(|axis| is_marked(study, axis)) {
        prose.indented(2, "* the baseline");
    }
    if study.sweep.axes.len() > 1
        && let Some(words) = on_map(study)
    {
        prose.indented(2, words);
        return;
    }
    for words in axes.filter_map(|axis| elsewhere(study, axis)) {
        prose.indented(2, words);
    }
}

/// The shares of all outcomes at each point.
fn outcomes(prose: &mut Prose, study: &SweepStudy) {
    let first = width(study.sweep.axes.first());
    let wide = (WIDTH.saturating_sub(first + 6) / ENDS.len()).clamp(7, 9);
    let mut columns = vec![Track::right(0, first)];
    columns.extend([Track::right(0, wide); ENDS.len()]);
    columns.push(Track::left(2, 0));
    let [first_line, second_line] = HEADS.map(|heads| {
        let heads = heads.into_iter().map(str::to_owned);
        std::iter::once(String::new()).chain(heads)
    });
    let mut table = Table {
        columns,
        heading: first_line.collect(),
        ..Table::default()
    };
    let below = second_line.chain(["±".to_owned()]);
    table.rows.push(TableRow::Cells(below.collect()));
    for point in &study.sweep.points {
        let mut cells = vec![value(study, point)];
        for quantity in ENDS {
            let words = share_within(&end(&point.findings, quantity), study.trials, 1, wide);
            cells.push(words.unwrap_or_else(|| DASH.to_owned()));
        }
        cells.push(widest(&point.findings));
        table.rows.push(TableRow::Cells(cells));
    }
    prose.table(table);
    if study.sweep.points.iter().any(excludes_some) {
        prose.line(format!("{:>first$}{DASH:>wide$}  cannot occur", ""));
    }
}

/// How often a crisis ends so.
fn end(findings: &Findings, quantity: Quantity) -> Case {
    let outcome = Outcome::ALL
        .into_iter()
        .find(|&outcome| Quantity::of_outcome(outcome) == quantity);
    outcome.map_or_else(|| findings.wars(), |outcome| *findings.outcome(outcome))
}

/// Whether the inputs exclude an outcome at a point.
fn excludes_some(point: &Point) -> bool {
    let mut outcomes = point.findings.outcomes.iter();
    outcomes.any(|case| case.excluded.is_some())
}

/// The quantity that was asked for, with its intervals.
fn asked(prose: &mut Prose, study: &SweepStudy) {
    prose.gap();
    if let Some(axis) = study.sweep.axes.first() {
        let axis = axis_in_words(study, axis);
        prose.paragraph(format!("{}, by {axis}", study.quantity.label()));
    }
    // As fine as the title has them.
    let least = fineness(&study.sweep, study.quantity);
    let first = width(study.sweep.axes.first());
    let columns = vec![
        Track::right(0, first),
        Track::right(2, 9),
        Track::left(3, 0),
    ];
    let mut table = Table {
        columns,
        ..Table::default()
    };
    for point in &study.sweep.points {
        let shown = if study.quantity.is_share() {
            Shown::to(&point.case(), study.trials, least.max(1))
        } else {
            mean(point, least)
        };
        let unresolved = unresolved(study.quantity, point)
            .map(|so_many| format!("   {so_many}"))
            .unwrap_or_default();
        match shown {
            Shown::Excluded(words) | Shown::Fixed(words) => {
                table.words(value(study, point), 2, words + &unresolved);
            }
            Shown::Estimated {
                value: figure,
                interval,
            } => {
                table.cells([value(study, point), figure, interval + &unresolved]);
            }
        }
    }
    prose.table(table);
    as_it_is(prose, study);
    if study
        .sweep
        .points
        .iter()
        .any(|point| unresolved(study.quantity, point).is_some())
    {
        prose.paragraph("(What is unresolved at the horizon counts with the day of its last act.)");
    }
}

/// A mean, to so many places at least, with its interval.
fn mean(point: &Point, least: usize) -> Shown {
    let value = plain(&mean_to(point.shown, point.interval, least));
    let interval = match point.interval {
        Interval::Excluded => return Shown::Excluded(excluded(point)),
        Interval::Fixed => "always: the inputs fix it".to_owned(),
        Interval::Estimated { .. } => match point.interval.ends() {
            Some((low, high)) => {
                let low = plain(&mean_in_figures(low, point.interval));
                let high = plain(&mean_in_figures(high, point.interval));
                format!("{low} to {high}")
            }
            None => point.interval.lack().map_or("", Lack::words).to_owned(),
        },
    };
    Shown::Estimated { value, interval }
}

fn excluded(point: &Point) -> String {
    point.excluded.map_or_else(
        || "cannot occur here".to_owned(),
        |why| format!("cannot occur here: {}", why.words()),
    )
}

/// How far an end of an interval of an outcome is from its share, at most, in percentage points.
fn widest(findings: &Findings) -> String {
    let margins = findings
        .outcomes
        .iter()
        .map(|case| case.share.interval.longer_side(case.share.share));
    words::margin(margins.fold(0.0, f64::max))
}
