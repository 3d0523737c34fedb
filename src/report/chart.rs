//! Pictures of what runs show, one per file: findings in, a picture out, which can be written as
//! SVG and as PNG.
//!
//! A chart draws what it is handed and computes no statistics. How charts look is in one place,
//! `style`; what they have in common (title, caption, rows, labels) is built in `frame`, `parts`
//! and `ticks`; what they are drawn with stands in `backend`. Every chart is 1200 by 675 points and
//! carries its own font, so that it looks the same on every machine; the same findings give the
//! same bytes.
//!
//! The font covers Latin, Greek and Cyrillic. A rung whose label is in another script goes by its
//! id; of other texts what the font lacks is a question mark. See [`can_draw`].

mod backend;
mod compare;
mod flips;
mod frame;
mod levels;
mod outcomes;
mod parts;
mod peak;
mod rows;
mod rungs;
mod shapes;
mod style;
mod sweep;
mod ticks;

pub use backend::{Picture, can_draw};
pub use compare::compare;
pub use flips::flips;
pub use levels::levels;
pub use outcomes::outcomes;
pub use peak::peak;
pub use rungs::ChartRungs;
pub use sweep::sweep;

use super::figure::{Drawing, Figure};
use crate::error::Error;

/// Draws a figure.
///
/// # Errors
/// Too little memory; a figure that cannot be drawn, which is the program's fault.
pub fn draw(figure: &Figure<'_>) -> Result<Picture, Error> {
    let caption = &figure.caption;
    match &figure.drawing {
        Drawing::Outcomes(findings) => outcomes(findings, caption),
        Drawing::Peak(findings, rungs) => peak(findings, rungs, caption),
        Drawing::Levels(findings, rungs, timeline) => levels(findings, rungs, timeline, caption),
        Drawing::Compare(comparison, names) => compare(comparison, names, caption),
        Drawing::Flips {
            variant,
            name,
            trials,
        } => flips(variant, name, *trials, caption),
        Drawing::Sweep(all, quantity) => sweep(all, *quantity, caption),
    }
}

#[cfg(test)]
mod tests;
