//! How common something is where a condition holds and elsewhere: two fields of a hundred dots, and
//! below them how much of it lies there.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{Colour, GRID, INK, LEADING, MUTED, SINGLE};
use crate::report::words::{Frequencies, coverage_in_words, given_in_words};
use crate::study::{Condition, DiscoverStudy};

/// How large a number is, as a multiple of the size of numbers that carry a finding.
const NUMBER: f64 = 1.5;
/// Dots in a row of a field, and rows.
const SIDE: u32 = 10;
/// Between the two fields, as a part of the width.
const GUTTER: f64 = 0.1;
/// How large a dot is, as a part of the room that it has.
const DOT: f64 = 0.38;
/// Fields are drawn where a dot has so much room at least, in points.
const LEAST: f64 = 6.0;
/// How many lines a sentence has at most.
const LINES: usize = 5;

/// A field with its number.
struct Field {
    number: String,
    words: [String; 2],
    share: f64,
    colour: Colour,
}

/// Draws both fields and the sentences below them.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    study: &DiscoverStudy,
    condition: &Condition,
) -> Result<(), Error> {
    let foot = sentences(canvas, area, study, condition)?;
    let width = (area.right - area.left) * (1.0 - GUTTER) / 2.0;
    let places = [area.left, area.right - width];
    for (field, left) in fields(condition).iter().zip(places) {
        let own = Area {
            left,
            right: left + width,
            bottom: foot,
            ..area
        };
        draw_field(canvas, own, field)?;
    }
    Ok(())
}

fn fields(condition: &Condition) -> [Field; 2] {
    let shares = condition.held_out.shares;
    let Frequencies {
        inside,
        elsewhere,
        of,
    } = Frequencies::of(condition);
    let holds = match condition.limits.len() {
        1 => "where this holds",
        _ => "where all holds",
    };
    let of = format!("of {of} histories");
    [
        Field {
            number: inside,
            words: [of.clone(), holds.to_owned()],
            share: shares.density.share,
            colour: SINGLE,
        },
        Field {
            number: elsewhere,
            words: [of, "elsewhere".to_owned()],
            share: shares.elsewhere.share,
            colour: MUTED,
        },
    ]
}

fn draw_field(canvas: &Canvas, area: Area, field: &Field) -> Result<(), Error> {
    let width = area.right - area.left;
    let least = canvas.sizes.label;
    let set = bold(NUMBER * canvas.sizes.number);
    let (number, set) = canvas.ruler.fit(&field.number, set, width, least);
    let mut edge = area.top + NUMBER * canvas.sizes.number * 0.95;
    canvas.text(&number, xy(area.left, edge), set, field.colour, Align::Left)?;
    let set = regular(least);
    edge += 0.2 * least;
    for words in &field.words {
        edge += set.size * LEADING;
        let words = canvas.ruler.cut(words, set, width);
        canvas.text(&words, xy(area.left, edge), set, INK, Align::Left)?;
    }
    let top = edge + 0.7 * least;
    let pitch = (width / f64::from(SIDE)).min((area.bottom - top) / f64::from(SIDE));
    if pitch < LEAST {
        return Ok(());
    }
    let met = (field.share * f64::from(SIDE * SIDE)).round();
    for at in 0..SIDE * SIDE {
        let x = area.left + (f64::from(at % SIDE) + 0.5) * pitch;
        let y = top + (f64::from(at / SIDE) + 0.5) * pitch;
        let fill = if f64::from(at) < met {
            field.colour
        } else {
            GRID
        };
        canvas.dot(xy(x, y), DOT * pitch, fill, (fill, 0.0))?;
    }
    Ok(())
}

/// A line of a sentence.
struct Line {
    words: String,
    set: Type,
    colour: Colour,
    /// What is left free above it.
    before: f64,
}

/// Sets the sentences at the foot; gives their upper edge.
fn sentences(
    canvas: &Canvas,
    area: Area,
    study: &DiscoverStudy,
    condition: &Condition,
) -> Result<f64, Error> {
    let width = area.right - area.left;
    let lead = regular(canvas.sizes.lead);
    let label = regular(canvas.sizes.label);
    let coverage = Some((coverage_in_words(study, condition), lead, INK));
    let given = given_in_words(study).map(|words| (words, label, MUTED));
    let gap = 0.5 * label.size;
    let mut lines: Vec<Line> = Vec::new();
    for (words, set, colour) in [coverage, given].into_iter().flatten() {
        let broken = canvas.ruler.wrap(&words, set, width, LINES);
        lines.extend(broken.into_iter().enumerate().map(|(at, words)| Line {
            words,
            set,
            colour,
            before: if at == 0 { gap } else { 0.0 },
        }));
    }
    let each = lines
        .iter()
        .map(|line| line.before + line.set.size * LEADING);
    let top = area.bottom - each.sum::<f64>();
    let mut edge = top;
    for line in lines {
        let baseline = edge + line.before + line.set.size;
        let at = xy(area.left, baseline);
        canvas.text(&line.words, at, line.set, line.colour, Align::Left)?;
        edge += line.before + line.set.size * LEADING;
    }
    Ok(top - gap)
}
