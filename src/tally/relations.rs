//! What holds among the counts of every tally: the rules of a trial, added up. Counts that were read from a file must meet
//! them all, since anybody can make a file whose digest fits.

use super::counts::values_key;
use super::{MOST_STEPS, RecordFacts, Tally};
use crate::model::{FirstMove, Model};
use crate::quantities::{Most, Needs, Part, Quantity};
use crate::sim::Outcome;
use crate::stats::{Moments, STEPS};

/// Steps in a unit.
const UNIT: u128 = STEPS as u128; // a whole number

/// The values of a quantity that are possible.
#[derive(Clone, Copy)]
struct Possible {
    /// How many values may differ from zero.
    count: u64,
    /// The largest, in steps.
    most: u128,
    /// Every value is a multiple of this number of steps.
    grain: u128,
}

impl Possible {
    /// Whether `count` values can have this sum and this sum of squares. The sum of squares is smallest if the values
    /// are as even as possible, and largest if as many as possible have the largest value. The square of an odd number
    /// is odd.
    fn allow(self, moments: &Moments) -> bool {
        let [sum, squares] = moments.sums();
        let count = u128::from(self.count);
        let most = self.most / self.grain;
        if sum % self.grain != 0 || squares % (self.grain * self.grain) != 0 || sum / self.grain > count * most {
            return false;
        }
        let sum = sum / self.grain;
        let squares = squares / (self.grain * self.grain);
        if count == 0 || most == 0 {
            return sum == 0 && squares == 0;
        }
        let even = sum / count;
        let rest = sum % count;
        let least = count * even * even + rest * (2 * even + 1);
        let greatest = sum / most * most * most + (sum % most) * (sum % most);
        (least..=greatest).contains(&squares) && (sum + squares).is_multiple_of(2)
    }
}

impl Tally {
    /// Whether these may be the counts of trials of this model.
    ///
    /// # Errors
    /// The first rule that is broken, in a clause.
    pub fn check(&self, model: &Model) -> Result<(), String> {
        self.check_sums(model)?;
        self.check_numbers(model)?;
        self.check_force()?;
        self.check_rungs(model)?;
        self.check_outcomes(model)?;
        self.check_later(model)
    }

    /// Whether the count of trials that agree with this record is possible.
    #[must_use]
    pub fn may_agree(&self, facts: Option<&RecordFacts>) -> bool {
        let Some(facts) = facts else { return self.record == 0 };
        let among = [
            facts.outcome.map(|outcome| self.outcomes[outcome]),
            facts.peak.map(|rung| self.peak[rung]),
            facts.first_answer.map(|rung| self.first_answer[rung]),
        ];
        among.into_iter().flatten().all(|most| self.record <= most)
    }

    /// Every trial is counted once in every table that has a place for all.
    fn check_sums(&self, model: &Model) -> Result<(), String> {
        let whole = [("outcomes", &self.outcomes[..]), ("peak", &self.peak), ("deaths", self.deaths.bins())];
        for (name, counts) in whole {
            if total(counts) != u128::from(self.trials) {
                return Err(format!("`{name}` does not add up to the trials"));
            }
        }
        if self.deaths.bins().last() == Some(&0) {
            return Err("`deaths` ends in zero".to_owned());
        }
        let parts =
            [("first_act", &self.first_act[..]), ("first_answer", &self.first_answer), ("record", &[self.record])];
        for (name, counts) in parts {
            if total(counts) > u128::from(self.trials) {
                return Err(format!("`{name}` counts more than the trials"));
            }
        }
        for quantity in Quantity::ALL {
            let flag = self.flag(quantity);
            let key = quantity.name();
            rule(flag <= self.trials, &format!("`{key}` counts more than the trials"))?;
            if let Some(missing) = missing(quantity.row().needs, model) {
                rule(flag == 0, &format!("`{key}` has no {missing}"))?;
            }
        }
        Ok(())
    }

    /// The sums of numbers are those of possible values, and of the values that were counted.
    fn check_numbers(&self, model: &Model) -> Result<(), String> {
        for quantity in numbers() {
            let allowed = self.possible(quantity, model).allow(&self.number(quantity).sums);
            rule(allowed, &format!("no such trials have the sums of `{}`", quantity.tally_key()))?;
        }
        // Whoever acts, acts once at least.
        let fewer = self.units(Quantity::Acts) < u128::from(self.acted());
        rule(!fewer, "`acts` are fewer than the trials with a first act")?;
        for quantity in numbers() {
            let fits = self.number(quantity).fits(quantity, self.trials);
            rule(fits, &format!("`{}` does not fit the sums", values_key(&quantity.tally_key())))?;
        }
        Ok(())
    }

    /// The values of a number that trials of a model may have.
    fn possible(&self, quantity: Quantity, model: &Model) -> Possible {
        let row = quantity.row();
        let count = match row.part {
            Part::OpeningCrisis => self.acted(),
            Part::WholeTrial => self.trials,
            Part::LaterCrises => self.closed(),
        };
        let most = match quantity.most(model) {
            _ if missing(row.needs, model).is_some() => 0,
            // Rounded to the nearest step, as every value is.
            Most::Sure(most) => (most * UNIT as f64 + 0.5) as u128,
            Most::Nearly(_) => MOST_STEPS,
        };
        let whole = quantity.steps() == Some(1.0);
        Possible { count, most, grain: if whole { UNIT } else { 1 } }
    }

    /// The sum of a quantity that is a whole number.
    fn units(&self, quantity: Quantity) -> u128 {
        self.number(quantity).sums.sums()[0] / UNIT
    }

