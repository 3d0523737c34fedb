//! One quantity along a number: a thick line with its band, the axes in words, and labels that keep
//! clear of the line. Sweeps and tips are drawn with it.

pub mod axis_scale;
mod clear;
mod curve;
mod foot;
mod own;
mod plot;
mod value_axis;

pub use clear::Clear;
pub use curve::{Course, CoursePoint};
pub use own::{OwnPlace, label_ends, label_own, label_parties};
pub use plot::{Around, Plot, nothing_to_draw};
