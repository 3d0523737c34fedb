//! A row for each rung: its name, a bar, its number at the end; a bracket around war.

use super::labels::Labels;
use super::ladder::{Ladder, Rung};
use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{GRID, HALO, INK, LEADING, MIDDLE, MUTED, OUTLINE, PAPER};

/// The highest that a row may be, as a multiple of the size of a number.
const ROW: f64 = 3.0;
/// How high a bar is, of its row and at most.
const BAR: (f64, f64) = (0.56, 44.0);
/// The widest that names may be, as a part of the chart.
const NAMES: f64 = 0.42;
/// Between a name and its bar, and between a bar and its number.
const SPACES: (f64, f64) = (18.0, 10.0);
/// How long the arms of the bracket are, how thick it is, and how far it stays from its words.
const BRACKET: (f64, f64, f64) = (9.0, 2.5, 12.0);
/// How thick the line of an interval is.
const INTERVAL: f64 = 2.0;

/// Height of the axis, as a multiple of the size of a label, and its parts.
const AXIS: f64 = 1.7;
const TICKS: u64 = 4;

/// What the line before bars means, from where its words stand, and how thick it is.
const FORCE: &str = "armed force";
const KEY: f64 = 12.0;
const FORCE_WIDTH: f64 = 4.0;

/// Where everything stands.
struct Columns {
    area: Area,
    row: f64,
    /// Where bars begin, and where one of all histories would end.
    bars: (f64, f64),
}

/// Draws the rows.
pub fn draw(canvas: &Canvas, area: Area, ladder: &Ladder<'_>) -> Result<(), Error> {
    let rows = ladder.rungs.len().max(1) as f64;
    let axis = AXIS * canvas.sizes.label;
    let row = ((area.bottom - area.top - axis) / rows).min(ROW * canvas.sizes.number);
    let width = area.right - area.left;
    let labels = Labels::new(canvas, ladder, row, width * NAMES);
    let number = number_set(canvas, row);
    let right = area.right - bracket_width(canvas, ladder) - number_width(canvas, ladder, number);
    let columns = Columns {
        area: Area {
            bottom: area.top + row * rows,
            ..area
        },
        row,
        bars: (
            area.left + labels.width.max(key_width(canvas)) + SPACES.0,
            right,
        ),
    };
    columns.force(canvas, ladder)?;
    columns.axis(canvas, ladder.of)?;
    for (at, rung) in ladder.rungs.iter().enumerate() {
        let middle = columns.middle(at);
        labels.draw(canvas, at, rung, xy(area.left, middle))?;
        columns.bar(canvas, middle, ladder, rung, number)?;
    }
    columns.bracket(canvas, ladder)
}

/// How numbers are set in rows of this height.
fn number_set(canvas: &Canvas, row: f64) -> Type {
    let sizes = canvas.sizes;
    let fits = [sizes.number, sizes.lead]
        .into_iter()
        .find(|size| size * LEADING <= row);
    bold(fits.unwrap_or(sizes.label))
}

/// How a row's number is set: words for a small one are no figure.
fn set_of(canvas: &Canvas, rung: &Rung<'_>, number: Type) -> Type {
    if rung.is_figure {
        number
    } else {
        regular(canvas.sizes.label)
    }
}

/// The width of the widest number, with the space before it.
fn number_width(canvas: &Canvas, ladder: &Ladder<'_>, number: Type) -> f64 {
    let widths = ladder.rungs.iter().map(|rung| {
        canvas
            .ruler
            .width(&rung.number, set_of(canvas, rung, number))
    });
    widths.fold(0.0, f64::max) + SPACES.1
}

/// The width of the bracket with its words and the space before it.
fn bracket_width(canvas: &Canvas, ladder: &Ladder<'_>) -> f64 {
    let Some((_, sum)) = ladder.wars else {
        return 0.0;
    };
    let number = canvas
        .ruler
        .width(&sum.to_string(), bold(canvas.sizes.number));
    let word = canvas.ruler.width("War", regular(canvas.sizes.lead));
    number + word + 3.0 * SPACES.1 + BRACKET.0 + BRACKET.2
}

/// The width of what says what the line before bars means.
fn key_width(canvas: &Canvas) -> f64 {
    KEY + canvas.ruler.width(FORCE, regular(canvas.sizes.label))
}

/// How far a row reaches: to the end of its interval where that is drawn.
fn end(ladder: &Ladder<'_>, rung: &Rung<'_>) -> f64 {
    let share = rung.share.share;
    let high = rung.share.interval.high().filter(|_| ladder.has_intervals);
    high.unwrap_or(share).max(share)
}

impl Columns {
    /// The middle of a row; the first is at the foot.
    fn middle(&self, at: usize) -> f64 {
        self.area.bottom - (at as f64 + 0.5) * self.row
    }

    /// Where a share is.
    fn x(&self, share: f64) -> f64 {
        self.bars.0 + share.clamp(0.0, 1.0) * (self.bars.1 - self.bars.0)
    }

