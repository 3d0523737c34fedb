//! Names within their areas, where there is room.

use super::bands::{Band, Slice};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{Colour, INK, LEADING, MUTED, PAPER, text_on};

/// A name is looked for at so many places.
const PLACES: u8 = 60;
/// Air around a name.
const AIR: f64 = 6.0;
/// Maximum lines of a name.
const MOST_LINES: usize = 2;

/// The names within areas.
#[derive(Default)]
pub struct Names<'b, 'a> {
    names: Vec<(Name, Colour)>,
    /// The areas without a name that are not empty.
    pub rest: Vec<&'b Band<'a>>,
}

impl Names<'_, '_> {
    pub fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        for (name, colour) in &self.names {
            let at = xy(name.left, name.middle);
            lines(canvas, &name.words, at, name.set, *colour, Align::Left)?;
        }
        Ok(())
    }
}

/// A name in its area.
struct Name {
    words: Vec<String>,
    set: Type,
    left: f64,
    middle: f64,
}

/// Finds room for names, clear of these vertical lines.
pub fn place<'b, 'a>(
    canvas: &Canvas,
    bands: &'b [Band<'a>],
    plot: Area,
    avoid: &[f64],
) -> Names<'b, 'a> {
    let mut names = Names::default();
    for (at, band) in bands.iter().enumerate() {
        if band.thickest() <= 0.0 {
            continue;
        }
        // Full-scale war always has its number beside it.
        let own = (at > 0).then(|| name(canvas, band, plot, avoid));
        let Some(name) = own.flatten() else {
            names.rest.push(band);
            continue;
        };
        let colour = match text_on(band.colour) {
            INK if band.colour == PAPER => MUTED,
            other => other,
        };
        names.names.push((name, colour));
    }
    names
}

/// The name of an area in the largest type that has room, on one line or on two.
fn name(canvas: &Canvas, band: &Band<'_>, plot: Area, avoid: &[f64]) -> Option<Name> {
    let sizes = canvas.sizes;
    for set in [bold(sizes.lead), regular(sizes.label)] {
        let whole = vec![band.label.to_owned()];
        let width = canvas.ruler.width(band.label, set);
        let parted = canvas
            .ruler
            .balance(band.label, set, 0.6 * width, MOST_LINES);
        let is_whole = !parted.iter().any(|line| line.ends_with('…'));
        let ways = [Some(whole), Some(parted).filter(|_| is_whole)];
        for words in ways.into_iter().flatten() {
            let wide = words.iter().map(|line| canvas.ruler.width(line, set));
            let wide = wide.fold(0.0, f64::max);
            let high = words.len() as f64 * set.size * LEADING;
            if let Some(room) = room(band, plot, wide + 2.0 * AIR, high + AIR, avoid) {
                return Some(Name {
                    words,
                    set,
                    left: room.x + AIR,
                    middle: room.middle(),
                });
            }
        }
    }
    None
}

/// The place where a strip of this width is most free, if it is as high as that.
fn room(band: &Band<'_>, plot: Area, width: f64, height: f64, avoid: &[f64]) -> Option<Slice> {
    let way = plot.right - plot.left - width;
    if way < 0.0 {
        return None;
    }
    let lefts = (0..=PLACES).map(|at| plot.left + way * f64::from(at) / f64::from(PLACES));
    let clear = lefts.filter(|&left| {
        let strip = left..=left + width;
        !avoid.iter().any(|x| strip.contains(x))
    });
    clear
        .map(|left| band.free(left, left + width))
        .filter(|free| free.thickness() >= height)
        .reduce(|best, next| {
            if next.thickness() > best.thickness() {
                next
            } else {
                best
            }
        })
}
