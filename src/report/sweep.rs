//! A sweep as a table, as JSON and as CSV.

mod averages;
mod files;

use super::layout::{WIDTH, cells, line, paragraph, plain};
use crate::error::printable;
use crate::quantities::Quantity;
use crate::report::words::Shown;
use crate::report::words::{
    self, INTERVALS, PURPOSE, SHARED_LUCK, cell_places, fineness, mean_in_figures, mean_to, outcome_label, share_cell,
    share_within, sweep_headline, unresolved,
};
use crate::scenario::Scenario;
use crate::sim::Outcome;
use crate::stats::{Interval, Lack};
use crate::study::{Axis, Case, Findings, Point, Sweep};

pub use files::{csv, json};

/// Stands for what cannot occur.
const DASH: &str = "-";

/// The heads of the columns of outcomes, for which there is little room, in the order of [`Outcome::ALL`].
const HEADS: [&str; Outcome::ALL.len()] = ["none", "1 side", "1 each", "feud", "lim.", "full", "unres."];

/// A sweep as reports need it.
pub struct Swept<'s> {
    /// What was swept.
    pub scenario: &'s Scenario,
    /// On which seed.
    pub seed: u64,
    /// Trials at each point.
    pub trials: u64,
    /// What a grid shows.
    pub quantity: Quantity,
    /// How many points were asked for; more than there are where it was stopped.
    pub asked: usize,
    /// Whether its user stopped it: before all points were run, or before those of its title were run beside each other.
    pub stopped: bool,
    /// What came of it.
    pub sweep: &'s Sweep,
}

impl Swept<'_> {
    /// Whether all is there that was asked for.
    #[must_use]
    pub const fn complete(&self) -> bool {
        !self.stopped
    }
}

/// The table, ending in a newline.
#[must_use]
pub fn table(swept: &Swept<'_>) -> String {
    let mut text = String::new();
    paragraph(&mut text, 0, &printable(&super::title(swept.scenario)));
    line(&mut text, PURPOSE);
    let early = if swept.complete() {
        String::new()
    } else {
        format!(" (stopped after {} of {})", swept.sweep.points.len(), swept.asked)
    };
    let head = format!("{} at each point{early}, seed {}. {INTERVALS}", words::trials(swept.trials), swept.seed);
    paragraph(&mut text, 0, &head);
    if let Some(wide) = words::wide(swept.trials) {
        paragraph(&mut text, 0, &format!("{wide}."));
    }
    text.push('\n');
    paragraph(&mut text, 0, &plain(&printable(&format!("{}.", sweep_headline(swept.sweep, swept.quantity)))));
    match swept.sweep.axes.as_slice() {
        [first, second] => grid(&mut text, swept, [first.path(), second.path()]),
        _ => curves(&mut text, swept),
    }
    text.push('\n');
    paragraph(&mut text, 0, SHARED_LUCK);
    text
}

/// A line for each point: the shares of all outcomes and the widest interval, then means.
fn curves(text: &mut String, swept: &Swept<'_>) {
    let path = swept.sweep.axes.first().map_or("", |axis| axis.path());
    let head = width(swept.sweep.axes.first());
    line(text, &format!("\nShares of outcomes in per cent, along {}", printable(path)));
    let wide = (WIDTH.saturating_sub(head + 9) / Outcome::ALL.len()).clamp(7, 9);
    line(text, &format!("{:>head$}  {}  +-", "", cells(HEADS.map(str::to_owned), wide)));
    for point in &swept.sweep.points {
        let cell = |case: Case| share_within(&case, swept.trials, 1, wide).unwrap_or_else(|| DASH.to_owned());
        let shares = cells(point.findings.outcomes.map(cell), wide);
        line(text, &format!("{:>head$}  {shares}  {}", value(swept, point), widest(&point.findings)));
    }
    let excluded = |point: &Point| point.findings.outcomes.iter().any(|case| case.excluded.is_some());
    if swept.sweep.points.iter().any(excluded) {
        line(text, &format!("{:>head$}  {DASH:>wide$}  cannot occur", ""));
    }
    let labels =
        HEADS.into_iter().zip(Outcome::ALL).map(|(head, outcome)| format!("{head} = {}", outcome_label(outcome)));
    paragraph(text, 0, &format!("({})", labels.collect::<Vec<_>>().join("; ")));
    asked(text, swept);
    averages::averages(text, swept);
}

