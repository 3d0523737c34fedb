//! Pictures of what runs show, one per file: findings in, a picture out, which can be written as SVG and as PNG.
//!
//! A chart draws what it is handed and computes no statistics. How charts look stands in one place, `style`; what they
//! have in common (the canvas, the title, the caption) is built in `canvas` and `frame`. Every chart is 1200 by 675
//! points and carries its own font, so that it looks the same on every machine; the same findings give the same bytes.
//!
//! The font covers Latin, Greek and Cyrillic. A rung whose label is in another script goes by its id; of other texts what
//! the font lacks is a question mark. See [`can_draw`].

mod canvas;
mod compare;
mod flips;
mod font;
mod frame;
mod kerning;
mod letters;
mod levels;
mod outcomes;
mod parts;
mod peak;
mod picture;
mod png;
mod rungs;
mod shapes;
mod style;
mod svg;
mod sweep;
mod ticks;

use std::fmt::Display;

use crate::ensemble::has_room;
use crate::error::{Error, Problem};

pub use compare::compare;
pub use flips::flips;
pub use levels::levels;
pub use outcomes::outcomes;
pub use peak::peak;
pub use picture::Picture;
pub use rungs::Rungs;
pub use sweep::sweep;

/// Where a chart's numbers come from, as its caption tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caption<'a> {
    /// The scenario's name; shortened where it is too long for the line.
    pub scenario: &'a str,
    /// How many trials were counted.
    pub trials: u64,
    /// The seed of their luck.
    pub seed: u64,
}

/// Whether charts can show all of a text: whether the font has its characters.
///
/// # Errors
/// [`Error::Fault`] where the font cannot be read, which is the program's fault.
pub fn can_draw(text: &str) -> Result<bool, Error> {
    let ruler = font::Ruler::new()?;
    Ok(canvas::printable(text).chars().all(|c| ruler.has(c)))
}

/// Drawing takes no more memory than this beside the pixels of a picture; a third of it at most, in truth.
const ROOM: usize = 8 << 20;

/// Sees that there is memory to draw with, before it is used: a lack of it is then an error, and not the program's end.
fn room() -> Result<(), Error> {
    if has_room(ROOM) { Ok(()) } else { Err(no_room()) }
}

fn no_room() -> Error {
    let problem = Problem::new("there is too little memory to draw a chart");
    Error::Memory(problem.help("allow the program more memory (`ulimit -v`), or ask for no charts: `--charts none`"))
}

/// Whatever else goes wrong in drawing is the program's fault.
fn fault(what: impl Display) -> Error {
    Error::Fault(Problem::new(format!("a chart cannot be drawn: {what}")))
}

#[cfg(test)]
mod tests;
