//! Which argument carries how much: one bar each from a centre line, the longest on top; at the
//! left what is claimed, and by whom.

mod rows;

use super::Frame;
use super::style::{BETTER, Colour, INK, LEADING, MIDDLE, MUTED, OUTLINE, WORSE};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, bold, regular, xy};
use crate::report::words::{RankHeads, RankRow, RankWords, is_calmer_when_more};
use crate::study::{RankMethod, RankStudy};
use rows::{LaidRow, Layout};

/// The part of the width that words have.
const WORDS: f64 = 0.62;
/// From words to the field of bars.
const GAP: f64 = 18.0;
/// Between the end of a bar and its number.
const NUMBER_GAP: f64 = 7.0;
/// Between the centre line and what stands beside it above the bars.
const HEAD_GAP: f64 = 8.0;
/// What stands above a row that is not the next in size.
const OTHER_WAY: &str = "And the strongest the other way:";
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
    let [sure, unsure] = words.sure_and_unsure();
    let label = canvas.sizes.label;
    let top = if sure.is_empty() {
        body.top
    } else {
        body.top + label * 1.35
    };
    let area = Area { top, ..body };
    let opening = words.opening_in_short();
    let whole = words.none_and_all();
    let said = opening.iter().chain(&whole);
    let lines_below = usize::from(sure.len() + unsure.len() > 0) + said.clone().count();
    let layout = Layout::new(canvas, area, &sure, lines_below);
    if !layout.rows.is_empty() {
        let plot = Plot::new(canvas, study, area, &layout);
        plot.heads(canvas, body, words)?;
        plot.axis(canvas, &layout)?;
        for row in &layout.rows {
            plot.row(canvas, row)?;
        }
    }
    let hidden = (0..sure.len()).filter(|at| !layout.places.contains(at));
    let hidden: Vec<RankRow<'_>> = hidden.map(|at| sure[at].clone()).collect();
    let rest = words.rest(&hidden, &unsure);
    let set = regular(label);
    let mut y = layout.bottom + label * 0.5;
    for line in rest.iter().chain(said) {
        y += label * LEADING;
        let line = canvas.ruler.cut(line, set, body.right - body.left);
        canvas.text(&line, xy(body.left, y), set, MUTED, Align::Left)?;
    }
    Ok(())
}

/// Where the field of bars begins.
fn field_left(area: Area) -> f64 {
    area.left + WORDS * (area.right - area.left) + GAP
}

/// Where a bar and its figure are.
#[derive(Clone, Copy)]
struct BarPlace {
    middle: f64,
    /// The size of the figure.
    size: f64,
}

/// The size of the figures of a row: two beside each other take more room.
const fn figure_size(canvas: &Canvas, row: &LaidRow<'_>) -> f64 {
    match row.row.ways {
        Some(_) => canvas.sizes.label,
        None => row.set.size,
    }
}

/// The field of bars.
struct Plot {
    area: Area,
    /// Where zero is, and how many points a unit of the quantity takes.
    zero: f64,
    unit: f64,
    /// The colours of less and of more of the quantity.
    colours: [Colour; 2],
    /// Whether any bar goes to the left, and to the right.
    goes: [bool; 2],
    /// How it was ranked.
    method: RankMethod,
}

impl Plot {
    fn new(canvas: &Canvas, study: &RankStudy, area: Area, layout: &Layout<'_>) -> Self {
        let left = field_left(area);
        let mut ends = [0.0_f64; 2];
        let mut figures = [0.0_f64; 2];
        for laid in &layout.rows {
            for (value, figure) in laid.row.bars(study.ranking.method()) {
                let side = usize::from(value > 0.0);
                let width = canvas.ruler.width(figure, bold(figure_size(canvas, laid)));
                let width = width + NUMBER_GAP;
                figures[side] = figures[side].max(width);
                ends[0] = ends[0].min(value);
                ends[1] = ends[1].max(value);
            }
        }
        let span = ends[1] - ends[0];
        let room = (area.right - left - figures[0] - figures[1]).max(1.0);
        let unit = if span > 0.0 { room / span } else { 0.0 };
        let colours = if is_calmer_when_more(study.quantity) {
            [WORSE, BETTER]
        } else {
            [BETTER, WORSE]
        };
        Self {
            area,
            zero: left + figures[0] - ends[0] * unit,
            unit,
            colours,
            goes: [ends[0] < 0.0, ends[1] > 0.0],
            method: study.ranking.method(),
        }
    }

