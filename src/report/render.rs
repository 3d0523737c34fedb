//! One file per format: what a view gives in, bytes out.

mod csv;
mod json;
mod text;

pub use csv::{Rows, csv};
pub use json::{json, json_line, pretty};
pub use text::text;
