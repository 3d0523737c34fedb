//! Which rungs have a row, and what is said of each.

use crate::numerals::count;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::Colour;
use crate::report::words::{denominator, farthest, has_later_crises, wars_of};
use crate::stats::Share;
use crate::study::Findings;

/// A rung with a row.
pub struct Rung<'a> {
    /// Its colour.
    pub colour: Colour,
    /// Its name.
    pub label: &'a str,
    /// What is marked at it; empty where nothing is.
    pub mark: String,
    /// Whether it uses force.
    pub uses_force: bool,
    /// How many of the histories have it as their highest, in figures.
    pub number: String,
    /// Whether the number is a figure, and not words for a small one.
    pub is_figure: bool,
    /// Its share.
    pub share: Share,
}

/// The rungs with a row, from the foot up.
pub struct Ladder<'a> {
    /// The rungs.
    pub rungs: Vec<Rung<'a>>,
    /// How many of the rows, the upper ones, are war, and how many histories they come to; none
    /// where there is nothing to add up.
    pub wars: Option<(usize, u32)>,
    /// Whether an interval is wider than one history on a side.
    pub has_intervals: bool,
    /// How many rungs have no row, though they can occur, and how many histories they come to.
    folded: (usize, u32),
    /// How many histories numbers are of.
    pub of: u64,
}

impl<'a> Ladder<'a> {
    /// The rungs that can occur, the most common where they are more than `most`.
    pub fn new(
        findings: &'a Findings,
        rungs: &'a ChartRungs<'_>,
        counts: &[u32],
        most: usize,
    ) -> Self {
        let possible: Vec<usize> = (0..counts.len())
            .filter(|&rung| findings.peak[rung].excluded.is_none())
            .collect();
        let shown = most_common(findings, rungs, &possible, most.max(1));
        let hidden = possible.iter().filter(|rung| !shown.contains(rung));
        let folded = hidden.fold((0, 0), |(rungs, sum), &rung| {
            (rungs + 1, sum + counts[rung])
        });
        let of = denominator(findings);
        let rows = shown.iter().map(|&rung| {
            let share = findings.peak[rung].share;
            let (number, is_figure) = figure(share, counts[rung]);
            Rung {
                colour: rungs.colour(rung),
                label: rungs.labels[rung],
                mark: mark(findings, rungs, rung),
                uses_force: rungs.force[rung],
                number,
                is_figure,
                share,
            }
        });
        let wars = shown.iter().filter(|&&rung| rung >= rungs.limited_war);
        let above = wars.count();
        let sum = wars_of(findings, denominator(findings)) as u32;
        Self {
            wars: (sum > 0 && above > 1 && above < shown.len()).then_some((above, sum)),
            rungs: rows.collect(),
            has_intervals: farthest(&findings.peak) * of as f64 >= 1.0 && of > 1,
            folded,
            of,
        }
    }

    /// What is said of the rungs that have no row.
    pub fn folded(&self) -> Option<String> {
        let of = count(self.of);
        match self.folded {
            (0, _) => None,
            (1, 0) => Some(format!("One more rung in fewer than 1 of {of}")),
            (rungs, 0) => Some(format!("{rungs} more rungs, each in fewer than 1 of {of}")),
            (1, sum) => Some(format!("One more rung in {sum} of {of}")),
            (rungs, sum) => Some(format!("{rungs} more rungs, together in {sum} of {of}")),
        }
    }
}

/// So many of the rungs, the most common, in their order; the opening and the first of limited war
/// are among them.
fn most_common(
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    possible: &[usize],
    most: usize,
) -> Vec<usize> {
    let mut by_share = possible.to_vec();
    by_share.sort_by(|&a, &b| {
        let shares = [a, b].map(|rung| findings.peak[rung].share.share);
        is_marked(rungs, b)
            .cmp(&is_marked(rungs, a))
            .then(shares[1].total_cmp(&shares[0]))
    });
    by_share.truncate(most);
    by_share.sort_unstable();
    by_share
}

/// Whether a rung is the opening or the first of limited war.
fn is_marked(rungs: &ChartRungs<'_>, rung: usize) -> bool {
    rungs.opening == Some(rung) || rungs.limited_war == rung
}

/// A number as its row gives it.
fn figure(share: Share, count: u32) -> (String, bool) {
    if count > 0 {
        (count.to_string(), true)
    } else if share.share > 0.0 {
        ("under 1".to_owned(), false)
    } else {
        ("none".to_owned(), false)
    }
}

/// What is marked at a rung: the opening, and where limited war begins.
fn mark(findings: &Findings, rungs: &ChartRungs<'_>, rung: usize) -> String {
    let mut marks = Vec::new();
    let opens = rungs.opening == Some(rung);
    if opens {
        marks.push("the first act".to_owned());
    }
    let idle = rungs.opening.is_none() && rung == 0;
    if idle && findings.no_act.share.share >= findings.peak[0].share.share {
        let words = if has_later_crises(findings) {
            "the opening brings no crisis"
        } else {
            "no crisis begins"
        };
        marks.push(words.to_owned());
    }
    if rung == rungs.limited_war && rung + 1 < rungs.len() {
        marks.push("limited war begins here".to_owned());
    }
    marks.join("; ")
}
