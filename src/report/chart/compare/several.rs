//! Several variants: a stacked bar for each below that of the base, sorted by wars.

use super::shortening::Words;
use super::stack::{Stack, key};
use crate::error::{Error, capitalised};
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{GRID, INK, LEADING, LEFT, MIDDLE, MUTED, RIGHT};
use crate::report::cut::shortened;
use crate::report::figure::VariantLabel;
use crate::report::words::{Ends, ends_of, histories};
use crate::study::{Comparison, Findings};

/// Height of the heading above the bars, and of a row at most, as multiples of the size of a label.
const HEADING: f64 = 2.0;
const HIGHEST: f64 = 9.0;
/// Width of the names at most, as a part of the whole.
const NAMES: f64 = 0.4;
/// Between names and bars, as a multiple of the size of a label.
const GAP: f64 = 1.0;
/// Rows of at least this height have lines between them, as a multiple of the size of a label.
const ROOMY: f64 = 2.9;
/// How much of a row its bar takes.
const BAR: f64 = 0.62;
/// Characters of a name at most, before it is measured.
const MOST_NAME: usize = 80;

/// A row.
struct StackRow<'c> {
    name: String,
    changes: &'c [String],
    findings: &'c Findings,
    ends: Ends,
    is_base: bool,
}

/// Where the rows stand.
struct Columns {
    area: Area,
    /// The height of a row.
    row: f64,
    /// The right edge of the names.
    names: f64,
    /// The edges of the bars.
    bars: [f64; 2],
}

/// Draws it within an area.
pub fn draw(
    canvas: &Canvas,
    body: Area,
    comparison: &Comparison,
    base: &str,
    labels: &[VariantLabel],
) -> Result<(), Error> {
    let rows = rows(comparison, base, labels);
    let columns = Columns::new(canvas, body, &rows);
    heading(canvas, &columns, comparison)?;
    for (at, row) in (0u8..).zip(&rows) {
        let top = columns.area.top + f64::from(at) * columns.row;
        if !row.is_base && columns.row > ROOMY * canvas.sizes.label {
            canvas.line(xy(LEFT, top), xy(RIGHT, top), GRID, 1.0)?;
        }
        let middle = top + columns.row / 2.0;
        row.draw_name(canvas, &columns, middle)?;
        row.draw_bar(canvas, &columns, middle)?;
    }
    Ok(())
}

/// The base, then the variants, from the fewest wars to the most; of equal ones in their order.
fn rows<'c>(
    comparison: &'c Comparison,
    base: &str,
    labels: &'c [VariantLabel],
) -> Vec<StackRow<'c>> {
    let of = ends_of(comparison);
    let mut rows: Vec<StackRow<'_>> = comparison
        .variants
        .iter()
        .zip(labels)
        .map(|(variant, label)| StackRow {
            name: shortened(&label.name, MOST_NAME),
            changes: &label.changes,
            findings: &variant.findings,
            ends: Ends::new(&variant.findings, of),
            is_base: false,
        })
        .collect();
    rows.sort_by(|a, b| {
        let [a, b] = [a, b].map(|row| row.findings.wars().share.share);
        a.total_cmp(&b)
    });
    let base = StackRow {
        name: shortened(&capitalised(base), MOST_NAME),
        changes: &[],
        findings: &comparison.base,
        ends: Ends::new(&comparison.base, of),
        is_base: true,
    };
    rows.insert(0, base);
    rows
}

