//! The rows of a ranking: as many as there is room for, the first in larger words.

use super::{GAP, field_left};
use crate::report::chart::backend::{Area, Canvas, Type, bold, regular};
use crate::report::chart::style::LEADING;
use crate::report::cut::begun;
use crate::report::words::{RankRow, chosen_rows};

/// How many have larger words at most.
const LARGE: usize = 8;
/// So many rows are worth smaller words.
const ENOUGH: usize = 5;
/// Maximum lines of a claim.
const LINES: usize = 2;
/// Between two rows, as a multiple of the size of a label.
const APART: f64 = 0.6;
/// Between a claim and who makes it, on one line.
const BESIDE: f64 = 12.0;
/// A name is cut to no fewer columns than these.
const SHORTEST: usize = 8;

/// A row with its place.
pub struct LaidRow<'r> {
    /// What is ranked.
    pub row: &'r RankRow<'r>,
    /// Its words in lines.
    pub name: Vec<String>,
    /// How they are set.
    pub set: Type,
    /// Who says it; empty where nobody is named.
    pub who: String,
    /// Where that begins, where it stands behind the last line of the words; none below them.
    pub beside: Option<f64>,
    /// The baseline of what is said above it; none where nothing is.
    pub apart: Option<f64>,
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl LaidRow<'_> {
    /// The middle of its bar.
    pub const fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// The rows that have room.
pub struct Layout<'r> {
    /// The rows, from the top.
    pub rows: Vec<LaidRow<'r>>,
    /// The places of these among all.
    pub places: Vec<usize>,
    /// Their lower edge.
    pub bottom: f64,
}

impl<'r> Layout<'r> {
    /// Lays out rows above so many lines, with the strongest that goes the other way. The first
    /// have larger words: as many of them as leave room for enough rows.
    pub fn new(canvas: &Canvas, area: Area, rows: &'r [RankRow<'r>], lines_below: usize) -> Self {
        let label = canvas.sizes.label;
        let of_lines = lines_below as f64 * label * LEADING + label;
        let area = Area {
            bottom: area.bottom - of_lines,
            ..area
        };
        let wanted = rows.len().min(ENOUGH);
        (0..=LARGE)
            .rev()
            .map(|large| Self::with_large(canvas, area, rows, large))
            .find(|layout| layout.rows.len() >= wanted)
            .unwrap_or_else(|| Self::with_large(canvas, area, rows, 0))
    }

    fn with_large(canvas: &Canvas, area: Area, rows: &'r [RankRow<'r>], large: usize) -> Self {
        let places = chosen_rows(rows, |places| {
            Self::of(canvas, area, rows, places, large).bottom <= area.bottom
        });
        Self::of(canvas, area, rows, &places, large)
    }

    /// The layout of the rows in these places, whether they have room or not.
    fn of(
        canvas: &Canvas,
        area: Area,
        rows: &'r [RankRow<'r>],
        places: &[usize],
        large: usize,
    ) -> Self {
        let label = canvas.sizes.label;
        let mut layout = Self {
            rows: Vec::new(),
            places: places.to_vec(),
            bottom: area.top,
        };
        for (at, &place) in places.iter().enumerate() {
            let Some(row) = rows.get(place) else {
                continue;
            };
            let is_large = at < large;
            let size = if is_large { canvas.sizes.lead } else { label };
            let set = if at == 0 { bold(size) } else { regular(size) };
            let gap = if at == 0 { 0.3 } else { APART };
            let mut top = layout.bottom + label * gap;
            let mut apart = None;
            if place != at {
                // It stands here because it goes the other way, not because of its place.
                apart = Some(top + label);
                top += label * LEADING;
            }
            let laid = laid(canvas, area, row, set, top);
            layout.bottom = laid.bottom;
            layout.rows.push(LaidRow { apart, ..laid });
        }
        layout
    }
}

fn laid<'r>(canvas: &Canvas, area: Area, row: &'r RankRow<'r>, set: Type, top: f64) -> LaidRow<'r> {
    let width = field_left(area) - GAP - area.left;
    let name = whole_words(canvas, &row.name, set, width, LINES);
    let small = regular(canvas.sizes.label);
    let who = whole_words(canvas, &row.voice, small, width, 1).concat();
    let last = name
        .last()
        .map_or(0.0, |line| canvas.ruler.width(line, set));
    let is_beside = last + BESIDE + canvas.ruler.width(&who, small) <= width;
    let beside = (is_beside && !who.is_empty()).then_some(area.left + last + BESIDE);
    let below = if beside.is_some() || who.is_empty() {
        0.0
    } else {
        small.size * LEADING
    };
    let words = name.len() as f64 * set.size * LEADING + below;
    let bottom = top + words.max(bars_height(canvas, row));
    LaidRow {
        row,
        name,
        set,
        who,
        beside,
        apart: None,
        top,
        bottom,
    }
}

/// How high the bars of a row are at least: two that go the same way stand below each other.
fn bars_height(canvas: &Canvas, row: &RankRow<'_>) -> f64 {
    if row.goes_one_way() {
        2.0 * canvas.sizes.label * LEADING
    } else {
        0.0
    }
}

/// Words in so many lines at most: the last left out where all have no room, and none cut in its
/// middle unless it is too long by itself.
fn whole_words(canvas: &Canvas, words: &str, set: Type, width: f64, most: usize) -> Vec<String> {
    // No more letters than these have room, however narrow they are.
    let room = (width * most as f64 / set.size * 4.0) as usize;
    let mut columns = words.chars().count().min(room);
    loop {
        let short = begun(words, columns);
        let lines = canvas.ruler.broken(&short, set, width, most);
        if fits(canvas, &lines, set, width) {
            return lines;
        }
        if columns <= SHORTEST {
            return canvas.ruler.wrap(&short, set, width, most);
        }
        columns -= 1;
    }
}

/// Whether no line is wider.
fn fits(canvas: &Canvas, lines: &[String], set: Type, width: f64) -> bool {
    lines
        .iter()
        .all(|line| canvas.ruler.width(line, set) <= width)
}