    /// The two take turns, the opener first; and what both did is what each did.
    fn check_force(&self) -> Result<(), String> {
        let [opener, opener_squares] = self.number(Quantity::ForceOpener).sums.sums();
        let [other, other_squares] = self.number(Quantity::ForceOther).sums.sums();
        let [both, both_squares] = self.number(Quantity::Force).sums.sums();
        let [acts, acts_squares] = self.number(Quantity::Acts).sums.sums();
        rule(both == opener + other, "`force_of_both` is not the sum of the two")?;
        // The square of a sum holds both squares and twice the product.
        let products = both_squares.checked_sub(opener_squares + other_squares);
        let fits = products.is_some_and(|twice| {
            let most = opener_squares.checked_mul(other_squares);
            let square = (twice / 2).checked_mul(twice / 2);
            twice <= opener_squares + other_squares && most.zip(square).is_none_or(|(most, square)| square <= most)
        });
        rule(fits, "the squares of `force_of_both` do not fit those of the two")?;
        rule(both <= acts && both_squares <= acts_squares, "`acts` are fewer than the uses of force")?;
        let turns = 2 * other <= acts && 2 * opener <= acts + u128::from(self.acted()) * UNIT;
        rule(turns, "one of the two used force more often than it had a turn")
    }

    /// No peak is below the first act, and the first act is one that the inputs allow.
    fn check_rungs(&self, model: &Model) -> Result<(), String> {
        let opened = self.first_act.iter().enumerate().all(|(rung, &count)| count == 0 || may_open(model, rung));
        let fixed = matches!(model.first_move, FirstMove::Rung(_));
        rule(opened && (!fixed || self.acted() == self.trials), "`first_act` is not what the inputs allow")?;
        let mut peaks = 0;
        let mut firsts = u128::from(self.trials - self.acted());
        for (peak, first) in self.peak.iter().zip(&self.first_act) {
            peaks += u128::from(*peak);
            firsts += u128::from(*first);
            rule(peaks <= firsts, "`peak` lies below `first_act`")?;
        }
        rule(self.peak[0] >= self.trials - self.acted(), "`peak` lies above zero where nothing happened")?;
        let answers = total(&self.first_answer);
        let crises = u128::from(self.acted()) + self.units(Quantity::LaterCrises);
        rule(answers <= crises, "`first_answer` counts more than the crises")
    }

    /// Peaks and uses of force make the outcome.
    fn check_outcomes(&self, model: &Model) -> Result<(), String> {
        let ended = self.outcomes.map(u128::from);
        let top = model.top();
        let limited = model.limited_war.min(model.top());
        rule(ended[Outcome::War] == u128::from(self.peak[top]), "`outcomes` and `peak` differ in wars")?;
        let fits = ended[Outcome::LimitedWar] == total(&self.peak[limited..top]);
        rule(fits, "`outcomes` and `peak` differ in limited wars")?;
        let sided = ended[Outcome::OneSided];
        let round = ended[Outcome::OneRound];
        let feud = ended[Outcome::Feud];
        let least = sided + 2 * round + 3 * feud;
        let each = [Quantity::ForceOpener, Quantity::ForceOther].iter().all(|&force| self.units(force) >= round + feud);
        rule(each && self.units(Quantity::Force) >= least, "`outcomes` have more uses of force than were counted")?;
        let mediated = u128::from(self.flag(Quantity::EndedWithMediator));
        let may_be = mediated <= total(&self.first_answer) && mediated <= u128::from(self.closed());
        rule(may_be, "`ended_with_mediator` counts more than the crises that ended by an answer")
    }

    /// Only a crisis that ended leaves days for another; and who is at war at the end stands on the top rung.
    fn check_later(&self, model: &Model) -> Result<(), String> {
        let later = u128::from(self.flag(Quantity::LaterWar));
        let fits = later <= u128::from(self.closed()) && later <= self.units(Quantity::LaterCrises);
        rule(fits, "`later_war` counts more than the later crises")?;
        let wars = self.outcomes[Outcome::War] + self.flag(Quantity::LaterWar);
        let at_end = self.levels.at_end();
        rule(at_end[model.top()] == wars, "`levels` end in other wars than those of `outcomes` and `later_war`")
    }

    /// Trials in which something happened in the first crisis.
    fn acted(&self) -> u64 {
        // At most the trials, as was checked.
        total(&self.first_act) as u64
    }

    /// Trials whose first crisis did not end the trial, at most.
    fn closed(&self) -> u64 {
        let ended = self.outcomes[Outcome::War] + self.outcomes[Outcome::Unresolved];
        self.trials.saturating_sub(ended)
    }
}

/// The quantities that are no shares of trials.
fn numbers() -> impl Iterator<Item = Quantity> {
    Quantity::ALL.into_iter().filter(|quantity| !quantity.is_share())
}

/// The kind of third party that a quantity needs and the model lacks; an idle one is enough.
fn missing(needs: Needs, model: &Model) -> Option<&'static str> {
    let numbers = &model.numbers;
    let (name, are_none) = match needs {
        Needs::Nothing | Needs::Answer => return None,
        Needs::Mediator => ("mediator", numbers.mediators.is_empty()),
        Needs::Front => ("front", numbers.fronts.is_empty()),
        Needs::Spoiler => ("spoiler", numbers.spoilers.is_empty()),
    };
    are_none.then_some(name)
}

/// Whether a crisis of this model can begin on a rung.
fn may_open(model: &Model, rung: usize) -> bool {
    match model.first_move {
        FirstMove::Rung(fixed) => rung == fixed,
        FirstMove::Choose => rung > model.off_ramp,
    }
}

/// Wide, since the counts may be any.
fn total(counts: &[u64]) -> u128 {
    counts.iter().map(|&count| u128::from(count)).sum()
}

fn rule(holds: bool, broken: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken.to_owned()) }
}
