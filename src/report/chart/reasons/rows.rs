//! A row for each consideration that counts, one line for those that do not, and the sum.

use crate::error::{Error, capitalised};
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::parts::below;
use crate::report::chart::style::{
    BETTER, Colour, INK, LEADING, MIDDLE, MUTED, OUTLINE, PAPER, WORSE,
};
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
/// The radius of the mark of the sum.
const MARK: f64 = 9.0;

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

/// Draws the rows.
pub fn draw(canvas: &Canvas, body: Area, weighing: &Weighing) -> Result<(), Error> {
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
    let mut rows: Vec<Row> = strong
        .iter()
        .map(|pull| Row::new(reason_words(pull.consideration).noun, pull.part.mean))
        .collect();
    rows.push(Row::new("all twelve together", weighing.log_odds.mean));
    let columns = Columns::new(canvas, Area { bottom, ..body }, &rows);
    columns.heading(canvas)?;
    for (at, row) in rows.iter().enumerate() {
        let is_sum = at + 1 == rows.len();
        columns.row(canvas, at, row, is_sum)?;
    }
    columns.middle_line(canvas, rows.len())
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
        // The heading takes a row of its own, and the sum half a row of room above it.
        let places = rows.len() as f64 + 1.5;
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
                row.part.abs() * scale + MARK + SPACES.1 + words
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

    /// The middle of a row; the first is below the heading, the last has more room above it.
    fn middle(&self, at: usize, is_sum: bool) -> f64 {
        let room = if is_sum { 0.4 } else { 0.0 };
        self.area.top + (at as f64 + 1.5 + room) * self.row
    }

    fn heading(&self, canvas: &Canvas) -> Result<(), Error> {
        let baseline = self.area.top + self.row * 0.5 + MIDDLE * self.words.size;
        let left = xy(self.zero - SPACES.1, baseline);
        canvas.text(AWAY, left, self.words, BETTER, Align::Right)?;
        let right = xy(self.zero + SPACES.1, baseline);
        canvas.text(TOWARDS, right, self.words, WORSE, Align::Left)
    }

    fn row(&self, canvas: &Canvas, at: usize, row: &Row, is_sum: bool) -> Result<(), Error> {
        let middle = self.middle(at, is_sum);
        let name = if is_sum {
            bold(self.name.size)
        } else {
            self.name
        };
        let words = if is_sum {
            bold(self.words.size)
        } else {
            self.words
        };
        let place = xy(self.area.left, middle + MIDDLE * name.size);
        canvas.text(&row.name, place, name, INK, Align::Left)?;
        let end = self.zero + row.part * self.scale;
        let colour = if row.part < 0.0 { BETTER } else { WORSE };
        let mut beyond = SPACES.1;
        if is_sum {
            self.mark(canvas, end, middle)?;
            beyond += MARK;
        } else {
            self.bar(canvas, end, middle, colour)?;
        }
        let baseline = middle + MIDDLE * words.size;
        if row.part < 0.0 {
            canvas.text(
                &row.words,
                xy(end - beyond, baseline),
                words,
                INK,
                Align::Right,
            )
        } else {
            canvas.text(
                &row.words,
                xy(end + beyond, baseline),
                words,
                INK,
                Align::Left,
            )
        }
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

    /// The sum: a thin line from the middle, and a mark at its end.
    fn mark(&self, canvas: &Canvas, end: f64, middle: f64) -> Result<(), Error> {
        canvas.line(xy(self.zero, middle), xy(end, middle), INK, 2.5)?;
        let corners = [
            xy(end - MARK, middle),
            xy(end, middle - MARK),
            xy(end + MARK, middle),
            xy(end, middle + MARK),
        ];
        canvas.shape(&corners, PAPER)?;
        canvas.shape(&corners, INK)
    }

    fn middle_line(&self, canvas: &Canvas, rows: usize) -> Result<(), Error> {
        let top = self.area.top + self.row;
        let bottom = self.middle(rows - 1, true) + self.row / 2.0;
        canvas.line(xy(self.zero, top), xy(self.zero, bottom), OUTLINE, 1.5)
    }
}

/// Above bars that point to the left.
const AWAY: &str = "makes force less likely";
/// Above bars that point to the right.
const TOWARDS: &str = "makes force likelier";
