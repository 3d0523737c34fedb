//! A picture before it is written: the marks that it is made of, and the words that go with it.
//!
//! Marks stand on whole tenths of a point: SVG and PNG are written from the same numbers, so they
//! show the same.

use plotters::style::{RGBAColor, RGBColor};

use super::font::Type;

/// Number of places in a point.
pub const TENTHS: f64 = 10.0;
/// A text is placed by its top, which lies above the baseline by this multiple of the size:
/// plotters moves the baseline down by as much. Its other anchors depend on the height of an x,
/// which readers of SVG take differently.
pub const TOP_TO_BASELINE: f64 = 0.76;

/// Across and down from the upper left corner, in tenths of a point.
pub type PointInTenths = (i32, i32);

/// A chart, to be written as SVG or as PNG; one is as good as the other to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows.
    pub(in crate::report::chart) title: String,
    /// A description of the picture, for those who cannot see it.
    pub(in crate::report::chart) description: String,
    /// What it is made of; later marks lie over earlier ones.
    pub(in crate::report::chart) marks: Vec<Mark>,
}

/// What a picture is made of. Lengths are tenths of a point.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of text.
    Text(TextMark),
    /// A filled rectangle, by two corners that face each other.
    Rectangle {
        /// The corners.
        corners: [PointInTenths; 2],
        /// Its colour.
        colour: RGBColor,
    },
    /// A line through points; where it turns its edge comes to a point.
    Line {
        /// The points.
        points: Vec<PointInTenths>,
        /// Its colour.
        colour: RGBColor,
        /// How thick it is.
        width: u32,
    },
    /// What points enclose, filled.
    Shape {
        /// The points.
        points: Vec<PointInTenths>,
        /// Its colour, and how much of it there is.
        colour: RGBAColor,
    },
    /// A filled circle, and a line along its edge.
    Dot {
        /// Its middle.
        centre: PointInTenths,
        /// How large it is.
        radius: u32,
        /// The colour within.
        fill: RGBColor,
        /// The colour of the line, and how thick that is.
        outline: (RGBColor, u32),
    },
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextMark {
    /// What it says.
    pub words: String,
    /// Where it stands: its left end, its middle or its right end, and its top.
    pub top: PointInTenths,
    /// How it is set; the size is in points.
    pub set: Type,
    /// Its colour.
    pub colour: RGBColor,
    /// Which end of it is placed.
    pub align: Align,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Left,
    /// The middle.
    Centre,
    /// The right end.
    Right,
}

impl TextMark {
    /// Where the text stands on its baseline, in tenths of a point.
    pub fn baseline(&self) -> (f64, f64) {
        (
            f64::from(self.top.0),
            f64::from(self.top.1) + TOP_TO_BASELINE * self.set.size * TENTHS,
        )
    }
}
