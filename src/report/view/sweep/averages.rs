//! The means along a sweep, as a narrow table: those quantities of the list that have a column
//! there.

use super::points::{DASH, value, width};
use crate::model::Side;
use crate::quantities::{By, Column, Quantity};
use crate::report::layout::plain;
use crate::report::prose::{Prose, Table, TableRow, Track};
use crate::report::words::{mean_in_figures, share_within};
use crate::stats::Share;
use crate::study::{Case, Means, QuantityMean, SweepStudy};

/// What a share has after its figure.
const UNIT: &str = " %";

/// Adds a line for each point.
pub fn averages(prose: &mut Prose, study: &SweepStudy) {
    let first = width(study.sweep.axes.first());
    let mut table = Table {
        columns: vec![Track::right(0, first)],
        heading: vec![String::new()],
        ..Table::default()
    };
    for (_, column) in shown() {
        let gap = if table.columns.len() == 1 { 2 } else { 0 };
        table.columns.push(Track::right(gap, column.width));
        table.heading.push(column.heading.to_owned());
    }
    let mut below = vec![String::new()];
    for heading in &mut table.heading {
        if let Some((first, last)) = heading.clone().rsplit_once(' ') {
            first.clone_into(heading);
            below.push(last.to_owned());
        } else if !heading.is_empty() {
            below.push(std::mem::take(heading));
        }
    }
    table.rows.push(TableRow::Cells(below));
    let mut has_dashes = false;
    for point in &study.sweep.points {
        let mut row = vec![value(study, point)];
        for (quantity, Column { width, .. }) in shown() {
            let mean = mean(&point.findings.means, quantity);
            let words = if quantity.is_share() {
                share(mean, study.trials, width)
            } else {
                average(mean, width)
            };
            has_dashes |= words.is_none();
            row.push(words.unwrap_or_else(|| DASH.to_owned()));
        }
        table.rows.push(TableRow::Cells(row));
    }
    prose.gap();
    prose.line("On average");
    prose.table(table);
    if has_dashes {
        prose.line(format!("{:>first$}  {DASH:>10}  cannot occur", ""));
    }
}

/// The quantities that have a column.
fn shown() -> impl Iterator<Item = (Quantity, Column)> {
    Quantity::ALL
        .into_iter()
        .filter_map(|quantity| Some((quantity, quantity.row().column?)))
}

/// The mean of a quantity. That of both actors is put together of what files give of each.
fn mean(means: &Means, quantity: Quantity) -> QuantityMean {
    match quantity.row().by {
        By::Both => both([Side::Opener, Side::Other].map(|side| means.of(quantity.of_actor(side)))),
        By::Nobody | By::Opener | By::Other => means.of(quantity),
    }
}

/// What both actors did. Where one cannot do it, what is known is what is known of the other; else
/// about as much as of the less sure one.
fn both([opener, other]: [QuantityMean; 2]) -> QuantityMean {
    let wider = if other.interval.longer_side(other.mean) > opener.interval.longer_side(opener.mean)
    {
        other
    } else {
        opener
    };
    QuantityMean {
        mean: opener.mean + other.mean,
        ..wider
    }
}

/// A mean to as many places as its interval bears and a column of this width has room for; none
/// where it cannot occur.
fn average(mean: QuantityMean, wide: usize) -> Option<String> {
    if mean.interval.is_excluded() {
        return None;
    }
    let all = plain(&mean_in_figures(mean.mean, mean.interval));
    if all.chars().count() < wide {
        return Some(all);
    }
    let fewer = (0..=6)
        .rev()
        .map(|places| format!("{:.places$}", mean.mean))
        .find(|words| words.chars().count() < wide);
    let fewer = fewer.unwrap_or(all);
    let some = fewer.chars().any(|digit| matches!(digit, '1'..='9'));
    Some(if some {
        fewer
    } else {
        format!("<{}1", &fewer[..fewer.len().saturating_sub(2)])
    })
}

/// A share of trials; none where it cannot occur.
fn share(mean: QuantityMean, trials: u64, wide: usize) -> Option<String> {
    let case = Case {
        share: Share {
            share: mean.mean,
            interval: mean.interval,
        },
        excluded: mean.excluded,
    };
    let words = share_within(&case, trials, 1, wide.saturating_sub(UNIT.len()))?;
    Some(if words.ends_with(|last: char| last.is_ascii_digit()) {
        words + UNIT
    } else {
        words
    })
}
