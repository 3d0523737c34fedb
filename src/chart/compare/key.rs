//! Which mark is which scenario: a line or a few above the panels, in the order of the marks within a row.

use super::marks;
use crate::chart::canvas::{Align, Canvas};
use crate::chart::font::{Type, regular};
use crate::chart::style::{INK, LEFT, MIDDLE, RIGHT, size};
use crate::error::Error;

/// The middle of the first line.
const FIRST: f64 = 101.0;
/// From line to line.
const LINE: f64 = 21.0;
const RADIUS: f64 = 6.0;
/// From the middle of a mark to its name, and from a name to the next mark.
const GAP: f64 = 14.0;
const APART: f64 = 34.0;
/// No name is wider.
const MOST_NAME: f64 = 330.0;
/// With more variants than these the names are smaller.
const FEW: usize = 3;

/// A scenario's name and its place.
pub struct Entry {
    name: String,
    set: Type,
    x: f64,
    y: f64,
}

/// The entries, the base first, as many on a line as fit.
pub fn entries(canvas: &Canvas<'_>, names: &[&str]) -> Vec<Entry> {
    let set = regular(if names.len() <= FEW { size::NOTE } else { size::SMALL });
    let (mut x, mut y) = (LEFT + RADIUS + 2.0, FIRST);
    let entry = |name: &&str| {
        let name = canvas.ruler.cut(name, set, MOST_NAME);
        let width = GAP + canvas.ruler.width(&name, set);
        if x + width > RIGHT {
            (x, y) = (LEFT + RADIUS + 2.0, y + LINE);
        }
        let entry = Entry { name, set, x, y };
        x += width + APART;
        entry
    };
    ["base"].iter().chain(names).map(entry).collect()
}

/// Lower edge of the entries.
pub fn height(entries: &[Entry]) -> f64 {
    entries.last().map_or(FIRST, |entry| entry.y) + LINE / 2.0
}

/// Draws the entries.
pub fn draw(canvas: &Canvas<'_>, entries: &[Entry]) -> Result<(), Error> {
    for (scenario, entry) in entries.iter().enumerate() {
        marks::draw(canvas, scenario, (entry.x, entry.y), RADIUS)?;
        let at = (entry.x + GAP, entry.y + MIDDLE * entry.set.size);
        canvas.text(&entry.name, at, entry.set, INK, Align::Left)?;
    }
    Ok(())
}
