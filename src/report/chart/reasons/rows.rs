//! A row for each consideration that counts, an axis whose steps double, a line for what does not count,
//! and what comes of it all.

use crate::error::{Error, capitalised};
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::parts::below;
use crate::report::chart::style::{BETTER, Colour, INK, LEADING, MIDDLE, MUTED, OUTLINE, WORSE};
use crate::report::words::{and, reason_words, times_likelier};
use crate::study::{Pull, Weighing};

/// A part that changes the odds by less has no bar: one twentieth.
const HARDLY: f64 = 0.05;
/// The highest that a row may be, as a multiple of the size of a lead.
const ROW: f64 = 1.9;
/// How much of a row its bar takes, and the most.
const BAR: (f64, f64) = (0.6, 26.0);
/// Between names and bars, and between a bar and its words.
const SPACES: (f64, f64) = (22.0, 9.0);
/// The widest that names may be, as a part of the chart.
const NAMES: f64 = 0.36;

/// A row: a name, a part of the log-odds, and its words.
struct Row {
    name: String,
    part: f64,
    words: String,
}

impl Row {
    fn new(name: &str, part: f64) -> Self {
        Self {
            name: capitalised(name),
            part,
            words: times_likelier(part),
        }
    }
}

/// Where everything stands.
struct Columns {
    area: Area,
    row: f64,
    name: Type,
    words: Type,
    /// Where the middle line is.
    zero: f64,
    /// Points to a unit of log-odds.
    scale: f64,
}

/// Draws the rows; below them what comes of all reasons.
pub fn draw(canvas: &Canvas, body: Area, weighing: &Weighing, counted: &str) -> Result<(), Error> {
    let (strong, weak): (Vec<Pull>, Vec<Pull>) = weighing
        .pulls()
        .into_iter()
        .partition(|pull| pull.part.mean.abs() >= HARDLY);
    let small = regular(canvas.sizes.label);
    let note = note(&weak);
    let width = body.right - body.left;
    let lines = canvas.ruler.wrap(&note, small, width, 2);
    let lines = if note.is_empty() { Vec::new() } else { lines };
    let bottom = below(canvas, &lines, body, small, MUTED)?;
    let counted = format!("All together: {counted}");
    let counted = canvas.ruler.wrap(&counted, bold(small.size), width, 2);
    let rest = Area { bottom, ..body };
    let bottom = below(canvas, &counted, rest, bold(small.size), INK)? - SPACES.1;
    let rows: Vec<Row> = strong
        .iter()
        .map(|pull| Row::new(reason_words(pull.consideration).noun, pull.part.mean))
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let columns = Columns::new(canvas, Area { bottom, ..body }, &rows);
    columns.heading(canvas)?;
    for (at, row) in rows.iter().enumerate() {
        columns.row(canvas, at, row)?;
    }
    columns.middle_line(canvas, rows.len())?;
    columns.axis(canvas, &rows)
}

/// What is said of those without a bar.
fn note(weak: &[Pull]) -> String {
    if weak.is_empty() {
        return String::new();
    }
    let nouns: Vec<&str> = weak
        .iter()
        .map(|pull| reason_words(pull.consideration).noun)
        .collect();
    format!("Hardly any part: {}", and(&nouns))
}

impl Columns {
    fn new(canvas: &Canvas, area: Area, rows: &[Row]) -> Self {
        let sizes = canvas.sizes;
        // The heading and the axis take a row each.
        let places = rows.len() as f64 + 2.0;
        let row = ((area.bottom - area.top) / places).min(ROW * sizes.lead);
        let fits = row >= sizes.lead * LEADING;
        let name = regular(if fits { sizes.lead } else { sizes.label });
        let words = regular(sizes.label);
        let most = (area.right - area.left) * NAMES;
        let wide = |row: &Row| canvas.ruler.width(&row.name, bold(name.size));
        let names = rows.iter().map(wide).fold(0.0, f64::max);
        let name = if names > most {
            regular(sizes.label)
        } else {
            name
        };
        let wide = |row: &Row| canvas.ruler.width(&row.name, bold(name.size));
        let names = rows.iter().map(wide).fold(0.0, f64::max);
        let left = area.left + names + SPACES.0;
        let mut columns = Self {
            area,
            row,
            name,
            words,
            zero: left,
            scale: 1.0,
        };
        columns.spread(canvas, left, rows);
        columns
    }

