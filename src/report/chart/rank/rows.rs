//! The rows of a ranking: as many as there is room for, the first five in larger words.

use crate::report::chart::backend::{Area, Canvas, Type, bold, regular};
use crate::report::chart::style::LEADING;
use crate::report::words::RankRow;

use super::{GAP, field_left};

/// How many have larger words.
const LARGE: usize = 5;
/// Maximum lines of a claim.
const LINES: usize = 2;
/// Between two rows, as a multiple of the size of a label.
const APART: f64 = 0.55;

/// A row with its place.
pub struct LaidRow<'r> {
    /// What is ranked.
    pub row: &'r RankRow<'r>,
    /// Its words in lines.
    pub name: Vec<String>,
    /// Who says it; empty where nobody is named.
    pub who: String,
    /// How its words are set.
    pub set: Type,
    /// Its upper edge.
    pub top: f64,
    /// The middle of its bar.
    pub middle: f64,
}

/// The rows that have room.
pub struct Layout<'r> {
    /// The rows, from the top.
    pub rows: Vec<LaidRow<'r>>,
    /// Their lower edge.
    pub bottom: f64,
}

impl<'r> Layout<'r> {
    /// Lays out rows above so many lines and one more, which says how many have no room.
    pub fn new(canvas: &Canvas, area: Area, rows: &[&'r RankRow<'r>], lines_below: usize) -> Self {
        let label = canvas.sizes.label;
        let of_lines = (lines_below + 1) as f64 * label * LEADING + label * 0.8;
        let limit = area.bottom - of_lines;
        let mut layout = Self {
            rows: Vec::new(),
            bottom: area.top,
        };
        for (at, row) in rows.iter().enumerate() {
            let laid = laid(canvas, area, row, at, layout.bottom + label * APART);
            let bottom = laid.top + height(canvas, &laid);
            if bottom > limit && at > 0 {
                break;
            }
            layout.bottom = bottom;
            layout.rows.push(laid);
        }
        layout
    }
}

fn laid<'r>(
    canvas: &Canvas,
    area: Area,
    row: &'r RankRow<'r>,
    at: usize,
    top: f64,
) -> LaidRow<'r> {
    let size = if at < LARGE {
        canvas.sizes.lead
    } else {
        canvas.sizes.label
    };
    let set = if at == 0 { bold(size) } else { regular(size) };
    let width = field_left(area) - GAP - area.left;
    let name = canvas.ruler.label(&row.name, set, width, LINES);
    let small = regular(canvas.sizes.label);
    let who = canvas.ruler.cut(&row.who, small, width);
    let mut laid = LaidRow {
        row,
        name,
        who,
        set,
        top,
        middle: top,
    };
    laid.middle = top + height(canvas, &laid) / 2.0;
    laid
}

fn height(canvas: &Canvas, row: &LaidRow<'_>) -> f64 {
    let name = row.name.len() as f64 * row.set.size * LEADING;
    let who = if row.who.is_empty() {
        0.0
    } else {
        canvas.sizes.label * LEADING
    };
    name + who
}