    /// What the words are, and what bars to either side mean, above them.
    fn heads(&self, canvas: &Canvas, body: Area, words: &RankWords<'_>) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let strong = bold(canvas.sizes.label);
        let y = body.top + set.size;
        let RankHeads { what, less, more } = words.chart_heads();
        let mut edge = field_left(body) - GAP;
        let ruler = &canvas.ruler;
        // It ends at the right edge where it has no room beside the centre line.
        let width = ruler.width(&more, strong);
        let from = (self.zero + HEAD_GAP)
            .min(body.right - width)
            .max(body.left);
        if self.goes[0] {
            let room = if self.goes[1] {
                (self.zero - HEAD_GAP).min(from - GAP)
            } else {
                body.right
            };
            canvas.text(&less, xy(room, y), strong, self.colours[0], Align::Right)?;
            edge = edge.min(room - ruler.width(&less, strong) - GAP);
        }
        if self.goes[1] {
            let more = ruler.cut(&more, strong, body.right - from);
            canvas.text(&more, xy(from, y), strong, self.colours[1], Align::Left)?;
            edge = edge.min(from - GAP);
        }
        let what = ruler.cut(&what, set, edge - body.left);
        canvas.text(&what, xy(body.left, y), set, MUTED, Align::Left)
    }

    /// The line of zero.
    fn axis(&self, canvas: &Canvas, layout: &Layout<'_>) -> Result<(), Error> {
        let from = xy(self.zero, self.area.top);
        canvas.line(from, xy(self.zero, layout.bottom), OUTLINE, 1.2)
    }

    fn row(&self, canvas: &Canvas, row: &LaidRow<'_>) -> Result<(), Error> {
        let left = self.area.left;
        let mut baseline = row.top + row.set.size * 0.95;
        for (at, line) in row.name.iter().enumerate() {
            if at > 0 {
                baseline += row.set.size * LEADING;
            }
            canvas.text(line, xy(left, baseline), row.set, INK, Align::Left)?;
        }
        let set = regular(canvas.sizes.label);
        if !row.who.is_empty() {
            let at = match row.beside {
                Some(x) => xy(x, baseline),
                None => xy(left, baseline + set.size * LEADING),
            };
            canvas.text(&row.who, at, set, MUTED, Align::Left)?;
        }
        if let Some(baseline) = row.apart {
            let at = xy(left, baseline);
            canvas.text(OTHER_WAY, at, set, MUTED, Align::Left)?;
        }
        let bars = row.row.bars(self.method);
        if !row.row.goes_one_way() {
            let place = BarPlace {
                middle: row.middle(),
                size: figure_size(canvas, row),
            };
            for (value, figure) in bars {
                self.bar(canvas, value, figure, place)?;
            }
            return Ok(());
        }
        let size = canvas.sizes.label;
        for ((value, figure), way) in bars.into_iter().zip([-0.5, 0.5]) {
            let middle = row.middle() + way * size * LEADING;
            self.bar(canvas, value, figure, BarPlace { middle, size })?;
        }
        Ok(())
    }

    /// A bar from the line of zero, and its figure.
    fn bar(&self, canvas: &Canvas, value: f64, figure: &str, place: BarPlace) -> Result<(), Error> {
        let BarPlace { middle, size } = place;
        let end = self.zero + value * self.unit;
        let half = size * HEIGHT / 2.0;
        let bar = Area {
            left: end.min(self.zero),
            right: end.max(self.zero),
            top: middle - half,
            bottom: middle + half,
        };
        canvas.fill(bar, self.colours[usize::from(value > 0.0)])?;
        let set = bold(size);
        let y = middle + set.size * MIDDLE;
        if value > 0.0 {
            canvas.text(figure, xy(end + NUMBER_GAP, y), set, INK, Align::Left)
        } else {
            canvas.text(figure, xy(end - NUMBER_GAP, y), set, INK, Align::Right)
        }
    }
}