    /// Finds the largest scale at which all bars and their words have room.
    fn spread(&mut self, canvas: &Canvas, left: f64, rows: &[Row]) {
        let room = self.area.right - left;
        let reach = |sign: f64, scale: f64| {
            let own = rows.iter().filter(|row| sign * row.part > 0.0);
            let ends = own.map(|row| {
                let words = canvas.ruler.width(&row.words, bold(self.words.size));
                row.part.abs() * scale + SPACES.1 + words
            });
            let heading = canvas.ruler.width(AWAY, self.words) + SPACES.1;
            ends.fold(heading, f64::max)
        };
        let mut low = 0.0;
        let mut high = room / rows.iter().map(|row| row.part.abs()).fold(0.01, f64::max);
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if reach(-1.0, middle) + reach(1.0, middle) <= room {
                low = middle;
            } else {
                high = middle;
            }
        }
        let before = reach(-1.0, low);
        self.zero = left + before;
        self.scale = low;
    }

    /// The middle of a row; the first is below the heading.
    fn middle(&self, at: usize) -> f64 {
        self.area.top + (at as f64 + 1.5) * self.row
    }

    fn heading(&self, canvas: &Canvas) -> Result<(), Error> {
        let baseline = self.area.top + self.row * 0.5 + MIDDLE * self.words.size;
        let left = xy(self.zero - SPACES.1, baseline);
        canvas.text(AWAY, left, self.words, BETTER, Align::Right)?;
        let right = xy(self.zero + SPACES.1, baseline);
        canvas.text(TOWARDS, right, self.words, WORSE, Align::Left)
    }

    fn row(&self, canvas: &Canvas, at: usize, row: &Row) -> Result<(), Error> {
        let middle = self.middle(at);
        let place = xy(self.area.left, middle + MIDDLE * self.name.size);
        canvas.text(&row.name, place, self.name, INK, Align::Left)?;
        let end = self.zero + row.part * self.scale;
        let (colour, beyond, align) = if row.part < 0.0 {
            (BETTER, end - SPACES.1, Align::Right)
        } else {
            (WORSE, end + SPACES.1, Align::Left)
        };
        self.bar(canvas, end, middle, colour)?;
        let place = xy(beyond, middle + MIDDLE * self.words.size);
        canvas.text(&row.words, place, self.words, INK, align)
    }

    fn bar(&self, canvas: &Canvas, end: f64, middle: f64, colour: Colour) -> Result<(), Error> {
        let half = (self.row * BAR.0).min(BAR.1) / 2.0;
        let bar = Area {
            left: end.min(self.zero),
            top: middle - half,
            right: end.max(self.zero),
            bottom: middle + half,
        };
        canvas.fill(bar, colour)
    }

    fn middle_line(&self, canvas: &Canvas, rows: usize) -> Result<(), Error> {
        let top = self.area.top + self.row;
        let bottom = self.foot(rows);
        canvas.line(xy(self.zero, top), xy(self.zero, bottom), OUTLINE, 1.5)
    }

    /// Where the axis is.
    fn foot(&self, rows: usize) -> f64 {
        self.area.top + (rows as f64 + 1.0) * self.row
    }

    /// The axis below the bars: a tick for each doubling, or for each thousandfold where those have no
    /// room, and what a step is.
    fn axis(&self, canvas: &Canvas, rows: &[Row]) -> Result<(), Error> {
        let y = self.foot(rows.len());
        let doubling = self.scale * std::f64::consts::LN_2;
        let (step, says) = if doubling >= LEAST_STEP {
            (doubling, "each step doubles it")
        } else {
            (10.0 * doubling, "each step: about 1,000 times")
        };
        let mut ends = [self.zero, self.zero];
        for row in rows {
            let end = self.zero + row.part * self.scale;
            ends = [ends[0].min(end), ends[1].max(end)];
        }
        let before = ((self.zero - ends[0]) / step).ceil();
        let after = ((ends[1] - self.zero) / step).ceil();
        let left = (self.zero - before * step).max(self.area.left);
        let right = (self.zero + after * step).min(self.area.right);
        canvas.line(xy(left, y), xy(right, y), OUTLINE, 1.0)?;
        for at in -(before as i64)..=after as i64 {
            let x = self.zero + at as f64 * step;
            if x >= self.area.left && x <= self.area.right {
                canvas.line(xy(x, y), xy(x, y + TICK), OUTLINE, 1.0)?;
            }
        }
        let set = self.words;
        let width = canvas.ruler.width(says, set);
        let from = self.zero.min(self.area.right - width);
        let baseline = y + TICK + set.size;
        canvas.text(says, xy(from, baseline), set, MUTED, Align::Left)
    }
}

/// The shortest step of the axis, and how long its ticks are.
const LEAST_STEP: f64 = 8.0;
const TICK: f64 = 6.0;

/// Above bars that point to the left.
const AWAY: &str = "makes force less likely";
/// Above bars that point to the right.
const TOWARDS: &str = "makes force likelier";
