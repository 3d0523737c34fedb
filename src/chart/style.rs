//! How charts look: the only place with colours, sizes and margins. Lengths are points of the picture.

use plotters::style::RGBColor;

use crate::sim::Outcome;

/// Width and height of a picture.
pub const SIZE: (u32, u32) = (1200, 675);
/// Pixels of a PNG to a point: sharp on a projector and in print.
pub const PNG_SCALE: f32 = 2.0;

/// The left edge of everything but the background.
pub const LEFT: f64 = 40.0;
/// The right edge of everything but the background.
pub const RIGHT: f64 = 1160.0;
/// Between the lines of a text, as a multiple of its size.
pub const LEADING: f64 = 1.18;
/// How far above the baseline the middle of a line of text is taken to be, as a multiple of its size: half the height
/// of a figure.
pub const MIDDLE: f64 = 0.36;

/// Behind everything.
pub const PAPER: RGBColor = RGBColor(255, 255, 255);
/// Text and intervals.
pub const INK: RGBColor = RGBColor(17, 17, 17);
/// Text of the second rank; 7 to 1 against the paper.
pub const MUTED: RGBColor = RGBColor(85, 85, 85);
/// Around what is filled, so that pale fills stand out too.
pub const OUTLINE: RGBColor = RGBColor(68, 68, 68);
/// Lines that help the eye along a scale.
pub const GRID: RGBColor = RGBColor(221, 221, 221);

/// Text sizes.
pub mod size {
    /// The title at its largest; it shrinks before it takes a second line.
    pub const TITLE: f64 = 32.0;
    /// The title at its smallest.
    pub const TITLE_LEAST: f64 = 24.0;
    /// Headings of panels, labels, the numbers that matter most.
    pub const LABEL: f64 = 18.0;
    /// Intervals, scales and notes.
    pub const NOTE: f64 = 16.0;
    /// What is shrunk to its place is never smaller than this.
    pub const LEAST: f64 = 12.0;
    /// The caption.
    pub const CAPTION: f64 = 15.0;
}

/// Baselines that all charts share.
pub mod baseline {
    /// The title, on one line.
    pub const TITLE: f64 = 64.0;
    /// The first of two lines of title.
    pub const TITLE_FIRST: f64 = 48.0;
    /// Headings of panels.
    pub const HEADING: f64 = 118.0;
    /// What the picture is.
    pub const PURPOSE: f64 = 634.0;
    /// Where its numbers come from.
    pub const CAPTION: f64 = 656.0;
}

/// The colour of an outcome: from calm to war ever darker, so that the order survives print in grey, and from blue to
/// red-brown, which every common kind of colour vision tells apart. What is unresolved has no place on that ramp: hollow.
pub const fn outcome_colour(outcome: Outcome) -> RGBColor {
    match outcome {
        Outcome::NoForce => RGBColor(0xe0, 0xf1, 0xf7),
        Outcome::OneSided => RGBColor(0xb0, 0xda, 0xea),
        Outcome::OneRound => RGBColor(0x6d, 0xb6, 0xda),
        Outcome::Feud => RGBColor(0xba, 0x66, 0x40),
        Outcome::LimitedWar => RGBColor(0x83, 0x2d, 0x1d),
        Outcome::War => RGBColor(0x3d, 0x0a, 0x13),
        Outcome::Unresolved => PAPER,
    }
}

/// How wide the outline of an outcome's colour is. What is unresolved would else look like calm in print.
pub const fn outcome_outline(outcome: Outcome) -> f64 {
    if matches!(outcome, Outcome::Unresolved) { 2.6 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CIE lightness, 0 to 100.
    fn lightness(RGBColor(r, g, b): RGBColor) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        116.0 * (0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)).cbrt() - 16.0
    }

    /// What copiers and video make of a colour, 0 to 255.
    fn luma(RGBColor(r, g, b): RGBColor) -> f64 {
        0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b)
    }

    #[test]
    fn war_is_darkest_and_each_step_shows_in_grey() {
        for pair in Outcome::ALL[..6].windows(2) {
            let [calmer, graver] = [pair[0], pair[1]].map(outcome_colour);
            assert!(lightness(calmer) - lightness(graver) > 8.0, "{pair:?}");
            assert!(luma(calmer) - luma(graver) > 20.0, "{pair:?}");
        }
    }
}
