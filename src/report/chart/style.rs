//! How charts look: the only place with colours, sizes and margins. Lengths are points of the
//! picture.

use plotters::style::RGBColor;

use crate::sim::Outcome;

/// Width and height of a picture.
pub const SIZE: (u32, u32) = (1200, 675);
/// Pixels of a PNG to a point: sharp on a projector and in print.
pub const PNG_SCALE: u32 = 2;

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

/// A cell in which all runs stand: pale enough for lines to show on it.
pub const SHADE: RGBColor = RGBColor(158, 169, 179);
/// How many shades there are between none and that.
pub const SHADES: u8 = 24;
/// Single runs; blue of Okabe and Ito's palette.
pub const SINGLE: RGBColor = RGBColor(0, 114, 178);
/// What really happened; vermilion of the same palette.
pub const RECORD: RGBColor = RGBColor(213, 94, 0);

/// A variant beside its base, which is a ring of ink: blue of the same palette.
pub const VARIANT: RGBColor = RGBColor(0, 114, 178);

/// How much of a band's colour there is: the grid and other bands show through.
pub const BAND: f64 = 0.22;

/// How thick the line of an interval is.
pub const WHISKER: f64 = 2.2;
/// White around an interval, so that it shows on what is dark.
pub const HALO: f64 = 1.2;

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
    /// What is said within and beside panels.
    pub const SMALL: f64 = 14.0;
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

