//! A hundred dots, one for each of a hundred runs, from calm to war.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::parts::{lines, spread};
use crate::report::chart::style::{
    INK, LEADING, MIDDLE, MUTED, OUTLINE, outcome_colour, outcome_outline, size,
};
use crate::report::words::{of_a_hundred, outcome_label};
use crate::sim::Outcome;
use crate::study::Findings;

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
pub fn draw(canvas: &Canvas, area: Area, findings: &Findings) -> Result<(), Error> {
    let counts = of_a_hundred(findings);
    for (outcome, dot) in in_order(&counts).zip(0..) {
        let centre = xy(
            area.left + (f64::from(dot % ROW) + 0.5) * PITCH,
            row_middle(area, f64::from(dot / ROW)),
        );
        let width = outcome_outline(outcome);
        // The outline lies inside, so that all dots are of one size.
        canvas.dot(
            centre,
            RADIUS - width / 2.0,
            outcome_colour(outcome),
            (OUTLINE, width),
        )?;
    }
    labels(canvas, area, &counts)?;
    note(canvas, area, findings, &counts)
}

fn row_middle(area: Area, row: f64) -> f64 {
    area.top + (row + 0.5) * ROW_PITCH
}

fn in_order(counts: &Counts) -> impl Iterator<Item = Outcome> {
    Outcome::ALL
        .into_iter()
        .zip(*counts)
        .flat_map(|(outcome, count)| (0..count).map(move |_| outcome))
}

fn labels(canvas: &Canvas, area: Area, counts: &Counts) -> Result<(), Error> {
    let patch = area.left + f64::from(ROW) * PITCH + GAP;
    let number = patch + PATCH + 8.0;
    let figures = bold(size::LABEL);
    let words = regular(size::LABEL);
    let name = number
        + canvas
            .ruler
            .width("00", figures)
            .max(widest(canvas, counts))
        + 7.0;
    let shown: Vec<_> = Outcome::ALL
        .into_iter()
        .zip(*counts)
        .filter(|&(_, count)| count > 0)
        .collect();
    let names: Vec<_> = shown
        .iter()
        .map(|&(outcome, _)| {
            canvas
                .ruler
                .balance(outcome_label(outcome), words, area.right - name, 2)
        })
        .collect();
    let heights: Vec<_> = names
        .iter()
        .map(|lines| lines.len() as f64 * words.size * LEADING)
        .collect();
    // What the last label needs below the dots is there.
    let ends = (area.top, area.top + f64::from(DOTS / ROW) * ROW_PITCH);
    let middles = spread(&wanted(area, &shown), &heights, ends, APART);
    for ((&(outcome, count), lines_of_name), middle) in shown.iter().zip(&names).zip(middles) {
        let square = Area {
            left: patch,
            top: middle - PATCH / 2.0,
            right: patch + PATCH,
            bottom: middle + PATCH / 2.0,
        };
        canvas.bar(
            square,
            outcome_colour(outcome),
            OUTLINE,
            outcome_outline(outcome),
        )?;
        let at = xy(name - 7.0, middle + MIDDLE * figures.size);
        canvas.text(&count.to_string(), at, figures, INK, Align::Right)?;
        lines(
            canvas,
            lines_of_name,
            xy(name, middle),
            words,
            INK,
            Align::Left,
        )?;
    }
    Ok(())
}

fn widest(canvas: &Canvas, counts: &Counts) -> f64 {
    counts
        .iter()
        .map(|count| canvas.ruler.width(&count.to_string(), bold(size::LABEL)))
        .fold(0.0, f64::max)
}

/// The middles of the groups of dots.
fn wanted(area: Area, shown: &[(Outcome, u32)]) -> Vec<f64> {
    let mut before = 0;
    let mut middles = Vec::new();
    for &(_, count) in shown {
        let first = before / ROW;
        let last = (before + count - 1) / ROW;
        before += count;
        middles.push(row_middle(area, f64::from(first + last) / 2.0));
    }
    middles
}

/// Says what has no dot and yet is not excluded, since rare is not impossible; and that dots are
/// rounded, where that shows.
fn note(canvas: &Canvas, area: Area, findings: &Findings, counts: &Counts) -> Result<(), Error> {
    let parts = remarks(findings, counts);
    if parts.is_empty() {
        return Ok(());
    }
    let set = regular(size::NOTE);
    let lines = canvas
        .ruler
        .wrap(&parts.join(" "), set, area.right - area.left, 5);
    let last = area.bottom - 5.0;
    let first = last - (lines.len() - 1) as f64 * set.size * LEADING;
    for (line, at) in lines.iter().zip(0u8..) {
        canvas.text(
            line,
            xy(area.left, first + f64::from(at) * set.size * LEADING),
            set,
            MUTED,
            Align::Left,
        )?;
    }
    Ok(())
}

fn remarks(findings: &Findings, counts: &Counts) -> Vec<String> {
    let mut rare = Vec::new();
    let mut unmet = Vec::new();
    let mut add_up = true;
    for outcome in Outcome::ALL {
        let case = findings.outcome(outcome);
        let share = case.share.share;
        add_up &= counts[outcome] == hundredths(share);
        if counts[outcome] == 0 && case.excluded.is_none() {
            let names = if share > 0.0 { &mut rare } else { &mut unmet };
            names.push(short_name(outcome));
        }
    }
    let mut remarks = Vec::new();
    if !rare.is_empty() {
        remarks.push(format!("Fewer than 1 of 100 runs: {}.", rare.join("; ")));
    }
    if !unmet.is_empty() {
        remarks.push(format!(
            "In none of the runs, but not ruled out: {}.",
            unmet.join("; ")
        ));
    }
    if !add_up {
        remarks.push("Dots are rounded so that they add up to 100.".to_owned());
    }
    remarks
}

/// A share rounded by itself.
fn hundredths(share: f64) -> u32 {
    (share * 100.0).round() as u32
}

/// A label within a sentence, without what it means.
fn short_name(outcome: Outcome) -> String {
    let label = outcome_label(outcome);
    let mut rest = label
        .split_once(':')
        .map_or(label, |(name, _)| name)
        .chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(rest).collect()
    })
}
