//! A decision, in sentences: what was in its mind, the chances, the draw, and what all reasons came
//! to.

use super::numbers::places_between;
use super::pulls::{EVEN, Likelihood, likelihood};
use super::{Rival, Teller, chance_in_words, factor, hundredths};
use crate::numerals::fixed;
use crate::study::{DecisionPoint, Mind};

/// Acts with a smaller chance are not named by themselves.
const SELDOM: f64 = 0.05;

impl Teller<'_> {
    /// What an actor had in mind.
    #[must_use]
    pub fn mind(self, mind: &Mind) -> String {
        format!(
            "Anger at home {}, reputation for resolve {}, trust {}; it thinks the chance of being hit \
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
                    "{} {}{}",
                    self.rung(rung),
                    chance_in_words(point.chance(rung)),
                    self.kind_of_war(rung)
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

    /// Which act stands against the one that was drawn, as a question.
    #[must_use]
    pub fn question(self, point: &DecisionPoint, rival: Rival) -> String {
        let drawn = self.rung(point.drawn());
        let other = self.rung(rival.rung());
        let which = match rival {
            Rival::Likeliest(rung) => match likelihood(point, rung) {
                Likelihood::Likelier => "the likelier",
                Likelihood::Alike => "the equally likely",
                Likelihood::LessLikely => "the next likeliest,",
            },
            Rival::OffRamp(_) => "the off-ramp,",
            Rival::AboveOffRamp(_) => "the likeliest act above the off-ramp,",
        };
        format!("Why {drawn}, and not {which} {other}?")
    }

    /// How much likelier all twelve considerations together made the rung that was drawn; where they
    /// favoured its rival, that luck decided.
    #[must_use]
    pub fn together(self, point: &DecisionPoint, mind: &Mind, rival: Rival) -> String {
        let drawn = point.drawn();
        let other = self.rung(rival.rung());
        let sum: f64 = mind.split(drawn, rival.rung()).iter().sum();
        let times = factor(sum);
        let drawn = self.rung(drawn);
        if sum.abs() < libm::log(EVEN) {
            return format!("All twelve together favour neither; luck fell on {drawn}.");
        }
        if sum > 0.0 {
            return format!("All twelve together make it {times} times likelier.");
        }
        format!(
            "All twelve together make it {times} times less likely: the reasons favoured {other}; luck fell \
             on {drawn}."
        )
    }
}
