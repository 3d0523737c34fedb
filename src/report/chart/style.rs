//! How charts look: the only place with colours, sizes and margins. Lengths are points of the
//! picture.

use plotters::style::RGBColor;

use super::medium::Medium;
use crate::sim::Outcome;

/// Width and height of a picture.
pub const SIZE: (u32, u32) = (1200, 675);
/// Pixels of a PNG to a point: sharp on a projector and in print.
pub const PNG_SCALE: u32 = 2;

/// A colour.
pub type Colour = RGBColor;

/// The upper edge of everything but the background.
pub const TOP: f64 = 24.0;
/// The lower edge of everything but the background.
pub const BOTTOM: f64 = 661.0;
/// The left edge of everything but the background.
pub const LEFT: f64 = 40.0;
/// The right edge of everything but the background.
pub const RIGHT: f64 = 1160.0;
/// Between the lines of a text, as a multiple of its size.
pub const LEADING: f64 = 1.18;
/// How far above the baseline the middle of a line of text is taken to be, as a multiple of its
/// size: half the height of a figure.
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

/// What the title speaks of, where all else is grey or has a colour of its own; blue of Okabe and
/// Ito's palette.
pub const SINGLE: RGBColor = RGBColor(0, 114, 178);

/// What becomes calmer; blue of the same palette.
pub const BETTER: RGBColor = RGBColor(0, 114, 178);
/// What becomes worse; vermilion of the same palette.
pub const WORSE: RGBColor = RGBColor(213, 94, 0);

/// How much of a band's colour there is: the grid and other bands show through.
pub const BAND: f64 = 0.22;

/// White around an interval, so that it shows on what is dark.
pub const HALO: f64 = 1.2;

/// Text sizes for a medium, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// The title at its largest; it shrinks before it takes a third line.
    pub title: f64,
    /// The title at its smallest.
    pub title_least: f64,
    /// The case, below the title.
    pub subtitle: f64,
    /// The numbers that carry the finding.
    pub number: f64,
    /// The labels that carry the finding.
    pub lead: f64,
    /// All other text within a figure: nothing but the caption is smaller.
    pub label: f64,
    /// The caption.
    pub caption: f64,
}

impl Sizes {
    /// For a projector: from the last row nothing under 18 points can be read.
    pub const SLIDE: Self = Self {
        title: 40.0,
        title_least: 30.0,
        subtitle: 24.0,
        number: 32.0,
        lead: 24.0,
        label: 18.0,
        caption: 15.0,
    };
    /// For reading.
    pub const PAGE: Self = Self {
        title: 28.0,
        title_least: 22.0,
        subtitle: 18.0,
        number: 23.0,
        lead: 17.0,
        label: 14.0,
        caption: 12.0,
    };

    /// The sizes for a medium.
    pub const fn of(medium: Medium) -> Self {
        match medium {
            Medium::Slide => Self::SLIDE,
            Medium::Page => Self::PAGE,
        }
    }
}

/// Limited war, as an end and as the rung where it begins.
pub const LIMITED_WAR: RGBColor = RGBColor(0x83, 0x2d, 0x1d);
/// Full-scale war, as an end and as a rung.
pub const WAR: RGBColor = RGBColor(0x3d, 0x0a, 0x13);

/// The colour of an outcome: from calm to war ever darker, so that the order survives print in
/// grey, and from blue over violet to dark red, which every common kind of colour vision tells apart.
/// Wars alone share their colours with rungs, those on which they are fought. What is unresolved has
/// no place on that ramp: hollow.
pub const fn outcome_colour(outcome: Outcome) -> RGBColor {
    match outcome {
        Outcome::NoForce => RGBColor(0xe0, 0xf1, 0xf7),
        Outcome::OneSided => RGBColor(0xb0, 0xda, 0xea),
        Outcome::OneRound => RGBColor(0x6d, 0xb6, 0xda),
        Outcome::SeveralRounds => RGBColor(0x90, 0x68, 0xa8),
        Outcome::LimitedWar => LIMITED_WAR,
        Outcome::War => WAR,
        Outcome::Unresolved => PAPER,
    }
}

