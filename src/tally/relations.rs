//! What holds among the counts of every tally: the rules of a trial, added up. Counts that were
//! read from a file must meet them all, since anybody can make a file whose digest fits.

mod crises;
mod record;

use super::counts::values_key;
use super::{MOST_STEPS, Tally};
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
    /// Whether `count` values can have this sum and this sum of squares. The sum of squares is
    /// smallest if the values are as even as possible, and largest if as many as possible have the
    /// largest value. The square of an odd number is odd.
    fn allow(self, moments: &Moments) -> bool {
        let [sum, squares] = moments.sums();
        let count = u128::from(self.count);
        let most = self.most / self.grain;
        if sum % self.grain != 0
            || squares % (self.grain * self.grain) != 0
            || sum / self.grain > count * most
        {
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

    /// Every trial is counted once in every table that has a place for all.
    fn check_sums(&self, model: &Model) -> Result<(), String> {
        let whole = [
            ("outcomes", &self.outcomes[..]),
            ("peak", &self.peak),
            ("deaths", self.deaths.bins()),
        ];
        for (name, counts) in whole {
            if total(counts) != u128::from(self.trials) {
                return Err(format!("`{name}` does not add up to the trials"));
            }
        }
        if self.deaths.bins().last() == Some(&0) {
            return Err("`deaths` ends in zero".to_owned());
        }
        let parts = [
            ("first_act", &self.first_act[..]),
            ("first_answer", &self.first_answer),
            ("record", &[self.record.all]),
        ];
        for (name, counts) in parts {
            if total(counts) > u128::from(self.trials) {
                return Err(format!("`{name}` counts more than the trials"));
            }
        }
        for quantity in Quantity::ALL {
            let flag = self.flag(quantity);
            let key = quantity.name();
            rule(
                flag <= self.trials,
                &format!("`{key}` counts more than the trials"),
            )?;
            if let Some(missing) = missing(quantity.row().needs, model) {
                rule(flag == 0, &format!("`{key}` has no {missing}"))?;
            }
        }
        Ok(())
    }

    /// The sums of numbers are those of possible values, and of the values that were counted.
    fn check_numbers(&self, model: &Model) -> Result<(), String> {
        for quantity in numbers() {
            let allowed = self
                .possible(quantity, model)
                .allow(&self.number(quantity).sums);
            rule(
                allowed,
                &format!("no such trials have the sums of `{}`", quantity.tally_key()),
            )?;
        }
        // Whoever acts, acts once at least.
        let fewer = self.units(Quantity::Acts) < u128::from(self.acted());
        rule(!fewer, "`acts` are fewer than the trials with a first act")?;
        for quantity in numbers() {
            let fits = self.number(quantity).fits(quantity, self.trials);
            rule(
                fits,
                &format!(
                    "`{}` does not fit the sums",
                    values_key(&quantity.tally_key())
                ),
            )?;
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
        Possible {
            count,
            most,
            grain: if whole { UNIT } else { 1 },
        }
    }

    /// The sum of a quantity that is a whole number.
    fn units(&self, quantity: Quantity) -> u128 {
        self.number(quantity).sums.sums()[0] / UNIT
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
    Quantity::ALL
        .into_iter()
        .filter(|quantity| !quantity.is_share())
}

/// The kind of third party that a quantity needs and the model lacks; an idle one is enough.
fn missing(needs: Needs, model: &Model) -> Option<&'static str> {
    let numbers = &model.numbers;
    let (name, are_none) = match needs {
        Needs::Nothing | Needs::Answer => return None,
        Needs::Mediator => ("mediator", numbers.mediators.is_empty()),
        Needs::Front => ("front", numbers.fronts.is_empty()),
        Needs::LaterCrisis => (
            "armed group and no occasion",
            numbers.armed_groups.is_empty() && !model.may_find_occasions(),
        ),
        Needs::Occasion => ("occasion", !model.may_find_occasions()),
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
    if holds {
        Ok(())
    } else {
        Err(broken.to_owned())
    }
}
