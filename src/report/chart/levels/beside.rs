//! Names at the right edge, where the areas that have no room for one end.

use super::bands::{Band, Slice};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::parts::{lines, spread};
use crate::report::chart::style::{INK, LEADING, MUTED};

/// How long the lines from the areas to their names are.
pub const LEADER: f64 = 16.0;
/// Maximum lines of a name.
const MOST_LINES: usize = 2;
/// Between the areas and the line to a name, and between the line and the name.
const GAP: f64 = 3.0;
/// Between names.
const APART: f64 = 3.0;
/// An area that ends thinner than this part of the height is not named there, unless it was as
/// thick as that other part before.
const LEAST: f64 = 0.02;
const ONCE_THICK: f64 = 0.1;

/// A name beside the areas.
struct Name {
    words: Vec<String>,
    /// How the area ends.
    end: Slice,
    height: f64,
    /// How thick the area is where it is thickest.
    weight: f64,
}

/// Draws the names of areas at the right edge, as many as there is room for, from the thickest on.
pub fn draw(canvas: &Canvas, bands: &[&Band<'_>], plot: Area, right: f64) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let left = plot.right + LEADER + 2.0 * GAP;
    let height = plot.bottom - plot.top;
    let mut names = Vec::new();
    // From the top down.
    for band in bands.iter().rev() {
        let Some(end) = band.end().filter(|end| is_named(band, end, height)) else {
            continue;
        };
        let words = canvas
            .ruler
            .label(band.label, set, right - left, MOST_LINES);
        names.push(Name {
            height: words.len() as f64 * set.size * LEADING,
            words,
            end,
            weight: band.thickest(),
        });
    }
    keep_those_with_room(&mut names, plot.bottom - plot.top);
    let wanted: Vec<f64> = names.iter().map(|name| name.end.middle()).collect();
    let heights: Vec<f64> = names.iter().map(|name| name.height).collect();
    let middles = spread(&wanted, &heights, (plot.top, plot.bottom), APART);
    for (name, middle) in names.iter().zip(middles) {
        let from = xy(plot.right + GAP, name.end.middle());
        canvas.line(from, xy(plot.right + LEADER + GAP, middle), MUTED, 1.0)?;
        lines(canvas, &name.words, xy(left, middle), set, INK, Align::Left)?;
    }
    Ok(())
}

/// Whether an area has a name where it ends, in a plot of this height.
fn is_named(band: &Band<'_>, end: &Slice, height: f64) -> bool {
    let was_thick = band.thickest() >= ONCE_THICK * height;
    end.thickness() >= LEAST * height || (was_thick && end.thickness() > 0.0)
}

/// Leaves out the thinnest areas, until the names of the others have room.
fn keep_those_with_room(names: &mut Vec<Name>, room: f64) {
    while names.iter().map(|name| name.height + APART).sum::<f64>() > room + APART {
        let thinnest = names
            .iter()
            .enumerate()
            .min_by(|one, other| one.1.weight.total_cmp(&other.1.weight));
        let Some((at, _)) = thinnest else { return };
        names.remove(at);
    }
}