/// The quantity that was asked for, with its intervals.
fn asked(text: &mut String, swept: &Swept<'_>) {
    let head = width(swept.sweep.axes.first());
    line(text, &format!("\n{}", swept.quantity.label()));
    // As fine as the title has them.
    let least = fineness(swept.sweep, swept.quantity);
    for point in &swept.sweep.points {
        let words = if swept.quantity.is_share() {
            match Shown::to(&point.case(), swept.trials, least.max(1)) {
                Shown::Excluded(words) | Shown::Fixed(words) => words,
                Shown::Estimated { value, interval } => format!("{value:>9}   {interval}"),
            }
        } else {
            mean(point, least)
        };
        let unresolved = unresolved(swept.quantity, point).map(|so_many| format!("   {so_many}"));
        line(text, &format!("{:>head$}  {words}{}", value(swept, point), unresolved.unwrap_or_default()));
    }
    let any = swept.sweep.points.iter().any(|point| unresolved(swept.quantity, point).is_some());
    if any {
        paragraph(text, 0, "(What is unresolved at the horizon counts with the day of its last act.)");
    }
}

/// A mean, to so many places at least, with its interval.
fn mean(point: &Point, least: usize) -> String {
    let figure = |value: f64| plain(&mean_in_figures(value, point.interval));
    let shown = plain(&mean_to(point.shown, point.interval, least));
    match (point.interval, point.interval.ends()) {
        (Interval::Excluded, _) => match point.excluded {
            Some(why) => format!("cannot occur here: {}", why.words()),
            None => "cannot occur here".to_owned(),
        },
        (Interval::Fixed, _) => format!("{shown:>9}   always: the inputs fix it"),
        (Interval::Estimated { .. }, Some((low, high))) => format!("{shown:>9}   {} to {}", figure(low), figure(high)),
        (Interval::Estimated { .. }, None) => {
            format!("{shown:>9}   {}", point.interval.lack().map_or("", Lack::words))
        }
    }
}

/// The head of a point's row: where it stands on the first axis.
fn value(swept: &Swept<'_>, point: &Point) -> String {
    let axis = swept.sweep.axes.first();
    axis.zip(point.values.first()).map_or_else(String::new, |(axis, &value)| plain(&axis.figure(value)))
}

/// How wide the column of an axis's values is.
fn width(axis: Option<&Axis>) -> usize {
    const LEAST: usize = 10;
    let figures = axis.map(Axis::figures).unwrap_or_default();
    figures.iter().map(|figure| figure.chars().count()).fold(LEAST, usize::max)
}

/// How far an end of an interval of an outcome is from its share, at most, in percentage points.
fn widest(findings: &Findings) -> String {
    let longer = |case: &Case| case.share.interval.longer_side(case.share.share);
    words::margin(findings.outcomes.iter().map(longer).fold(0.0, f64::max))
}

/// Rows along the first axis, columns along the second.
fn grid(text: &mut String, swept: &Swept<'_>, [down, across]: [&str; 2]) {
    let columns = swept.sweep.axes[1].figures();
    let unit = if swept.quantity.is_share() { ", in per cent" } else { "" };
    let margin = crate::report::words::widest(swept.sweep, swept.quantity);
    let margin = margin.map_or_else(String::new, |margin| format!("; each within {}", margin.replace('±', "+-")));
    line(text, &format!("\n{}{unit}{margin}", swept.quantity.label()));
    paragraph(text, 0, &printable(&format!("down: {down}; across: {across}")));
    let places = cell_places(swept.sweep, swept.quantity);
    let (head, wide) = (width(swept.sweep.axes.first()), column(&columns).max(places + 5));
    let fit = (WIDTH.saturating_sub(head) / wide).max(1);
    let fitting = |values: Vec<String>| cells(values.into_iter().take(fit), wide);
    line(text, &format!("{:>head$}{}", "", fitting(columns.iter().map(|figure| plain(figure)).collect())));
    for row in swept.sweep.points.chunks(columns.len()) {
        let shown = |point: &Point| match swept.quantity.is_share() {
            _ if point.interval.is_excluded() => DASH.to_owned(),
            true => share_cell(&point.case(), places.max(1)).unwrap_or_else(|| DASH.to_owned()),
            false => plain(&mean_to(point.shown, point.interval, places)),
        };
        let first = row.first().map_or_else(String::new, |point| value(swept, point));
        line(text, &format!("{first:>head$}{}", fitting(row.iter().map(shown).collect())));
    }
    if columns.len() > fit {
        line(text, &format!("({} more columns in the files)", columns.len() - fit));
    }
}

/// How wide a column of a grid is.
fn column(figures: &[String]) -> usize {
    const LEAST: usize = 7;
    figures.iter().map(|figure| figure.chars().count() + 2).fold(LEAST, usize::max)
}
