//! A decision, in sentences: what was in its mind, the chances, the draw, and what all reasons came
//! to.

use super::numbers::places_between;
use super::pulls::{EVEN, Likelihood, Reasons, likelihood, times_of};
use super::{Rival, Teller, chance_in_words, hundredths};
use crate::numerals::fixed;
use crate::study::{DecisionPoint, Happening, Mind};

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
        // Of a hundred, there are two places fewer.
        let places = places_between([begin, end], point.draw) - 2;
        let hundredth = |share: f64| fixed(100.0 * share, places);
        let picked = self.rung(drawn);
        let below: Vec<usize> = (0..drawn)
            .filter(|&rung| point.chance(rung) > 0.0)
            .collect();
        let from = match below.as_slice() {
            [] => String::new(),
            [one] => format!("up to {} it is {}, ", hundredth(begin), self.rung(*one)),
            [.., last] => format!(
                "up to {} it is {} or less, ",
                hundredth(begin),
                self.rung(*last)
            ),
        };
        let is_last = (drawn + 1..point.chances.len()).all(|rung| point.chance(rung) <= 0.0);
        let here = match (below.is_empty(), is_last) {
            (true, true) => format!("there is only {picked}"),
            (true, false) => format!("up to {} it is {picked}", hundredth(end)),
            (false, true) => format!("above that {picked}"),
            (false, false) => format!("from there to {} {picked}", hundredth(end)),
        };
        let luck = format!(
            "Luck, a number drawn from 0 to 100, was {}: {from}{here}.",
            hundredth(point.draw)
        );
        if point.overridden {
            return format!("{luck} {}", self.overridden(point));
        }
        luck
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
        let other = self.rung(rival.rung());
        let off_ramp = self.subject.ladder.off_ramp;
        let stepping_down = if self.is_answer(point) {
            "stepping down"
        } else {
            "holding back"
        };
        match rival {
            Rival::OffRamp(_) => format!("Why force, and not {stepping_down} ({other})?"),
            Rival::Force(_) if point.drawn() <= off_ramp => {
                format!("Why {stepping_down}, and not force ({other})?")
            }
            Rival::Force(_) => {
                format!("Why {}, and not force ({other})?", self.rung(point.drawn()))
            }
            Rival::Likeliest(rung) => {
                let which = match likelihood(point, rung) {
                    Likelihood::Likelier => "the likelier",
                    Likelihood::Alike => "the equally likely",
                    Likelihood::LessLikely => "the next,",
                };
                format!("Why this act, and not {which} {other}?")
            }
        }
    }

    /// The question without the act that stands against it, where it says by itself what that is.
    #[must_use]
    pub fn short_question(self, point: &DecisionPoint, rival: Rival) -> String {
        let question = self.question(point, rival);
        let in_brackets = format!(" ({})?", self.rung(rival.rung()));
        match question.strip_suffix(&in_brackets) {
            Some(short) => format!("{short}?"),
            None => question,
        }
    }

    /// Whether a decision is about an act of the other side, which its actor has just seen.
    fn is_answer(self, point: &DecisionPoint) -> bool {
        self.story.events.iter().any(|event| {
            let sees = matches!(event.what, Happening::Sees(sight) if sight.side == point.side);
            sees && event.day == point.day
        })
    }

    /// What the reasons that are not named come to, and all twelve together; where these favoured the
    /// rival, that luck decided.
    #[must_use]
    pub fn together(self, point: &DecisionPoint, reasons: &Reasons, rival: Rival) -> String {
        let rest = reasons.rest_in_words().map_or_else(String::new, |rest| {
            format!("{}. ", crate::error::capitalised(&rest))
        });
        let drawn = self.rung(point.drawn());
        if reasons.all.abs() < libm::log(EVEN) {
            return format!("{rest}All twelve favour neither; luck fell on {drawn}.");
        }
        let all = format!("{rest}All twelve: {}", times_of(reasons.all));
        if reasons.all > 0.0 {
            return format!("{all}.");
        }
        let other = self.rung(rival.rung());
        format!("{all}. The reasons favoured {other}; luck fell on {drawn}.")
    }
}