    /// A grey line before the bars of acts that use force, and what it means.
    fn force(&self, canvas: &Canvas, ladder: &Ladder<'_>) -> Result<(), Error> {
        let x = self.bars.0 - SPACES.0 / 2.0;
        let mut lowest = None;
        for (at, rung) in ladder.rungs.iter().enumerate() {
            if !rung.uses_force {
                lowest = None;
                continue;
            }
            let from = *lowest.get_or_insert(at);
            let goes_on = ladder.rungs.get(at + 1).is_some_and(|next| next.uses_force);
            if !goes_on {
                let bottom = self.middle(from) + self.row * BAR.0 / 2.0;
                let top = self.middle(at) - self.row * BAR.0 / 2.0;
                canvas.line(xy(x, top), xy(x, bottom), MUTED, FORCE_WIDTH)?;
            }
        }
        if ladder.rungs.iter().all(|rung| !rung.uses_force) {
            return Ok(());
        }
        let label = canvas.sizes.label;
        let baseline = self.area.bottom + label * 1.45;
        let left = self.area.left + FORCE_WIDTH / 2.0;
        let foot = xy(left, baseline);
        canvas.line(xy(left, baseline - label * 0.8), foot, MUTED, FORCE_WIDTH)?;
        let start = xy(self.area.left + KEY, baseline);
        canvas.text(FORCE, start, regular(label), MUTED, Align::Left)
    }

    /// The axis below the rows: the same in every chart, from none to all.
    fn axis(&self, canvas: &Canvas, of: u64) -> Result<(), Error> {
        let label = canvas.sizes.label;
        let set = regular(label);
        let y = self.area.bottom + label * 0.2;
        canvas.line(xy(self.bars.0, y), xy(self.bars.1, y), GRID, 1.2)?;
        let steps = if of.is_multiple_of(TICKS) { TICKS } else { 1 };
        for tick in 0..=steps {
            let x = self.x(tick as f64 / steps as f64);
            canvas.line(xy(x, y), xy(x, y + label * 0.3), OUTLINE, 1.0)?;
            let words = count(of / steps * tick);
            canvas.text(&words, xy(x, y + label * 1.45), set, MUTED, Align::Centre)?;
        }
        Ok(())
    }

    fn bar(
        &self,
        canvas: &Canvas,
        middle: f64,
        ladder: &Ladder<'_>,
        rung: &Rung<'_>,
        number: Type,
    ) -> Result<(), Error> {
        let half = (self.row * BAR.0).min(BAR.1) / 2.0;
        let share = rung.share.share;
        if share > 0.0 {
            let bar = Area {
                left: self.bars.0,
                top: middle - half,
                right: self.x(share).max(self.bars.0 + 1.0),
                bottom: middle + half,
            };
            canvas.bar(bar, rung.colour, OUTLINE, 1.0)?;
        }
        if let Some((low, high)) = rung.share.interval.ends().filter(|_| ladder.has_intervals) {
            let ends = [low, high].map(|share| xy(self.x(share), middle));
            canvas.line(ends[0], ends[1], PAPER, INTERVAL + 2.0 * HALO)?;
            canvas.line(ends[0], ends[1], INK, INTERVAL)?;
        }
        let set = set_of(canvas, rung, number);
        let colour = if rung.is_figure { INK } else { MUTED };
        let place = xy(
            self.x(end(ladder, rung)) + SPACES.1,
            middle + MIDDLE * set.size,
        );
        canvas.text(&rung.number, place, set, colour, Align::Left)
    }

    /// Where the bracket of these rows begins: after the longest of them with its number.
    fn after_numbers(&self, canvas: &Canvas, rungs: &[Rung<'_>], ladder: &Ladder<'_>) -> f64 {
        let number = number_set(canvas, self.row);
        let ends = rungs.iter().map(|rung| {
            let set = set_of(canvas, rung, number);
            self.x(end(ladder, rung)) + SPACES.1 + canvas.ruler.width(&rung.number, set)
        });
        ends.fold(self.bars.0, f64::max) + 2.0 * SPACES.1
    }

    /// Brackets the rows of war, with their sum.
    fn bracket(&self, canvas: &Canvas, ladder: &Ladder<'_>) -> Result<(), Error> {
        let Some((rows, sum)) = ladder.wars else {
            return Ok(());
        };
        let last = ladder.rungs.len() - 1;
        let inset = self.row * (1.0 - BAR.0) / 2.0;
        let top = self.middle(last) - self.row / 2.0 + inset;
        let bottom = self.middle(last + 1 - rows) + self.row / 2.0 - inset;
        let left = self.after_numbers(canvas, &ladder.rungs[last + 1 - rows..], ladder);
        let (arm, width, space) = BRACKET;
        let right = left + arm;
        let points = [
            xy(left, top),
            xy(right, top),
            xy(right, bottom),
            xy(left, bottom),
        ];
        canvas.path(&points, INK, width)?;
        let set = bold(canvas.sizes.number);
        let baseline = f64::midpoint(top, bottom) + MIDDLE * set.size;
        let number = sum.to_string();
        let x = right + space;
        canvas.text(&number, xy(x, baseline), set, INK, Align::Left)?;
        let x = x + canvas.ruler.width(&number, set) + SPACES.1;
        let word = regular(canvas.sizes.lead);
        canvas.text("War", xy(x, baseline), word, INK, Align::Left)
    }
}
