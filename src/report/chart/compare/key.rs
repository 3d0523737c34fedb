//! Which mark is which scenario, above the panels.

use super::marks;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::style::{INK, LEFT, MIDDLE, RIGHT, size};

/// The middle of the line.
const LINE: f64 = 101.0;
const RADIUS: f64 = 6.0;
/// From the middle of a mark to its name, and from a name to the next mark.
const GAP: f64 = 14.0;
const APART: f64 = 34.0;
/// Lower edge of the key.
pub const BOTTOM: f64 = LINE + 10.0;

/// Draws the key of a base and its variant, by their names.
pub fn draw(canvas: &Canvas, base: &str, variant: &str) -> Result<(), Error> {
    let set = regular(size::NOTE);
    let most = (RIGHT - LEFT - APART) / 2.0 - GAP - RADIUS - 2.0;
    let mut x = LEFT + RADIUS + 2.0;
    for (at, name) in [format!("base: {base}"), variant.to_owned()]
        .iter()
        .enumerate()
    {
        let centre = xy(x, LINE);
        if at == 0 {
            marks::base(canvas, centre, RADIUS)?;
        } else {
            marks::variant(canvas, centre, RADIUS)?;
        }
        let name = canvas.ruler.cut(name, set, most);
        canvas.text(
            &name,
            xy(x + GAP, LINE + MIDDLE * set.size),
            set,
            INK,
            Align::Left,
        )?;
        x += GAP + canvas.ruler.width(&name, set) + APART;
    }
    Ok(())
}