impl Columns {
    fn new(canvas: &Canvas, body: Area, rows: &[StackRow<'_>]) -> Self {
        let label = canvas.sizes.label;
        let top = body.top + HEADING * label;
        let row = ((body.bottom - top) / rows.len().max(1) as f64).min(HIGHEST * label);
        let numbers = rows
            .iter()
            .map(|row| {
                canvas
                    .ruler
                    .width(&row.ends.wars(row.findings), bold(canvas.sizes.number))
            })
            .chain([canvas.ruler.width("war", bold(label))])
            .fold(0.0, f64::max);
        let most = NAMES * (RIGHT - LEFT);
        let names = rows
            .iter()
            .map(|row| row.widest(canvas, most))
            .fold(0.0, f64::max)
            .min(most);
        Self {
            area: Area { top, ..body },
            row,
            names: LEFT + names,
            bars: [LEFT + names + GAP * label, RIGHT - numbers - GAP * label],
        }
    }

    /// How a name is set: as large as rows with a second line leave room for.
    fn name_size(&self, canvas: &Canvas) -> f64 {
        let sizes = canvas.sizes;
        let room = (self.row - 0.4 * sizes.label) / LEADING - sizes.label;
        room.clamp(sizes.label, sizes.lead)
    }

    /// How many lines of a label's size a row has room for below a name.
    fn lines(&self, canvas: &Canvas) -> usize {
        let label = canvas.sizes.label;
        let room = self.row - self.name_size(canvas) - 0.1 * label;
        (room / (label * LEADING)).floor().max(0.0) as usize
    }
}

impl StackRow<'_> {
    /// How wide its words would like to be.
    fn widest(&self, canvas: &Canvas, most: f64) -> f64 {
        let name = canvas
            .ruler
            .width(&self.name, self.name_type(canvas.sizes.lead));
        let all = self.changes.join("; ");
        let changes = canvas.ruler.width(&all, regular(canvas.sizes.label));
        name.max(changes).min(most)
    }

    fn name_type(&self, size: f64) -> Type {
        if self.is_base {
            bold(size)
        } else {
            regular(size)
        }
    }

    /// Sets its name and, below it, what was changed.
    fn draw_name(&self, canvas: &Canvas, columns: &Columns, middle: f64) -> Result<(), Error> {
        let label = canvas.sizes.label;
        let width = columns.names - LEFT;
        let natural = self.name_type(columns.name_size(canvas));
        let set = canvas.ruler.fitting_size(&self.name, natural, width, label);
        let words = Words { canvas, width };
        let name = words.name(&self.name, set);
        let small = regular(label);
        let changes = words.changes(self.changes, small, columns.lines(canvas).min(2));
        let height = set.size + changes.len() as f64 * label * LEADING;
        let mut y = middle - height / 2.0 + set.size * 0.86;
        canvas.text(&name, xy(LEFT, y), set, INK, Align::Left)?;
        for line in changes {
            y += label * LEADING;
            canvas.text(&line, xy(LEFT, y), small, MUTED, Align::Left)?;
        }
        Ok(())
    }

    /// Draws its bar, and how many wars it has.
    fn draw_bar(&self, canvas: &Canvas, columns: &Columns, middle: f64) -> Result<(), Error> {
        let half = (columns.row * BAR).min(canvas.sizes.label * 3.6) / 2.0;
        let [left, right] = columns.bars;
        let stack = Stack {
            area: Area {
                left,
                top: middle - half,
                right,
                bottom: middle + half,
            },
            findings: self.findings,
            ends: self.ends,
        };
        stack.draw(canvas)?;
        let wars = self.ends.wars(self.findings);
        let size = canvas
            .sizes
            .number
            .min(columns.row * 0.8)
            .max(canvas.sizes.lead);
        let set = bold(size);
        let baseline = xy(RIGHT, middle + MIDDLE * size);
        canvas.text(&wars, baseline, set, INK, Align::Right)
    }
}

/// Says above the bars what they count, what their parts are and what stands at the right.
fn heading(canvas: &Canvas, columns: &Columns, comparison: &Comparison) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let of = ends_of(comparison);
    let baseline = columns.area.top - 0.75 * label;
    let words = format!("Of {}", histories(of));
    canvas.text(
        &words,
        xy(LEFT, baseline),
        regular(label),
        MUTED,
        Align::Left,
    )?;
    canvas.text("war", xy(RIGHT, baseline), bold(label), INK, Align::Right)?;
    let start = LEFT + canvas.ruler.width(&words, regular(label)) + label;
    let findings: Vec<&Findings> = comparison
        .variants
        .iter()
        .map(|variant| &variant.findings)
        .chain([&comparison.base])
        .collect();
    key(canvas, &findings, start, columns.bars, baseline)
}
