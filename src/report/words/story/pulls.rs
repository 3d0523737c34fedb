//! What pulled an actor to the act that was drawn, rather than to another one.

use super::factor;
use crate::model::Consideration;
use crate::report::words::reason_words;
use crate::study::{DecisionPoint, Mind};

/// A smaller part of the log-odds pulls nowhere.
const NOTHING: f64 = 0.005;
/// Chances whose ratio is smaller are read as equal: 1.0.
pub const EVEN: f64 = 1.05;
/// How many reasons are told in short of those that won, and how many of the others.
const WON: usize = 3;
const LOST: usize = 1;

/// The act that the drawn one is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// The likeliest other act, on this rung.
    Likeliest(usize),
    /// The off-ramp, which is on this rung.
    OffRamp(usize),
    /// The likeliest act above the off-ramp, for an actor that came to the off-ramp or below it.
    AboveOffRamp(usize),
}

impl Rival {
    /// Its rung.
    #[must_use]
    pub const fn rung(self) -> usize {
        match self {
            Self::Likeliest(rung) | Self::OffRamp(rung) | Self::AboveOffRamp(rung) => rung,
        }
    }
}

/// The likeliest act beside the one that was drawn; of equal ones the lowest.
#[must_use]
pub fn rival(point: &DecisionPoint) -> Rival {
    let drawn = point.drawn();
    let first = usize::from(drawn == 0);
    Rival::Likeliest(likeliest(point, first, drawn))
}

/// How likely an act was, beside the one that was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likelihood {
    /// Likelier.
    Likelier,
    /// As likely, to the figures that are read.
    Alike,
    /// Less likely.
    LessLikely,
}

/// How likely an act was, beside the one that was drawn.
#[must_use]
pub fn likelihood(point: &DecisionPoint, rung: usize) -> Likelihood {
    let other = point.chance(rung);
    let drawn = point.chance(point.drawn());
    if other > drawn * EVEN {
        Likelihood::Likelier
    } else if drawn > other * EVEN {
        Likelihood::LessLikely
    } else {
        Likelihood::Alike
    }
}

/// The act on the other side of the off-ramp: the off-ramp itself, or the likeliest act above it.
#[must_use]
pub fn beyond_off_ramp(point: &DecisionPoint, off_ramp: usize) -> Rival {
    let drawn = point.drawn();
    if drawn > off_ramp {
        Rival::OffRamp(off_ramp)
    } else {
        Rival::AboveOffRamp(likeliest(point, off_ramp + 1, drawn))
    }
}

/// The likeliest rung from this one on, leaving out the one that was drawn.
fn likeliest(point: &DecisionPoint, first: usize, drawn: usize) -> usize {
    let mut best = first;
    for rung in first..point.chances.len() {
        if rung != drawn && point.chance(rung) > point.chance(best) {
            best = rung;
        }
    }
    best
}

/// One consideration as it pulled towards a rung, rather than to its rival.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// Which.
    pub consideration: Consideration,
    /// Its part of the log-odds: positive where it spoke for the rung.
    pub part: f64,
}

/// A pull in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullWords {
    /// Whether it spoke for the rung.
    pub is_for: bool,
    /// How many times likelier, or less likely, it made the rung.
    pub factor: String,
    /// The reason, a clause.
    pub clause: &'static str,
}

impl Pull {
    /// It in words.
    #[must_use]
    pub fn in_words(self) -> PullWords {
        let words = reason_words(self.consideration);
        let is_for = self.part > 0.0;
        PullWords {
            is_for,
            factor: factor(self.part),
            clause: if is_for {
                words.spoke_for
            } else {
                words.spoke_against
            },
        }
    }
}

/// What pulled a decision to the rung that was drawn rather than to its rival, the strongest first,
/// and then what pulled away from it, the strongest last. In short, the strongest three of the side that was
/// stronger and the strongest of the other.
#[must_use]
pub fn pulls(point: &DecisionPoint, mind: &Mind, rival: Rival, is_short: bool) -> Vec<Pull> {
    let parts = mind.split(point.drawn(), rival.rung());
    let all = Consideration::ALL.map(|consideration| Pull {
        consideration,
        part: parts[consideration],
    });
    let mut pulls: Vec<Pull> = all
        .into_iter()
        .filter(|pull| pull.part.abs() >= NOTHING)
        .collect();
    pulls.sort_by(|one, other| other.part.total_cmp(&one.part));
    if !is_short {
        return pulls;
    }
    let sum: f64 = parts.iter().sum();
    let (of_those_for, of_those_against) = if sum < 0.0 { (LOST, WON) } else { (WON, LOST) };
    let is_against = pulls.partition_point(|pull| pull.part > 0.0);
    let against = pulls.split_off(is_against);
    pulls.truncate(of_those_for);
    let left_out = against.len().saturating_sub(of_those_against);
    pulls.extend(&against[left_out..]);
    pulls
}
