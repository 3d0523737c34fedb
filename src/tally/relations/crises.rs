//! What holds among the counts of how crises go: turns, rungs, outcomes and later crises.

use super::UNIT;
use super::{may_open, rule, total};
use crate::model::{FirstMove, Model};
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::tally::Tally;
use crate::tally::levels::place;

impl Tally {
    /// The two take turns, the opener first; and what both did is what each did.
    pub(super) fn check_force(&self) -> Result<(), String> {
        let [opener, opener_squares] = self.number(Quantity::ForceOpener).sums.sums();
        let [other, other_squares] = self.number(Quantity::ForceOther).sums.sums();
        let [both, both_squares] = self.number(Quantity::Force).sums.sums();
        let [acts, acts_squares] = self.number(Quantity::Acts).sums.sums();
        rule(
            both == opener + other,
            "`force_of_both` is not the sum of the two",
        )?;
        // The square of a sum holds both squares and twice the product.
        let products = both_squares.checked_sub(opener_squares + other_squares);
        let fits = products.is_some_and(|twice| {
            let most = opener_squares.checked_mul(other_squares);
            let square = (twice / 2).checked_mul(twice / 2);
            twice <= opener_squares + other_squares
                && most.zip(square).is_none_or(|(most, square)| square <= most)
        });
        rule(
            fits,
            "the squares of `force_of_both` do not fit those of the two",
        )?;
        rule(
            both <= acts && both_squares <= acts_squares,
            "`acts` are fewer than the uses of force",
        )?;
        let turns = 2 * other <= acts && 2 * opener <= acts + u128::from(self.acted()) * UNIT;
        rule(
            turns,
            "one of the two used force more often than it had a turn",
        )
    }

    /// No peak is below the first act, and the first act is one that the inputs allow.
    pub(super) fn check_rungs(&self, model: &Model) -> Result<(), String> {
        let opened = self
            .first_act
            .iter()
            .enumerate()
            .all(|(rung, &count)| count == 0 || may_open(model, rung));
        let fixed = matches!(model.first_move, FirstMove::Rung(_));
        rule(
            opened && (!fixed || self.acted() == self.trials),
            "`first_act` is not what the inputs allow",
        )?;
        let mut peaks = 0;
        let mut firsts = u128::from(self.trials - self.acted());
        for (peak, first) in self.peak.iter().zip(&self.first_act) {
            peaks += u128::from(*peak);
            firsts += u128::from(*first);
            rule(peaks <= firsts, "`peak` lies below `first_act`")?;
        }
        rule(
            self.peak[0] >= self.trials - self.acted(),
            "`peak` lies above zero where nothing happened",
        )?;
        let answers = total(&self.first_answer);
        let crises = u128::from(self.acted()) + self.units(Quantity::LaterCrises);
        rule(
            answers <= crises,
            "`first_answer` counts more than the crises",
        )
    }

    /// Peaks and uses of force make the outcome.
    pub(super) fn check_outcomes(&self, model: &Model) -> Result<(), String> {
        let ended = self.outcomes.map(u128::from);
        let top = model.top();
        let limited = model.limited_war.min(model.top());
        rule(
            ended[Outcome::War] == u128::from(self.peak[top]),
            "`outcomes` and `peak` differ in wars",
        )?;
        let fits = ended[Outcome::LimitedWar] == total(&self.peak[limited..top]);
        rule(fits, "`outcomes` and `peak` differ in limited wars")?;
        let sided = ended[Outcome::OneSided];
        let round = ended[Outcome::OneRound];
        let several = ended[Outcome::SeveralRounds];
        let least = sided + 2 * round + 3 * several;
        let each = [Quantity::ForceOpener, Quantity::ForceOther]
            .iter()
            .all(|&force| self.units(force) >= round + several);
        rule(
            each && self.units(Quantity::Force) >= least,
            "`outcomes` have more uses of force than were counted",
        )?;
        let mediated = u128::from(self.flag(Quantity::EndedWithMediator));
        let may_be = mediated <= total(&self.first_answer) && mediated <= u128::from(self.closed());
        rule(
            may_be,
            "`ended_with_mediator` counts more than the crises that ended by an answer",
        )
    }

    /// Only a crisis that ended leaves days for another; and who is at war at the end stands on the
    /// top rung.
    pub(super) fn check_later(&self, model: &Model) -> Result<(), String> {
        let later = u128::from(self.flag(Quantity::LaterWar));
        let fits = later <= u128::from(self.closed()) && later <= self.units(Quantity::LaterCrises);
        rule(fits, "`later_war` counts more than the later crises")?;
        let challenges = self.units(Quantity::Challenges);
        rule(
            challenges <= self.units(Quantity::LaterCrises),
            "`challenges` are more than the later crises",
        )?;
        self.check_any_war()?;
        let wars = self.outcomes[Outcome::War] + self.flag(Quantity::LaterWar);
        let at_end = self.levels.at_end();
        rule(
            at_end[place(Some(model.top()))] == wars,
            "`levels` end in other wars than those of `outcomes` and `later_war`",
        )
    }

    /// A war of any crisis is one of the first crisis or of a later one.
    fn check_any_war(&self) -> Result<(), String> {
        let any = u128::from(self.flag(Quantity::AnyWar));
        let first = u128::from(self.outcomes[Outcome::War])
            + u128::from(self.outcomes[Outcome::LimitedWar]);
        let fits = any >= first
            && any - first <= self.units(Quantity::LaterCrises)
            && any >= u128::from(self.flag(Quantity::LaterWar));
        rule(
            fits,
            "`any_war` does not fit the wars of `outcomes` and `later_war`",
        )
    }
}