/// The colour of a line that ends in an outcome: that of the outcome, the pale ones dark enough to
/// be seen on paper.
pub const fn line_colour(outcome: Outcome) -> RGBColor {
    match outcome {
        Outcome::NoForce => RGBColor(0x9c, 0xaa, 0xb0),
        Outcome::OneSided => RGBColor(0x84, 0xa8, 0xb8),
        Outcome::OneRound => RGBColor(0x3f, 0x8c, 0xb5),
        Outcome::Unresolved => MUTED,
        graver => outcome_colour(graver),
    }
}

/// How wide the outline of an outcome's colour is. What is unresolved would else look like calm in
/// print.
pub const fn outcome_outline(outcome: Outcome) -> f64 {
    if matches!(outcome, Outcome::Unresolved) {
        2.6
    } else {
        1.0
    }
}

/// The ramp of quantities, one hue from light to dark in steps that show in grey as well, so that more
/// is darker. It is warm: blue stands for what is milder, and most maps are of wars.
const QUANTITY: [RGBColor; 10] = [
    RGBColor(0xff, 0xf6, 0xe6),
    RGBColor(0xfd, 0xe3, 0xbd),
    RGBColor(0xf8, 0xc8, 0x8c),
    RGBColor(0xed, 0xa8, 0x61),
    RGBColor(0xdc, 0x87, 0x42),
    RGBColor(0xc4, 0x6a, 0x30),
    RGBColor(0xa6, 0x4f, 0x23),
    RGBColor(0x82, 0x37, 0x1a),
    RGBColor(0x5c, 0x23, 0x12),
    RGBColor(0x38, 0x14, 0x0c),
];

/// The colour of a quantity, `part` of the way from the least to the most.
pub fn quantity_colour(part: f64) -> RGBColor {
    along(&QUANTITY, part)
}

/// A colour of a ramp of evenly spaced ones.
fn along(ramp: &[RGBColor], part: f64) -> RGBColor {
    let place = part.clamp(0.0, 1.0) * (ramp.len() - 1) as f64;
    let below = (place as usize).min(ramp.len() - 2);
    mixed(ramp[below], ramp[below + 1], place - below as f64)
}

/// The colour of text on a fill.
pub fn text_on(RGBColor(r, g, b): RGBColor) -> RGBColor {
    let luma = 0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b);
    if luma > 128.0 { INK } else { PAPER }
}

/// A colour between two, `part` of the way, 0 to 1.
pub fn mixed(
    RGBColor(r, g, b): RGBColor,
    RGBColor(to_r, to_g, to_b): RGBColor,
    part: f64,
) -> RGBColor {
    let part = part.clamp(0.0, 1.0);
    RGBColor(mix(r, to_r, part), mix(g, to_g, part), mix(b, to_b, part))
}

/// One channel of a colour between two.
fn mix(from: u8, to: u8, part: f64) -> u8 {
    (f64::from(from) + part * (f64::from(to) - f64::from(from))).round() as u8
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// CIE lightness, 0 to 100.
    pub fn lightness(RGBColor(r, g, b): RGBColor) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        116.0 * (0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)).cbrt() - 16.0
    }

    /// What copiers and video make of a colour, 0 to 255.
    pub fn luma(RGBColor(r, g, b): RGBColor) -> f64 {
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

    #[test]
    fn lines_stand_out_on_paper() {
        for outcome in Outcome::ALL {
            assert!(lightness(line_colour(outcome)) < 70.0, "{outcome:?}");
        }
    }

    #[test]
    fn text_on_a_fill_stands_out() {
        for part in (0..=100).map(|part| f64::from(part) / 100.0) {
            let fill = quantity_colour(part);
            assert!(
                (lightness(fill) - lightness(text_on(fill))).abs() > 40.0,
                "{part}"
            );
        }
    }

    #[test]
    fn more_is_darker() {
        let steps: Vec<f64> = (0..=20)
            .map(|part| luma(quantity_colour(f64::from(part) / 20.0)))
            .collect();
        assert!(
            steps.windows(2).all(|pair| pair[0] - pair[1] > 4.0),
            "{steps:?}"
        );
    }
}
