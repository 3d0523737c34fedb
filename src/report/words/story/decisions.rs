//! A decision, in sentences: what was in its mind, the chances, the draw, and what pulled it.

use super::numbers::places_between;
use super::{Teller, chance_in_words, factor, hundredths};
use crate::model::Consideration;
use crate::numerals::fixed;
use crate::report::words::reason_words;
use crate::study::{DecisionPoint, Mind};

/// Acts with a smaller chance are not named by themselves.
const SELDOM: f64 = 0.05;
/// A smaller part of the log-odds pulls nowhere.
const NOTHING: f64 = 0.005;
/// How many reasons for an act are told in short, beside the strongest against it.
const FOR: usize = 3;

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

/// The rung that a chosen one is compared with: the off-ramp; where an actor came to the off-ramp
/// or below it, the likeliest rung above.
#[must_use]
pub fn rival(point: &DecisionPoint, off_ramp: usize) -> usize {
    if point.drawn() > off_ramp {
        return off_ramp;
    }
    let mut best = off_ramp + 1;
    for rung in off_ramp + 1..point.chances.len() {
        if point.chance(rung) > point.chance(best) {
            best = rung;
        }
    }
    best
}

/// What pulled a decision to the rung that was drawn rather than to its rival, the strongest first;
/// in short, the strongest three for it and the strongest against.
#[must_use]
pub fn pulls(point: &DecisionPoint, mind: &Mind, rival: usize, is_short: bool) -> Vec<Pull> {
    let parts = mind.split(point.drawn(), rival);
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
    let strongest_against = pulls.last().copied().filter(|pull| pull.part < 0.0);
    pulls.retain(|pull| pull.part > 0.0);
    pulls.truncate(FOR);
    pulls.extend(strongest_against);
    pulls
}

impl Teller<'_> {
    /// What an actor had in mind.
    #[must_use]
    pub fn mind(self, mind: &Mind) -> String {
        format!(
            "Anger at home {}, its name for resolve {}, trust {}; it thinks the chance of being hit \
             back is {} of 100.",
            hundredths(mind.anger),
            hundredths(mind.reputation),
            hundredths(mind.trust),
            chance_in_words(mind.belief)
        )
    }

    /// The rest of what it had in mind, for those who want all of it.
    #[must_use]
    pub fn rest_of_mind(self, mind: &Mind) -> String {
        format!(
            "The severity it stands by in public is {}; the pull of mediators {}; what is on its hands elsewhere {}; \
             its readiness {}. Others can see the provocation as far as {}.",
            hundredths(mind.threat),
            hundredths(mind.mediation),
            hundredths(mind.overstretch),
            hundredths(mind.readiness),
            hundredths(mind.visibility)
        )
    }

    /// The chances of the acts, the likeliest first.
    #[must_use]
    pub fn chances(self, point: &DecisionPoint) -> String {
        let mut rungs: Vec<usize> = (0..point.chances.len())
            .filter(|&rung| point.chance(rung) >= SELDOM || rung == point.drawn())
            .collect();
        rungs.sort_by(|&one, &other| point.chance(other).total_cmp(&point.chance(one)));
        let named: Vec<String> = rungs
            .iter()
            .map(|&rung| {
                format!(
                    "{} {}",
                    self.rung(rung),
                    chance_in_words(point.chance(rung))
                )
            })
            .collect();
        let rest = if rungs.len() < point.chances.len() {
            "; each other act under 5"
        } else {
            ""
        };
        format!("Chances of 100: {}{rest}.", named.join(", "))
    }

    /// The draw that decided.
    #[must_use]
    pub fn draw(self, point: &DecisionPoint) -> String {
        let drawn = point.drawn();
        let (begin, end) = point.share_of_draws(drawn);
        let places = places_between([begin, end], point.draw);
        let draw = fixed(point.draw, places);
        let below = (0..drawn).rev().find(|&rung| point.chance(rung) > 0.0);
        let to = fixed(end, places);
        let picked = match below {
            Some(below) => format!(
                "The draw is {draw}: {} ends at {}, {} at {to}; so it is the latter.",
                self.rung(below),
                fixed(begin, places),
                self.rung(drawn)
            ),
            None => format!(
                "The draw is {draw}: {} ends at {to}; so it is that.",
                self.rung(drawn)
            ),
        };
        if point.overridden {
            return format!("{picked} {}", self.overridden(point));
        }
        picked
    }

    /// That a part of the state acted on its own.
    fn overridden(self, point: &DecisionPoint) -> String {
        if point.rung == point.drawn() {
            "A part of the state would have acted on its own, but not with less.".to_owned()
        } else {
            format!(
                "But a part of the state acts on its own, with {}.",
                self.rung(point.rung)
            )
        }
    }

    /// How much likelier all twelve considerations together made the rung that was drawn.
    #[must_use]
    pub fn together(self, point: &DecisionPoint, mind: &Mind, rival: usize) -> String {
        let sum: f64 = mind.split(point.drawn(), rival).iter().sum();
        let how = if sum < 0.0 { "less likely" } else { "likelier" };
        format!(
            "All twelve together make it {} times {how} than {}.",
            factor(sum),
            self.rung(rival)
        )
    }
}
