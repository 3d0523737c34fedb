//! Which argument carries how much: one bar each from a centre line, the longest on top; at the
//! left what is claimed, and by whom.

mod rows;

use super::Frame;
use super::style::{BETTER, INK, LEADING, MUTED, OUTLINE, WORSE};
use crate::error::Error;
use crate::report::chart::backend::{
    Align, Area, Canvas, Picture, bold, regular, xy,
};
use crate::report::words::{RankRow, RankWords, is_calmer_when_more};
use crate::study::RankStudy;
use rows::{LaidRow, Layout};

/// The part of the width that words have.
const WORDS: f64 = 0.56;
/// From words to the field of bars.
const GAP: f64 = 18.0;
/// Between the end of a bar and its number.
const NUMBER_GAP: f64 = 7.0;
/// How high a bar is, as a multiple of the size of the words beside it.
const HEIGHT: f64 = 0.95;

/// Draws a ranking; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where drawing fails.
pub fn rank(study: &RankStudy, frame: &Frame) -> Result<Picture, Error> {
    let words = RankWords::new(study);
    frame.picture(&words.in_words(), |canvas, body| {
        draw(canvas, body, study, &words)
    })
}

fn draw(
    canvas: &Canvas,
    body: Area,
    study: &RankStudy,
    words: &RankWords<'_>,
) -> Result<(), Error> {
    let sure: Vec<&RankRow<'_>> = words.rows().iter().filter(|row| row.is_sure).collect();
    let unsure: Vec<RankRow<'_>> = words
        .rows()
        .iter()
        .filter(|row| !row.is_sure)
        .cloned()
        .collect();
    let top = heads(canvas, body, study, words, !sure.is_empty())?;
    let feet = feet(canvas, body, words, &unsure);
    let area = Area { top, ..body };
    let layout = Layout::new(canvas, area, &sure, feet.len());
    let hidden: Vec<RankRow<'_>> = sure[layout.rows.len()..]
        .iter()
        .map(|row| (*row).clone())
        .collect();
    let plot = Plot::new(canvas, area, &sure);
    plot.axis(canvas, &layout)?;
    for row in &layout.rows {
        plot.row(canvas, study, row)?;
    }
    let more = words.left_over(&hidden);
    let set = regular(canvas.sizes.label);
    let mut y = layout.bottom + set.size * 0.4;
    for line in more.iter().chain(&feet) {
        y += set.size * LEADING;
        let line = canvas.ruler.cut(line, set, body.right - body.left);
        canvas.text(&line, xy(body.left, y), set, MUTED, Align::Left)?;
    }
    Ok(())
}

/// What stands below the bars: what is too small to be told from zero.
fn feet(
    canvas: &Canvas,
    body: Area,
    words: &RankWords<'_>,
    unsure: &[RankRow<'_>],
) -> Vec<String> {
    let set = regular(canvas.sizes.label);
    let all = [words.folded(unsure), words.opening()];
    let lines = all.into_iter().flatten();
    lines
        .flat_map(|line| canvas.ruler.wrap(&line, set, body.right - body.left, 2))
        .collect()
}

/// What bars to the left and to the right mean; gives the upper edge of what is left.
fn heads(
    canvas: &Canvas,
    body: Area,
    study: &RankStudy,
    words: &RankWords<'_>,
    has_bars: bool,
) -> Result<f64, Error> {
    if !has_bars {
        return Ok(body.top);
    }
    let set = regular(canvas.sizes.label);
    let [what, left, right] = words.heads();
    let y = body.top + set.size;
    let middle = field_left(body);
    let what = canvas.ruler.cut(&what, set, middle - GAP - body.left);
    canvas.text(&what, xy(body.left, y), set, MUTED, Align::Left)?;
    let [fewer, more] = colours(study);
    let left_set = bold(canvas.sizes.label);
    canvas.text(&left, xy(middle, y), left_set, fewer, Align::Left)?;
    canvas.text(&right, xy(body.right, y), left_set, more, Align::Right)?;
    Ok(y + set.size * 0.5)
}

/// Where the field of bars begins.
fn field_left(body: Area) -> f64 {
    body.left + WORDS * (body.right - body.left) + GAP
}

/// The colours of less and of more of the quantity.
const fn colours(study: &RankStudy) -> [super::style::Colour; 2] {
    if is_calmer_when_more(study.quantity) {
        [WORSE, BETTER]
    } else {
        [BETTER, WORSE]
    }
}

/// The field of bars.
struct Plot {
    area: Area,
    /// Where zero is, and how many points a unit of the quantity takes.
    zero: f64,
    unit: f64,
}

impl Plot {
    fn new(canvas: &Canvas, area: Area, rows: &[&RankRow<'_>]) -> Self {
        let left = field_left(area);
        let least = rows.iter().map(|row| row.value).fold(0.0, f64::min);
        let most = rows.iter().map(|row| row.value).fold(0.0, f64::max);
        let set = bold(canvas.sizes.lead);
        let widest = rows
            .iter()
            .map(|row| canvas.ruler.width(&row.figure, set))
            .fold(0.0, f64::max)
            + NUMBER_GAP;
        // A number has room at either end where bars go there.
        let before = if least < 0.0 { widest } else { 0.0 };
        let after = if most > 0.0 { widest } else { 0.0 };
        let span = (most - least).max(f64::MIN_POSITIVE);
        let unit = (area.right - left - before - after) / span;
        Self {
            area,
            zero: left + before - least * unit,
            unit,
        }
    }

    /// The line of zero.
    fn axis(&self, canvas: &Canvas, layout: &Layout<'_>) -> Result<(), Error> {
        if layout.rows.is_empty() {
            return Ok(());
        }
        let from = xy(self.zero, self.area.top);
        canvas.line(from, xy(self.zero, layout.bottom), OUTLINE, 1.2)
    }

    fn row(&self, canvas: &Canvas, study: &RankStudy, row: &LaidRow<'_>) -> Result<(), Error> {
        let mut y = row.top;
        let left = self.area.left;
        for line in &row.name {
            y += row.set.size;
            canvas.text(line, xy(left, y), row.set, INK, Align::Left)?;
            y += row.set.size * (LEADING - 1.0);
        }
        let set = regular(canvas.sizes.label);
        if !row.who.is_empty() {
            y += set.size * 0.95;
            canvas.text(&row.who, xy(left, y), set, MUTED, Align::Left)?;
        }
        self.bar(canvas, study, row)
    }

    fn bar(&self, canvas: &Canvas, study: &RankStudy, row: &LaidRow<'_>) -> Result<(), Error> {
        let value = row.row.value;
        let end = self.zero + value * self.unit;
        let [fewer, more] = colours(study);
        let colour = if value < 0.0 { fewer } else { more };
        let half = row.set.size * HEIGHT / 2.0;
        let bar = Area {
            left: end.min(self.zero),
            right: end.max(self.zero),
            top: row.middle - half,
            bottom: row.middle + half,
        };
        canvas.fill(bar, colour)?;
        let set = bold(row.set.size);
        let baseline = row.middle + set.size * super::style::MIDDLE;
        let figure = row.row.figure.as_str();
        if value < 0.0 {
            let at = xy(end - NUMBER_GAP, baseline);
            canvas.text(figure, at, set, INK, Align::Right)
        } else {
            let at = xy(end + NUMBER_GAP, baseline);
            canvas.text(figure, at, set, INK, Align::Left)
        }
    }
}
