//! The rules that a blueprint must keep, so that no trial of it can go wrong.

use super::Blueprint;
use crate::error::Problem;
use crate::model::FirstMove;
use crate::model::numbers::Slot;
use crate::parameters::{Horizon, Listed, MAX_RUNGS, MIN_RUNGS};

impl Blueprint {
    /// Whether there is such a rung and it uses force.
    fn uses_force(&self, rung: usize) -> bool {
        self.force.get(rung) == Some(&true)
    }

    pub(super) fn check_ladder(&self, problems: &mut Vec<Problem>) {
        let rungs = &self.numbers.rungs;
        let n = rungs.len();
        must(
            problems,
            (MIN_RUNGS..=MAX_RUNGS).contains(&n),
            "a ladder must have 3 to 32 rungs",
        );
        must(
            problems,
            self.force.len() == n && self.deniable.len() == n,
            "every rung must say whether it uses force",
        );
        let rising = rungs
            .windows(2)
            .all(|pair| pair[0].severity < pair[1].severity);
        must(
            problems,
            rising,
            "severities must rise strictly from rung to rung",
        );
        let ends = rungs.first().is_some_and(|rung| rung.severity == 0.0)
            && rungs.last().is_some_and(|rung| rung.severity == 1.0);
        must(
            problems,
            ends,
            "the severity of the first rung must be 0 and that of the last 1",
        );
        let in_order = self.off_ramp < self.limited_war && self.limited_war < n.saturating_sub(1);
        must(
            problems,
            in_order,
            "`off_ramp` must lie below `limited_war`, and that below the last rung",
        );
        must(
            problems,
            self.uses_force(self.limited_war),
            "`limited_war` must name a rung that uses force",
        );
        must(
            problems,
            self.uses_force(self.unauthorised_rung) && self.unauthorised_rung < n.saturating_sub(1),
            "`unauthorised_rung` must name a rung below the last that uses force",
        );
        let opens = match self.first_move {
            FirstMove::Rung(rung) => rung < n,
            FirstMove::Choose => true,
        };
        must(
            problems,
            opens,
            "the opening must name a rung of the ladder",
        );
    }

    pub(super) fn check_parties(&self, problems: &mut Vec<Problem>) {
        let numbers = &self.numbers;
        let counts_match = numbers.leverage.len() == numbers.mediators.len()
            && self.mediator_luck.len() == numbers.mediators.len()
            && self.front_luck.len() == numbers.fronts.len()
            && self.front_actors.len() == numbers.fronts.len()
            && self.armed_group_luck.len() == numbers.armed_groups.len()
            && self.armed_group_victims.len() == numbers.armed_groups.len();
        if !counts_match {
            problems.push(Problem::new(
                "every mediator, front and armed group must have its luck and its actor",
            ));
        }
    }

    pub(super) fn check_numbers(&self, problems: &mut Vec<Problem>) {
        let days = &Horizon::LIST[0];
        if !days.allows(f64::from(self.horizon_days)) {
            problems.push(Problem::new(format!(
                "`{}` must lie between {} and {}",
                days.key, days.min, days.max
            )));
        }
        let uncertain = |slot| {
            self.uncertain_values
                .iter()
                .any(|uncertain| uncertain.slot == slot)
        };
        for slot in self.numbers.slots() {
            if let (Some(parameter), Some(value)) = (slot.parameter(), self.numbers.get(slot))
                && !parameter.allows(value)
                && !uncertain(slot)
            {
                problems.push(Problem::new(format!(
                    "`{}` must lie between {} and {}, but it is {value}",
                    parameter.key, parameter.min, parameter.max
                )));
            }
        }
        for (at, uncertain) in self.uncertain_values.iter().enumerate() {
            let parameter = uncertain.slot.parameter().map(|parameter| parameter.key);
            if matches!(uncertain.slot, Slot::Rung(..)) && parameter == Some("severity") {
                problems.push(Problem::new(
                    "a severity cannot be uncertain: the order of the rungs rests on it",
                ));
            }
            if self.uncertain_values[..at]
                .iter()
                .any(|earlier| earlier.slot == uncertain.slot)
            {
                problems.push(Problem::new(format!(
                    "there are two uncertain values at {:?}",
                    uncertain.slot
                )));
            }
            let fits = |parameter| uncertain.distribution.is_sound() && uncertain.fits(parameter);
            let exists = self.numbers.get(uncertain.slot).is_some();
            if !exists || !uncertain.slot.parameter().is_some_and(fits) {
                problems.push(Problem::new(format!(
                    "the uncertain value at {:?} is unsound or out of range",
                    uncertain.slot
                )));
            }
        }
    }
}

/// A problem where a rule does not hold.
fn must(problems: &mut Vec<Problem>, holds: bool, rule: &str) {
    if !holds {
        problems.push(Problem::new(rule));
    }
}
