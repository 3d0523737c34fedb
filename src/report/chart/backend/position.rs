//! Places in a picture.

/// A place in a picture, in points from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// How far across.
    pub x: f64,
    /// How far down.
    pub y: f64,
}

/// The place so far across and so far down.
pub const fn xy(x: f64, y: f64) -> Position {
    Position { x, y }
}
