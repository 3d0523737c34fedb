//! A hundred dots, one for each of a hundred runs, from calm to war.

use crate::chart::canvas::{Align, Area, Canvas};
use crate::chart::font::{bold, regular};
use crate::chart::parts::{lines, spread};
use crate::chart::style::{INK, LEADING, MIDDLE, MUTED, OUTLINE, outcome_colour, outcome_outline, size};
use crate::error::Error;
use crate::sim::Outcome;
use crate::study::Findings;
use crate::study::words::{of_a_hundred, outcome_label};

const DOTS: u32 = 100;
const ROW: u32 = 10;
/// From dot to dot along a row.
const PITCH: f64 = 25.0;
/// From row to row: wider, so that rows are read as rows and labels have room beside them.
const ROW_PITCH: f64 = 36.0;
const RADIUS: f64 = 11.0;
/// Between the dots and their labels, and between the parts of a label.
const GAP: f64 = 12.0;
/// The side of a label's patch of colour.
const PATCH: f64 = 16.0;
/// Between a label and the next.
const APART: f64 = 10.0;

type Counts = [u32; Outcome::ALL.len()];

/// Draws the dots and, beside them, what each kind means.
pub fn draw(canvas: &Canvas<'_>, area: Area, findings: &Findings) -> Result<(), Error> {
    let counts = of_a_hundred(findings);
    for (outcome, dot) in in_order(&counts).zip(0..) {
        let centre = (area.left + (f64::from(dot % ROW) + 0.5) * PITCH, row_middle(area, f64::from(dot / ROW)));
        let width = outcome_outline(outcome);
        // The outline lies inside, so that all dots are of one size.
        canvas.dot(centre, RADIUS - width / 2.0, outcome_colour(outcome), (OUTLINE, width))?;
    }
    labels(canvas, area, &counts)?;
    note(canvas, area, findings, &counts)
}

fn row_middle(area: Area, row: f64) -> f64 {
    area.top + (row + 0.5) * ROW_PITCH
}

fn in_order(counts: &Counts) -> impl Iterator<Item = Outcome> {
    Outcome::ALL.into_iter().zip(*counts).flat_map(|(outcome, count)| (0..count).map(move |_| outcome))
}

fn labels(canvas: &Canvas<'_>, area: Area, counts: &Counts) -> Result<(), Error> {
    let patch = area.left + f64::from(ROW) * PITCH + GAP;
    let number = patch + PATCH + 8.0;
    let (figures, words) = (bold(size::LABEL), regular(size::LABEL));
    let name = number + canvas.ruler.width("00", figures).max(widest(canvas, counts)) + 7.0;
    let shown: Vec<_> = Outcome::ALL.into_iter().zip(*counts).filter(|&(_, count)| count > 0).collect();
    let names: Vec<_> = shown
        .iter()
        .map(|&(outcome, _)| canvas.ruler.balance(outcome_label(outcome), words, area.right - name, 2))
        .collect();
    let heights: Vec<_> = names.iter().map(|lines| lines.len() as f64 * words.size * LEADING).collect();
    // What the last label needs below the dots is there.
    let ends = (area.top, area.top + f64::from(DOTS / ROW) * ROW_PITCH);
    let middles = spread(&wanted(area, &shown), &heights, ends, APART);
    for ((&(outcome, count), lines_of_name), middle) in shown.iter().zip(&names).zip(middles) {
        let square =
            Area { left: patch, top: middle - PATCH / 2.0, right: patch + PATCH, bottom: middle + PATCH / 2.0 };
        canvas.bar(square, outcome_colour(outcome), OUTLINE, outcome_outline(outcome))?;
        let at = (name - 7.0, middle + MIDDLE * figures.size);
        canvas.text(&count.to_string(), at, figures, INK, Align::Right)?;
        lines(canvas, lines_of_name, (name, middle), words, INK, Align::Left)?;
    }
    Ok(())
}

fn widest(canvas: &Canvas<'_>, counts: &Counts) -> f64 {
    counts.iter().map(|count| canvas.ruler.width(&count.to_string(), bold(size::LABEL))).fold(0.0, f64::max)
}

/// The middles of the groups of dots.
fn wanted(area: Area, shown: &[(Outcome, u32)]) -> Vec<f64> {
    let mut before = 0;
    let middle = |&(_, count): &(Outcome, u32)| {
        let (first, last) = (before / ROW, (before + count - 1) / ROW);
        before += count;
        row_middle(area, f64::from(first + last) / 2.0)
    };
    shown.iter().map(middle).collect()
}

/// Says what has no dot and yet is not excluded: rare is not impossible.
fn note(canvas: &Canvas<'_>, area: Area, findings: &Findings, counts: &Counts) -> Result<(), Error> {
    let rare: Vec<_> = Outcome::ALL
        .into_iter()
        .filter(|&outcome| counts[outcome as usize] == 0 && findings.outcome(outcome).excluded.is_none())
        .map(|outcome| lower_case(outcome_label(outcome)))
        .collect();
    if rare.is_empty() {
        return Ok(());
    }
    let set = regular(size::NOTE);
    let words = format!("No dot, but not ruled out: {}.", rare.join("; "));
    let lines = canvas.ruler.wrap(&words, set, area.right - area.left, 5);
    let last = area.bottom - 5.0;
    let first = last - (lines.len() - 1) as f64 * set.size * LEADING;
    for (line, at) in lines.iter().zip(0u8..) {
        canvas.text(line, (area.left, first + f64::from(at) * set.size * LEADING), set, MUTED, Align::Left)?;
    }
    Ok(())
}

/// A label within a sentence.
fn lower_case(label: &str) -> String {
    let mut rest = label.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}
