//! Pictures of what runs show, one per file: findings in, a picture out, which can be written as SVG and as PNG.
//!
//! A chart draws what it is handed and computes no statistics. How charts look stands in one place, `style`; what they
//! have in common (title, caption, rows, labels) is built in `frame`, `parts` and `ticks`; what they are drawn with stands
//! in `backend`. Every chart is 1200 by 675 points and carries its own font, so that it looks the same on every machine;
//! the same findings give the same bytes.
//!
//! The font covers Latin, Greek and Cyrillic. A rung whose label is in another script goes by its id; of other texts what
//! the font lacks is a question mark. See [`can_draw`].

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
pub use frame::Caption;
pub use levels::levels;
pub use outcomes::outcomes;
pub use peak::peak;
pub use rungs::Rungs;
pub use sweep::sweep;

#[cfg(test)]
mod tests;
