//! The colours of the rungs of a ladder, one for a rung in every chart: grey where no force is used,
//! ochre for force short of war, dark red for war, and ever darker from calm to war, so that the
//! order survives print in grey. Grey and ochre are the colour of no end, and an end in war has the
//! colour of its rung.

use plotters::style::RGBColor;

use super::rungs::ChartRungs;
use super::style::{Colour, LIMITED_WAR, WAR, mixed};

/// From the lowest to the highest rung without force.
const CALM: (Colour, Colour) = (RGBColor(0xe9, 0xed, 0xf0), RGBColor(0xbf, 0xc9, 0xd2));
/// From the lowest to the highest rung with force short of war.
const FORCE: (Colour, Colour) = (RGBColor(0xe6, 0xb6, 0x55), RGBColor(0x9c, 0x69, 0x14));
/// The highest rung of limited war, if there are several: not as dark as full-scale war.
const GRAVEST_LIMITED: Colour = RGBColor(0x5c, 0x1c, 0x1a);

/// The kinds of rungs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Calm,
    Force,
    LimitedWar,
    War,
}

impl ChartRungs<'_> {
    /// The colour of a rung.
    pub(super) fn colour(&self, rung: usize) -> Colour {
        let kind = self.kind(rung);
        let ends = match kind {
            Kind::Calm => CALM,
            Kind::Force => FORCE,
            Kind::LimitedWar => (LIMITED_WAR, GRAVEST_LIMITED),
            Kind::War => return WAR,
        };
        let below = (0..rung).filter(|&other| self.kind(other) == kind).count();
        let all = (0..self.len()).filter(|&other| self.kind(other) == kind);
        let steps = all.count().saturating_sub(1).max(1);
        mixed(ends.0, ends.1, below as f64 / steps as f64)
    }

    /// What kind of rung it is.
    fn kind(&self, rung: usize) -> Kind {
        let uses_force = self.force.get(rung).copied().unwrap_or_default();
        match () {
            () if rung + 1 >= self.len() => Kind::War,
            () if rung >= self.limited_war => Kind::LimitedWar,
            () if uses_force => Kind::Force,
            () => Kind::Calm,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::tests::{lightness, luma};
    use super::super::style::{line_colour, outcome_colour, text_on};
    use super::*;
    use crate::sim::Outcome;

    /// A ladder of `n` whose force begins at a rung and whose limited war begins at another.
    fn ladder(n: usize, force: usize, limited_war: usize) -> ChartRungs<'static> {
        ChartRungs {
            labels: vec![""; n],
            force: (0..n).map(|rung| rung >= force).collect(),
            off_ramp: 0,
            limited_war,
            opening: None,
        }
    }

    fn ladders() -> Vec<ChartRungs<'static>> {
        let mut all = Vec::new();
        for n in 3..=32 {
            for force in 1..n {
                for limited_war in force..n {
                    all.push(ladder(n, force, limited_war));
                }
            }
        }
        all
    }

    #[test]
    fn every_rung_is_darker_than_the_one_below() {
        for rungs in ladders() {
            let ramp: Vec<Colour> = (0..rungs.len()).map(|rung| rungs.colour(rung)).collect();
            for pair in ramp.windows(2) {
                assert!(
                    lightness(pair[0]) > lightness(pair[1]) && luma(pair[0]) > luma(pair[1]),
                    "{rungs:?}: {pair:?}"
                );
            }
        }
    }

    #[test]
    fn text_on_a_rung_stands_out() {
        for rungs in ladders() {
            for rung in 0..rungs.len() {
                let fill = rungs.colour(rung);
                let apart = (lightness(fill) - lightness(text_on(fill))).abs();
                assert!(apart > 40.0, "{rungs:?} {rung}: {apart}");
            }
        }
    }

    /// Wars have the colour of their rungs, and no other end that uses force has the colour of a rung.
    #[test]
    fn no_colour_has_two_meanings() {
        for rungs in ladders() {
            let top = rungs.len() - 1;
            assert_eq!(rungs.colour(top), outcome_colour(Outcome::War));
            if rungs.limited_war < top {
                let limited = rungs.colour(rungs.limited_war);
                assert_eq!(limited, outcome_colour(Outcome::LimitedWar));
            }
            for rung in 0..rungs.len() {
                let colour = rungs.colour(rung);
                for outcome in &Outcome::ALL[1..4] {
                    for end in [outcome_colour(*outcome), line_colour(*outcome)] {
                        assert!(apart(colour, end) > 24.0, "{rungs:?} {rung} {outcome:?}");
                    }
                }
            }
        }
    }

    fn apart(one: Colour, other: Colour) -> f64 {
        let squares = [
            one.0.abs_diff(other.0),
            one.1.abs_diff(other.1),
            one.2.abs_diff(other.2),
        ]
        .map(|channel| f64::from(channel).powi(2));
        squares.iter().sum::<f64>().sqrt()
    }
}
