//! What the matrix shows, beside it: the largest moves with their intervals, and how to read the
//! cells.

use plotters::style::RGBColor;

use super::matrix::Matrix;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, Type, bold, regular, xy};
use crate::report::chart::style::{GRID, INK, LEADING, MUTED, OUTLINE, PAPER, size};
use crate::report::words::{Move, moves, outcome_label};
use crate::sim::Outcome;
use crate::study::Variant;

/// Maximum moves that are listed.
const MOST_MOVES: usize = 3;
/// Between one and the next.
const APART: f64 = 12.0;
/// Nothing that is said of the cells takes more lines.
const MOST_LINES: usize = 6;
/// The side of a sample, and what is between it and its words.
const SAMPLE: f64 = 20.0;
const GAP: f64 = 9.0;

/// Draws all of it.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    variant: &Variant,
    trials: u64,
    matrix: &Matrix,
) -> Result<(), Error> {
    let moves = moves(variant, trials);
    let heading = match moves.len() {
        0 => "No history moves",
        1 => "The only move, per 1,000",
        2..=MOST_MOVES => "Moves per 1,000",
        _ => "Largest moves per 1,000",
    };
    let (heading, set) = canvas
        .ruler
        .fit(heading, bold(size::LABEL), area.right - area.left);
    canvas.text(
        &heading,
        xy(area.left, area.top - 12.0),
        set,
        INK,
        Align::Left,
    )?;
    let mut y = area.top + 4.0;
    for moved in moves.iter().take(MOST_MOVES) {
        y = draw_move(canvas, area, y, moved)? + APART;
    }
    reading(canvas, area, matrix, &moves)
}

/// Sets one move; gives where it ends.
fn draw_move(canvas: &Canvas, area: Area, top: f64, moved: &Move) -> Result<f64, Error> {
    let (figures, set) = canvas.ruler.fit(
        &moved.per_thousand,
        bold(size::NOTE),
        area.right - area.left,
    );
    let y = top + size::NOTE * LEADING * 0.8;
    canvas.text(&figures, xy(area.left, y), set, INK, Align::Left)?;
    let words = format!(
        "from “{}” to “{}”",
        outcome_label(moved.from),
        outcome_label(moved.to)
    );
    wrapped(
        canvas,
        &words,
        xy(area.left, y),
        area.right,
        regular(size::SMALL),
    )
}

/// Sets words in lines below a corner; gives the last baseline.
fn wrapped(
    canvas: &Canvas,
    words: &str,
    corner: Position,
    right: f64,
    set: Type,
) -> Result<f64, Error> {
    let mut last = corner.y;
    for line in canvas.ruler.wrap(words, set, right - corner.x, 4) {
        last += set.size * LEADING;
        canvas.text(&line, xy(corner.x, last), set, INK, Align::Left)?;
    }
    Ok(last)
}

/// A line of the legend: a sample of a cell, and what such a cell shows; or words alone.
struct LegendLine {
    sample: Option<CellSample>,
    words: String,
}

/// How a cell is drawn.
#[derive(Clone, Copy)]
struct CellSample {
    fill: RGBColor,
    outline: RGBColor,
    width: f64,
}

/// How to read the cells, at the foot.
fn reading(canvas: &Canvas, area: Area, matrix: &Matrix, moves: &[Move]) -> Result<(), Error> {
    let set = regular(size::SMALL);
    let mut texts = Vec::new();
    for entry in entries(matrix, moves) {
        let indent = if entry.sample.is_some() {
            SAMPLE + GAP
        } else {
            0.0
        };
        let words = canvas.ruler.wrap(
            &entry.words,
            set,
            area.right - area.left - indent,
            MOST_LINES,
        );
        texts.push((entry.sample, words));
    }
    let mut top = area.bottom
        - texts
            .iter()
            .map(|(_, words)| height(words, set))
            .sum::<f64>();
    for (sample, words) in texts.iter().filter(|(_, words)| !words.is_empty()) {
        let mut left = area.left;
        if let Some(sample) = sample {
            let square = Area {
                left,
                top: top - 2.0,
                right: left + SAMPLE,
                bottom: top + SAMPLE - 6.0,
            };
            canvas.bar(square, sample.fill, sample.outline, sample.width)?;
            left += SAMPLE + GAP;
        }
        for (line, at) in words.iter().zip(1u8..) {
            let y = top + f64::from(at) * set.size * LEADING - 4.0;
            canvas.text(line, xy(left, y), set, MUTED, Align::Left)?;
        }
        top += height(words, set);
    }
    Ok(())
}

/// How high lines of the legend stand; none take no room.
fn height(lines: &[String], set: Type) -> f64 {
    if lines.is_empty() {
        0.0
    } else {
        lines.len() as f64 * set.size * LEADING + 8.0
    }
}

/// The lines of the legend.
fn entries(matrix: &Matrix, moves: &[Move]) -> [LegendLine; 4] {
    let gone = Outcome::ALL
        .into_iter()
        .filter(|outcome| !matrix.outcomes.contains(outcome));
    let gone: Vec<&str> = gone.map(outcome_label).collect();
    let unresolved = (0..matrix.outcomes.len()).any(|at| matrix.apart(at));
    let aside = if unresolved {
        "; what is unresolved counts apart, as neither"
    } else {
        ""
    };
    let shade = moves.first().map(|first| CellSample {
        fill: matrix.colour(first.count),
        outline: GRID,
        width: 1.0,
    });
    let shaded = if moves.is_empty() {
        ""
    } else {
        "different outcome; darker: more"
    };
    let same = CellSample {
        fill: PAPER,
        outline: OUTLINE,
        width: 2.0,
    };
    let note = format!(
        "Right of the outlined cells the outcome is more severe{aside}. Calmer and worse, in the title, go by peak, then force, \
         then acts."
    );
    let excluded = if gone.is_empty() {
        String::new()
    } else {
        format!("Cannot occur here: {}.", gone.join("; "))
    };
    [
        LegendLine {
            sample: shade,
            words: shaded.to_owned(),
        },
        LegendLine {
            sample: Some(same),
            words: "ended alike".to_owned(),
        },
        LegendLine {
            sample: None,
            words: note,
        },
        LegendLine {
            sample: None,
            words: excluded,
        },
    ]
}
