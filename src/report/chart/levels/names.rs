//! Names of the areas that have no room for one: beside the areas, each with its colour, in the
//! order in which the areas lie. Lines to thin areas would cross others.

use super::bands::{Band, SEEN};
use super::scale::Scale;
use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::parts::{lines, spread};
use crate::report::chart::style::{INK, LEADING, MUTED, OUTLINE};

/// From the areas to the colours, and from the colours to the names, as multiples of a label.
pub const GAP: f64 = 1.0;
const BESIDE: f64 = 0.5;
/// The side of a square of colour, as a multiple of a label.
const SIDE: f64 = 0.72;
/// Maximum lines of a name.
const MOST_LINES: usize = 2;
/// Between names.
const APART: f64 = 4.0;

/// A name beside the areas.
struct Name<'b, 'a> {
    band: &'b Band<'a>,
    words: Vec<String>,
    height: f64,
    /// Whether it is that of full-scale war, which stays where there is any.
    is_war: bool,
}

/// How wide the column of these names is, on one line each.
pub fn width(canvas: &Canvas, bands: &[&Band<'_>]) -> f64 {
    let set = regular(canvas.sizes.label);
    let names = bands.iter().map(|band| {
        let number = canvas.ruler.width(&number(band, true), set);
        canvas.ruler.width(band.label, set) + number
    });
    let others = canvas.ruler.width(&gathered(bands.len()), set);
    names.fold(others, f64::max) + (GAP + SIDE + BESIDE) * set.size + 1.0
}

/// Draws names in a column from `left` to `right`, from the thickest area on, as many as there is
/// room for, and how many areas go without one.
pub fn draw(
    canvas: &Canvas,
    bands: &[&Band<'_>],
    war: &Band<'_>,
    plot: Area,
    right: f64,
    scale: Scale,
) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let side = SIDE * set.size;
    let left = plot.right + GAP * set.size;
    let text = left + side + BESIDE * set.size;
    // From the top down.
    let all_names = bands.iter().rev();
    let mut names: Vec<Name<'_, '_>> = all_names
        .map(|&band| Name::new(canvas, band, std::ptr::eq(band, war), right - text))
        .collect();
    let least = SEEN.max(scale.one() * (plot.bottom - plot.top));
    names.retain(|name| name.is_war || name.band.thickest() >= least);
    let all = names.len();
    keep_those_with_room(
        &mut names,
        plot.bottom - plot.top,
        set.size * LEADING + APART,
    );
    let others = all - names.len();
    let foot = if others == 0 {
        plot.bottom
    } else {
        let baseline = plot.bottom - 0.25 * set.size;
        canvas.text(
            &gathered(others),
            xy(text, baseline),
            set,
            MUTED,
            Align::Left,
        )?;
        plot.bottom - set.size * LEADING - APART
    };
    let wanted: Vec<f64> = names.iter().map(Name::wanted).collect();
    let heights: Vec<f64> = names.iter().map(|name| name.height).collect();
    let middles = spread(&wanted, &heights, (plot.top, foot), APART);
    for (name, middle) in names.iter().zip(middles) {
        let square = Area {
            left,
            top: middle - side / 2.0,
            right: left + side,
            bottom: middle + side / 2.0,
        };
        canvas.bar(square, name.band.colour, OUTLINE, 1.0)?;
        lines(canvas, &name.words, xy(text, middle), set, INK, Align::Left)?;
    }
    Ok(())
}

impl<'b, 'a> Name<'b, 'a> {
    /// The name of an area with its number, in so much room.
    fn new(canvas: &Canvas, band: &'b Band<'a>, is_war: bool, room: f64) -> Self {
        let set = regular(canvas.sizes.label);
        let number = number(band, is_war);
        let width = room - canvas.ruler.width(&number, set);
        let mut words = canvas.ruler.label(band.label, set, width, MOST_LINES);
        if let Some(last) = words.last_mut() {
            last.push_str(&number);
        }
        Self {
            height: words.len() as f64 * set.size * LEADING,
            words,
            is_war,
            band,
        }
    }

    /// Where it stands best: where its area ends.
    fn wanted(&self) -> f64 {
        self.band.end().map_or(0.0, |end| end.middle())
    }
}

/// What is said of the share of an area on the last day.
fn number(band: &Band<'_>, is_war: bool) -> String {
    match band.number {
        0 if is_war && band.end().is_some_and(|end| end.thickness() > 0.0) => {
            ": under 1".to_owned()
        }
        0 if is_war => ": none".to_owned(),
        0 => String::new(),
        number => format!(": {}", count(number)),
    }
}

/// The areas without a name in words.
fn gathered(others: usize) -> String {
    match others {
        1 => "and one other".to_owned(),
        more => format!("and {more} others"),
    }
}

/// Leaves out the thinnest areas, until the names of the others have room, with a line that says
/// how many are left out.
fn keep_those_with_room(names: &mut Vec<Name<'_, '_>>, room: f64, line: f64) {
    while names.iter().map(|name| name.height + APART).sum::<f64>() + line > room + APART {
        let thinnest = names
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_war)
            .min_by(|one, other| one.1.band.thickest().total_cmp(&other.1.band.thickest()));
        let Some((at, _)) = thinnest else { return };
        names.remove(at);
    }
}
