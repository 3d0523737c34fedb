//! What pulled an actor to the act that was drawn, rather than to another one.

use super::factor;
use crate::model::{CONSIDERATIONS, Consideration};
use crate::report::words::reason_words;
use crate::study::{DecisionPoint, LadderShape, Mind};

/// Chances whose ratio is smaller are read as equal: 1.0.
pub const EVEN: f64 = 1.05;
/// Another act is close where it is at least this part as likely as the one that was drawn.
const CLOSE: f64 = 1.0 / 3.0;

/// The act that the drawn one is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// The likeliest other act, on this rung.
    Likeliest(usize),
    /// The off-ramp, which is on this rung, for an act of force.
    OffRamp(usize),
    /// The likeliest act of force, on this rung, for an act without force.
    Force(usize),
}

impl Rival {
    /// Its rung.
    #[must_use]
    pub const fn rung(self) -> usize {
        match self {
            Self::Likeliest(rung) | Self::OffRamp(rung) | Self::Force(rung) => rung,
        }
    }
}

/// The likeliest act beside the one that was drawn; of equal ones the lowest.
#[must_use]
pub fn rival(point: &DecisionPoint) -> Rival {
    let all = 0..point.chances.len();
    Rival::Likeliest(likeliest(point, all).unwrap_or(point.drawn()))
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

/// What people ask of first: for an act of force why it was not the off-ramp, for another why it was
/// not force.
#[must_use]
pub fn first_rival(point: &DecisionPoint, ladder: &LadderShape) -> Rival {
    let drawn = point.drawn();
    let uses_force = |rung: usize| ladder.force.get(rung).copied().unwrap_or(false);
    if uses_force(drawn) && drawn != ladder.off_ramp {
        return Rival::OffRamp(ladder.off_ramp);
    }
    let acts = ladder.off_ramp + 1..point.chances.len();
    likeliest(point, acts.filter(|&rung| uses_force(rung))).map_or(rival(point), Rival::Force)
}

/// The likeliest other act, where it is worth a question of its own: it was likelier or close, is not
/// what was asked of before, and is not one more way to step down.
#[must_use]
pub fn close_rival(point: &DecisionPoint, ladder: &LadderShape) -> Option<Rival> {
    let next = rival(point);
    let drawn = point.drawn();
    let is_close = point.chance(next.rung()) >= CLOSE * point.chance(drawn);
    let both_step_down = drawn.max(next.rung()) <= ladder.off_ramp;
    let is_asked = next.rung() == first_rival(point, ladder).rung();
    (is_close && !both_step_down && !is_asked).then_some(next)
}

/// The likeliest of these rungs, leaving out the one that was drawn; of equal ones the lowest.
fn likeliest(point: &DecisionPoint, rungs: impl Iterator<Item = usize>) -> Option<usize> {
    let others = rungs.filter(|&rung| rung != point.drawn());
    others.reduce(|best, rung| {
        if point.chance(rung) > point.chance(best) {
            rung
        } else {
            best
        }
    })
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
    /// The reason, a clause that holds the act beside the other one.
    pub clause: &'static str,
    /// The reason as a thing.
    pub noun: &'static str,
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
            noun: words.noun,
        }
    }
}

/// Why an act was drawn, and not its rival: the largest reasons of both signs, and what the rest come
/// to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The largest, by size.
    pub shown: Vec<Pull>,
    /// What all others add up to.
    pub rest: f64,
    /// How many others there are.
    pub others: usize,
    /// What all twelve add up to.
    pub all: f64,
}

/// The reasons for an act against its rival, the largest of them named, as many as this. A reason of no
/// size, one that is read as "1.0 times", is not.
#[must_use]
pub fn reasons(point: &DecisionPoint, mind: &Mind, rival: Rival, most: usize) -> Reasons {
    let parts = mind.split(point.drawn(), rival.rung());
    let mut shown: Vec<Pull> = Consideration::ALL
        .into_iter()
        .map(|consideration| Pull {
            consideration,
            part: parts[consideration],
        })
        .filter(|pull| pull.part.abs() >= libm::log(EVEN))
        .collect();
    shown.sort_by(|one, other| other.part.abs().total_cmp(&one.part.abs()));
    shown.truncate(most);
    let is_shown = |consideration| shown.iter().any(|pull| pull.consideration == consideration);
    let others = Consideration::ALL
        .into_iter()
        .filter(|&consideration| !is_shown(consideration));
    Reasons {
        rest: others.map(|consideration| parts[consideration]).sum(),
        others: CONSIDERATIONS - shown.len(),
        all: parts.iter().sum(),
        shown,
    }
}

/// Whole numbers as words, from zero to all considerations.
const WORDS: [&str; CONSIDERATIONS + 1] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

impl Reasons {
    /// What the others come to: "the other nine together: 2.0 times likelier"; nothing where there are
    /// none, or no others than these.
    #[must_use]
    pub fn rest_in_words(&self) -> Option<String> {
        let is_part = self.others > 0 && self.others < CONSIDERATIONS;
        let others = WORDS.get(self.others).filter(|_| is_part)?;
        let together = if self.others == 1 { "" } else { " together" };
        Some(if self.rest.abs() < libm::log(EVEN) {
            let verb = if self.others == 1 {
                "changes"
            } else {
                "change"
            };
            format!("the other {others}{together} {verb} hardly anything")
        } else {
            format!("the other {others}{together}: {}", times_of(self.rest))
        })
    }
}

/// A part of the log-odds in words: "2.0 times likelier".
#[must_use]
pub fn times_of(part: f64) -> String {
    let direction = if part > 0.0 {
        "likelier"
    } else {
        "less likely"
    };
    format!("{} times {direction}", factor(part))
}
