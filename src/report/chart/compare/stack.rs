//! A bar of all histories, parted by how they end, and the words above bars that name the parts.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::style::{INK, OUTLINE, outcome_colour, outcome_outline, text_on};
use crate::report::words::Ends;
use crate::sim::Outcome;
use crate::study::Findings;

/// Parts of at least this share carry their number, where it has room.
const NUMBERED: f64 = 0.025;
/// The side of a sample of colour, what is between it and its word, and between two of them, as
/// multiples of the size of a label.
const SAMPLE: f64 = 0.72;
const GAP: f64 = 0.3;
const APART: f64 = 0.9;

/// A bar.
pub struct Stack<'c> {
    pub area: Area,
    pub findings: &'c Findings,
    pub ends: Ends,
}

impl Stack<'_> {
    /// Draws the parts from calm to war.
    pub fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        let width = self.area.right - self.area.left;
        let mut left = self.area.left;
        for outcome in Outcome::ALL {
            let share = self.findings.outcome(outcome).share.share;
            let right = left + share * width;
            if share > 0.0 {
                self.part(canvas, outcome, [left, right])?;
            }
            left = right;
        }
        Ok(())
    }

    fn part(
        &self,
        canvas: &Canvas,
        outcome: Outcome,
        [left, right]: [f64; 2],
    ) -> Result<(), Error> {
        let area = Area {
            left,
            right,
            ..self.area
        };
        let fill = outcome_colour(outcome);
        canvas.bar(area, fill, OUTLINE, outcome_outline(outcome).min(1.4))?;
        let share = self.findings.outcome(outcome).share.share;
        let words = self.ends.outcome(self.findings, outcome);
        let set = regular(canvas.sizes.label);
        let room = right - left - 0.3 * set.size;
        if share < NUMBERED || canvas.ruler.width(&words, set) > room {
            return Ok(());
        }
        let middle = f64::midpoint(area.top, area.bottom);
        let baseline = xy(f64::midpoint(left, right), middle + 0.36 * set.size);
        canvas.text(&words, baseline, set, text_on(fill), Align::Centre)
    }
}

/// An end in as few words as stand above a part of a bar.
const fn brief(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force",
        Outcome::OneSided => "one side",
        Outcome::OneRound => "each once",
        Outcome::SeveralRounds => "several rounds",
        Outcome::LimitedWar => "limited",
        Outcome::War => "full-scale war",
        Outcome::Unresolved => "going on",
    }
}

/// Sets the names of the parts that any of these has above the bars, each with a sample of its
/// colour: near the part of the last of these, as far as they keep apart between `start` and the
/// right edge of the bars.
pub fn key(
    canvas: &Canvas,
    all: &[&Findings],
    start: f64,
    bars: [f64; 2],
    baseline: f64,
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let set = regular(label);
    let mut outcomes: Vec<Outcome> = Outcome::ALL.into();
    outcomes.retain(|&outcome| all.iter().any(|one| one.outcome(outcome).share.share > 0.0));
    let widths: Vec<f64> = outcomes
        .iter()
        .map(|&outcome| (SAMPLE + GAP) * label + canvas.ruler.width(brief(outcome), set))
        .collect();
    let wanted: Vec<f64> = outcomes
        .iter()
        .map(|&outcome| all.last().map_or(0.0, |one| middle_of(one, outcome)))
        .map(|part| bars[0] + part * (bars[1] - bars[0]))
        .collect();
    let all: f64 = widths.iter().sum();
    let spare = (bars[1] - start - all) / outcomes.len().max(1) as f64;
    let apart = (APART * label).min(spare.max(0.2 * label));
    let lefts = spread(&wanted, &widths, [start, bars[1]], apart);
    for (&outcome, left) in outcomes.iter().zip(lefts) {
        let sample = Area {
            left,
            top: baseline - SAMPLE * label,
            right: left + SAMPLE * label,
            bottom: baseline,
        };
        canvas.bar(
            sample,
            outcome_colour(outcome),
            OUTLINE,
            outcome_outline(outcome).min(1.4),
        )?;
        let x = sample.right + GAP * label;
        canvas.text(brief(outcome), xy(x, baseline), set, INK, Align::Left)?;
    }
    Ok(())
}

/// Where the middle of a part is within its bar, 0 to 1.
fn middle_of(findings: &Findings, outcome: Outcome) -> f64 {
    let calmer: f64 = Outcome::ALL
        .into_iter()
        .filter(|&other| other < outcome)
        .map(|other| findings.outcome(other).share.share)
        .sum();
    calmer + findings.outcome(outcome).share.share / 2.0
}

/// The left edges of words of these widths around these middles, moved as little as it takes for
/// them to keep apart between two edges.
fn spread(wanted: &[f64], widths: &[f64], [start, end]: [f64; 2], apart: f64) -> Vec<f64> {
    let mut lefts: Vec<f64> = wanted
        .iter()
        .zip(widths)
        .map(|(middle, width)| middle - width / 2.0)
        .collect();
    let mut limit = end;
    for (left, width) in lefts.iter_mut().zip(widths).rev() {
        *left = left.min(limit - width);
        limit = *left - apart;
    }
    let mut limit = start;
    for (left, width) in lefts.iter_mut().zip(widths) {
        *left = left.max(limit);
        limit = *left + width + apart;
    }
    lefts
}
