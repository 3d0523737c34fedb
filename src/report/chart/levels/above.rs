//! Names of areas that are large on some day, and have no room for a name there or at the right
//! edge: in the white above, with a line to what they name.

use super::bands::Band;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, LEADING, PAPER};

/// Air around a name.
const AIR: f64 = 8.0;
/// A name is looked for at so many places, and its line at so many.
const PLACES: u8 = 60;
const LOOKS: u8 = 24;
/// How thick the line is, the light on each of its sides, and the dot at its end.
const LINE: f64 = 1.0;
const LIGHT: f64 = 1.2;
const DOT: f64 = 3.0;

/// Draws the names that find room, clear of what is `taken` and of these vertical lines.
pub fn draw(
    canvas: &Canvas,
    bands: &[&Band<'_>],
    white: &Band<'_>,
    plot: Area,
    mut taken: Vec<Area>,
    avoid: &[f64],
) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    // From the top down, so that lines do not cross.
    for band in bands.iter().rev() {
        let Some(peak) = band.peak() else { continue };
        let to = xy(peak.x, peak.middle());
        let extent = xy(canvas.ruler.width(band.label, set), set.size * LEADING);
        let Some(place) = room(white, plot, to, extent, &taken, avoid) else {
            continue;
        };
        let from = start(&place);
        for (colour, more) in [(PAPER, LIGHT), (INK, 0.0)] {
            canvas.line(from, to, colour, LINE + 2.0 * more)?;
        }
        canvas.dot(to, DOT, INK, (PAPER, LIGHT))?;
        let at = xy(place.left, f64::midpoint(place.top, place.bottom));
        lines(canvas, &[band.label], at, set, INK, Align::Left)?;
        taken.push(place);
    }
    Ok(())
}

/// Where the line of a name begins.
fn start(place: &Area) -> Position {
    xy(
        place.left - AIR / 2.0,
        f64::midpoint(place.top, place.bottom),
    )
}

/// The room for a name of this extent that is nearest to what it names, to the right of it.
fn room(
    white: &Band<'_>,
    plot: Area,
    to: Position,
    extent: Position,
    taken: &[Area],
    avoid: &[f64],
) -> Option<Area> {
    let way = plot.right - AIR - extent.x - to.x;
    if way <= 0.0 {
        return None;
    }
    let lefts = (0..=PLACES).map(|at| to.x + way * f64::from(at) / f64::from(PLACES));
    lefts.into_iter().find_map(|left| {
        let right = left + extent.x;
        let free = white.free(left - AIR, right + AIR);
        let place = Area {
            left,
            top: free.lower - AIR - extent.y,
            right,
            bottom: free.lower - AIR,
        };
        let line = [start(&place), to];
        let is_clear = free.upper + AIR <= place.top
            && !avoid.iter().any(|x| (left - AIR..=right + AIR).contains(x))
            && taken
                .iter()
                .all(|other| is_apart(&place, other) && !crosses(line, other));
        is_clear.then_some(place)
    })
}

/// Whether a line comes through a place.
fn crosses([from, to]: [Position; 2], place: &Area) -> bool {
    (0..=LOOKS).any(|at| {
        let part = f64::from(at) / f64::from(LOOKS);
        let x = from.x + part * (to.x - from.x);
        let y = from.y + part * (to.y - from.y);
        (place.left..=place.right).contains(&x) && (place.top..=place.bottom).contains(&y)
    })
}

fn is_apart(one: &Area, other: &Area) -> bool {
    one.right + AIR < other.left
        || other.right + AIR < one.left
        || one.bottom < other.top
        || other.bottom < one.top
}
