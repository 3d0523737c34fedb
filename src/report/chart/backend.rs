//! What charts are drawn with: a canvas that takes down marks, a font that measures text, and
//! writers of SVG and PNG.
//!
//! Nothing here knows what a chart shows.

pub mod canvas;
pub mod fault;
pub mod font;
mod kerning;
mod letters;
pub mod picture;
pub mod png;
mod position;
mod style_sheet;
mod svg;

pub use canvas::{Area, Canvas, can_draw, has_some_letters};
pub use fault::fault;
pub use font::{Ruler, Type, bold, regular};
pub use picture::{Align, Picture};
pub use position::{Position, xy};
