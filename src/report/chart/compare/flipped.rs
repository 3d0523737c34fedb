//! How many histories end calmer, and how many worse.

use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{BETTER, Colour, INK, LEADING, MUTED, WORSE};
use crate::report::words::{calmer_and_worse, changed_of, ends_of, histories};
use crate::study::{Comparison, Variant};

/// How large the two numbers are, as a multiple of the size of a number.
const LARGE: f64 = 1.6;

/// A line of text below others.
struct Line {
    words: String,
    set: Type,
    colour: Colour,
    /// From the baseline of the one above, as a multiple of its size.
    step: f64,
}

impl Line {
    fn new(words: impl Into<String>, set: Type, colour: Colour, step: f64) -> Self {
        Self {
            words: words.into(),
            set,
            colour,
            step,
        }
    }
}

/// Draws the two numbers in the middle of an area.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    comparison: &Comparison,
    variant: &Variant,
) -> Result<(), Error> {
    // As many as all other numbers of the chart are of.
    let of = ends_of(comparison);
    let [calmer, worse] = calmer_and_worse(variant, comparison.trials, of);
    let sizes = canvas.sizes;
    let (_, parts) = changed_of(variant, comparison.trials, of);
    // The rest is what these parts leave, so that all add up.
    let changed: u64 = parts.iter().sum();
    let [.., alike, unresolved] = parts;
    let neither = alike + unresolved;
    let neither = match neither {
        0 => String::new(),
        1 => "1 differs, neither".to_owned(),
        many => format!("{} differ, neither", count(many)),
    };
    let rest = format!("{} end as before", count(of.saturating_sub(changed)));
    let small = regular(sizes.label);
    let lead = regular(sizes.lead);
    let large = bold(sizes.number * LARGE);
    let better = quiet(&calmer, BETTER);
    let graver = quiet(&worse, WORSE);
    let lines = [
        Line::new(format!("Of {}", histories(of)), small, MUTED, 1.0),
        Line::new(calmer, large, better, 1.0),
        Line::new("end calmer", lead, INK, 1.1),
        Line::new(worse, large, graver, 1.15),
        Line::new("end worse", lead, INK, 1.1),
        Line::new(rest, small, MUTED, 1.8),
        Line::new(neither, small, MUTED, 1.0),
    ];
    let height: f64 = lines
        .iter()
        .map(|line| line.step * line.set.size * LEADING)
        .sum();
    let mut y = (f64::midpoint(area.top, area.bottom) - height / 2.0).max(area.top);
    for line in lines {
        y += line.step * line.set.size * LEADING;
        let (words, set) = fitted(canvas, &line, area.right - area.left);
        canvas.text(&words, xy(area.left, y), set, line.colour, Align::Left)?;
    }
    Ok(())
}

/// The colour of a number: grey where it is none.
fn quiet(number: &str, colour: Colour) -> Colour {
    if number == "0" { MUTED } else { colour }
}

/// A line as small as it takes to fit.
fn fitted(canvas: &Canvas, line: &Line, width: f64) -> (String, Type) {
    let least = canvas.sizes.label;
    let set = canvas
        .ruler
        .fitting_size(&line.words, line.set, width, least);
    (canvas.ruler.cut(&line.words, set, width), set)
}
