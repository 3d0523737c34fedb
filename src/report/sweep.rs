//! A sweep as a table, as JSON and as CSV.

mod files;

use super::layout::{WIDTH, cells, line, paragraph, plain};
use crate::error::printable;
use crate::scenario::Scenario;
use crate::sim::Outcome;
use crate::stats::{Interval, Lack, Mean};
use crate::study::words::{self, INTERVALS, PURPOSE, SHARED_LUCK, mean_in_figures, sweep_headline, unresolved};
use crate::study::{Axis, Case, Findings, Point, Shown, Sweep};
use crate::tally::Quantity;

pub use files::{csv, json};

/// Stands for what cannot occur.
const DASH: &str = "-";

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
    /// What came of it.
    pub sweep: &'s Sweep,
}

impl Swept<'_> {
    /// Whether all points are there.
    #[must_use]
    pub const fn complete(&self) -> bool {
        self.sweep.points.len() == self.asked
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
    // Beside long values there is room for short names only.
    let room = WIDTH.saturating_sub(head + 9) / Outcome::ALL.len();
    let (wide, short) = match room {
        9.. => (9, ["no-force", "one-side", "1 round", "feud", "lim-war", "war", "unresolv"]),
        _ => (room.max(7), ["none", "1-side", "1-rnd", "feud", "lim-w", "war", "unres"]),
    };
    line(text, &format!("{:>head$}  {}  +-", "", cells(short.map(str::to_owned), wide)));
    for point in &swept.sweep.points {
        let shares = cells(point.findings.outcomes.map(|case| percent(&case)), wide);
        line(text, &format!("{:>head$}  {shares}  {:.1}", value(swept, point), widest(&point.findings)));
    }
    let excluded = |point: &Point| point.findings.outcomes.iter().any(|case| case.excluded.is_some());
    if swept.sweep.points.iter().any(excluded) {
        line(text, &format!("{:>head$}  {DASH:>wide$}  cannot occur", ""));
    }
    asked(text, swept);
    averages(text, swept);
}

/// A line for each point: means.
fn averages(text: &mut String, swept: &Swept<'_>) {
    let head = width(swept.sweep.axes.first());
    line(text, "\nOn average");
    line(
        text,
        &format!(
            "{:>head$}  {:>10}{:>8}{:>8}{:>12}{:>10}{:>10}",
            "", "force", "acts", "end day", "mediated", "fronts", "later"
        ),
    );
    let mut dashes = false;
    for point in &swept.sweep.points {
        let means = &point.findings.means;
        let mut shown = |of: &[Mean], words: fn(f64) -> String| {
            let never = of.iter().all(|mean| mean.interval.is_excluded());
            dashes |= never;
            if never { DASH.to_owned() } else { words(of.iter().map(|mean| mean.mean).sum()) }
        };
        let three = |mean: f64| format!("{mean:.3}");
        let force = shown(&means.force, three);
        let acts = shown(&[means.acts], |mean| format!("{mean:.2}"));
        let day = shown(&[means.end_day], |mean| format!("{mean:.1}"));
        let mediated = shown(&[means.ended_with_mediator], |mean| format!("{:.1} %", mean * 100.0));
        let [fronts, later] = [means.fronts_opened, means.later_crises].map(|mean| shown(&[mean], three));
        let at = value(swept, point);
        line(text, &format!("{at:>head$}  {force:>10}{acts:>8}{day:>8}{mediated:>12}{fronts:>10}{later:>10}"));
    }
    if dashes {
        line(text, &format!("{:>head$}  {DASH:>10}  cannot occur", ""));
    }
}

/// A share in per cent; some is not none, and what cannot occur has none.
fn percent(case: &Case) -> String {
    let share = case.share.share * 100.0;
    match case.excluded {
        Some(_) => DASH.to_owned(),
        None if share > 0.0 && share < 0.05 => "<0.1".to_owned(),
        None if (99.95..100.0).contains(&share) => ">99.9".to_owned(),
        None => format!("{share:.1}"),
    }
}

/// The quantity that was asked for, with its intervals.
fn asked(text: &mut String, swept: &Swept<'_>) {
    let head = width(swept.sweep.axes.first());
    line(text, &format!("\n{}", swept.quantity.label()));
    for point in &swept.sweep.points {
        let words = if swept.quantity.is_share() {
            match Shown::of(&point.case(), swept.trials) {
                Shown::Excluded(words) | Shown::Fixed(words) => words,
                Shown::Estimated { value, interval } => format!("{value:>9}   {interval}"),
            }
        } else {
            mean(point)
        };
        let unresolved = unresolved(swept.quantity, point).map(|share| format!("   {share} unresolved"));
        line(text, &format!("{:>head$}  {words}{}", value(swept, point), unresolved.unwrap_or_default()));
    }
    let any = swept.sweep.points.iter().any(|point| unresolved(swept.quantity, point).is_some());
    if any {
        paragraph(text, 0, "(What is unresolved at the horizon counts with the day of its last act.)");
    }
}

/// A mean with its interval.
fn mean(point: &Point) -> String {
    let figure = |value: f64| plain(&mean_in_figures(value, point.interval));
    let shown = figure(point.shown);
    match (point.interval, point.interval.ends()) {
        (Interval::Excluded, _) => match point.excluded {
            Some(why) => format!("cannot occur here: {why}"),
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

/// Half the width of the widest interval of an outcome, in percentage points.
fn widest(findings: &Findings) -> f64 {
    let longer = |case: &Case| {
        let (share, ends) = (case.share.share, case.share.interval.ends());
        ends.map(|(low, high)| (share - low).max(high - share) * 100.0)
    };
    findings.outcomes.iter().filter_map(longer).fold(0.0, f64::max)
}

/// Rows along the first axis, columns along the second.
fn grid(text: &mut String, swept: &Swept<'_>, [down, across]: [&str; 2]) {
    let columns = swept.sweep.axes[1].figures();
    let unit = if swept.quantity.is_share() { ", in per cent" } else { "" };
    let margin = crate::study::words::widest(swept.sweep, swept.quantity);
    let margin = margin.map_or_else(String::new, |margin| format!("; each within {}", margin.replace('±', "+-")));
    line(text, &format!("\n{}{unit}{margin}", swept.quantity.label()));
    paragraph(text, 0, &printable(&format!("down: {down}; across: {across}")));
    let (head, wide) = (width(swept.sweep.axes.first()), column(&columns));
    let fit = (WIDTH.saturating_sub(head) / wide).max(1);
    let fitting = |values: Vec<String>| cells(values.into_iter().take(fit), wide);
    line(text, &format!("{:>head$}{}", "", fitting(columns.iter().map(|figure| plain(figure)).collect())));
    for row in swept.sweep.points.chunks(columns.len()) {
        let shown = |point: &Point| match swept.quantity.is_share() {
            _ if point.interval.is_excluded() => DASH.to_owned(),
            true => percent(&point.case()),
            false => plain(&mean_in_figures(point.shown, point.interval)),
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