/// The colour of an outcome: from calm to war ever darker, so that the order survives print in
/// grey, and from blue to red-brown, which every common kind of colour vision tells apart. What is
/// unresolved has no place on that ramp: hollow.
pub const fn outcome_colour(outcome: Outcome) -> RGBColor {
    match outcome {
        Outcome::NoForce => RGBColor(0xe0, 0xf1, 0xf7),
        Outcome::OneSided => RGBColor(0xb0, 0xda, 0xea),
        Outcome::OneRound => RGBColor(0x6d, 0xb6, 0xda),
        Outcome::SeveralRounds => RGBColor(0xba, 0x66, 0x40),
        Outcome::LimitedWar => RGBColor(0x83, 0x2d, 0x1d),
        Outcome::War => RGBColor(0x3d, 0x0a, 0x13),
        Outcome::Unresolved => PAPER,
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

/// The ramp of quantities: cividis (Nunez et al. 2018) from its light end, so that more is darker,
/// as it is in print.
const QUANTITY: [RGBColor; 10] = [
    RGBColor(0xfe, 0xe8, 0x38),
    RGBColor(0xe1, 0xcc, 0x55),
    RGBColor(0xc3, 0xb3, 0x69),
    RGBColor(0xa5, 0x9c, 0x74),
    RGBColor(0x8a, 0x86, 0x78),
    RGBColor(0x70, 0x71, 0x73),
    RGBColor(0x57, 0x5d, 0x6d),
    RGBColor(0x3b, 0x49, 0x6c),
    RGBColor(0x12, 0x35, 0x70),
    RGBColor(0x00, 0x22, 0x4e),
];

/// The colour of a quantity, `part` of the way from the least to the most.
pub fn quantity_colour(part: f64) -> RGBColor {
    along(&QUANTITY, part)
}

/// The ramp of counts, from few to many.
const COUNTS: [RGBColor; 3] = [
    RGBColor(0xe3, 0xf0, 0xf8),
    RGBColor(0x56, 0xa0, 0xcf),
    RGBColor(0x08, 0x35, 0x6b),
];

/// The colour of a count, `part` of the way from none to the most.
pub fn count_colour(part: f64) -> RGBColor {
    along(&COUNTS, part)
}

/// A colour of a ramp of evenly spaced ones.
fn along(ramp: &[RGBColor], part: f64) -> RGBColor {
    let place = part.clamp(0.0, 1.0) * (ramp.len() - 1) as f64;
    let below = (place as usize).min(ramp.len() - 2);
    mixed(ramp[below], ramp[below + 1], place - below as f64)
}

/// The ramp of the ladder, from calm to war: even steps of lightness, from blue to red-brown as
/// outcomes go.
const RAMP: [RGBColor; 13] = [
    RGBColor(0xe3, 0xf3, 0xfa),
    RGBColor(0xc1, 0xe2, 0xef),
    RGBColor(0x9f, 0xd0, 0xe6),
    RGBColor(0x7e, 0xbd, 0xdf),
    RGBColor(0x7f, 0xa7, 0xc4),
    RGBColor(0x90, 0x8e, 0x9a),
    RGBColor(0xaf, 0x6d, 0x53),
    RGBColor(0xa6, 0x55, 0x39),
    RGBColor(0x95, 0x40, 0x2b),
    RGBColor(0x80, 0x2f, 0x22),
    RGBColor(0x67, 0x22, 0x1d),
    RGBColor(0x4f, 0x16, 0x18),
    RGBColor(0x39, 0x0a, 0x13),
];

/// The colour of a rung of a ladder of `n`: the higher, the darker, so that the order survives
/// print in grey.
pub fn ladder_colour(rung: usize, n: usize) -> RGBColor {
    along(&RAMP, rung as f64 / n.saturating_sub(1).max(1) as f64)
}

/// A shade of [`SHADES`].
pub fn shade(depth: u8) -> RGBColor {
    mixed(PAPER, SHADE, f64::from(depth) / f64::from(SHADES))
}

/// The colour of text on a fill.
pub fn text_on(RGBColor(r, g, b): RGBColor) -> RGBColor {
    let luma = 0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b);
    if luma > 128.0 { INK } else { PAPER }
}

/// A colour between two, `part` of the way, 0 to 1.
fn mixed(RGBColor(r, g, b): RGBColor, RGBColor(to_r, to_g, to_b): RGBColor, part: f64) -> RGBColor {
    let part = part.clamp(0.0, 1.0);
    RGBColor(mix(r, to_r, part), mix(g, to_g, part), mix(b, to_b, part))
}

/// One channel of a colour between two.
fn mix(from: u8, to: u8, part: f64) -> u8 {
    (f64::from(from) + part * (f64::from(to) - f64::from(from))).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CIE lightness, 0 to 100.
    fn lightness(RGBColor(r, g, b): RGBColor) -> f64 {
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

    #[test]
    fn every_rung_is_darker_than_the_one_below() {
        for n in 3..=32 {
            let ramp: Vec<_> = (0..n).map(|rung| ladder_colour(rung, n)).collect();
            assert_eq!((ramp[0], ramp[n - 1]), (RAMP[0], RAMP[12]));
            let least = 60.0 / (n - 1) as f64;
            for pair in ramp.windows(2) {
                assert!(
                    lightness(pair[0]) - lightness(pair[1]) > least,
                    "{n}: {pair:?}"
                );
                assert!(luma(pair[0]) - luma(pair[1]) > 2.0 * least, "{n}: {pair:?}");
            }
        }
    }

    #[test]
    fn text_on_a_fill_stands_out() {
        for rung in 0..32 {
            let fill = ladder_colour(rung, 32);
            assert!(
                (lightness(fill) - lightness(text_on(fill))).abs() > 40.0,
                "{rung}"
            );
        }
        assert!((lightness(SHADE) - lightness(INK)).abs() > 60.0);
        for part in (0..=100).map(|part| f64::from(part) / 100.0) {
            for fill in [quantity_colour(part), count_colour(part)] {
                assert!(
                    (lightness(fill) - lightness(text_on(fill))).abs() > 40.0,
                    "{part}"
                );
            }
        }
    }

    #[test]
    fn more_is_darker() {
        for ramp in [quantity_colour, count_colour] {
            let steps: Vec<f64> = (0..=20)
                .map(|part| luma(ramp(f64::from(part) / 20.0)))
                .collect();
            assert!(
                steps.windows(2).all(|pair| pair[0] - pair[1] > 4.0),
                "{steps:?}"
            );
        }
    }
}
