//! From readings to a condition.

use super::{Condition, DiscoverStudy, LimitedNumber, SetTo, WayStep, points};
use crate::model::Slot;
use crate::scenario::{Change, JudgedKind, JudgedNumbers, Scenario, StepKind};
use crate::stats::prim::{Counted, Halves, Limit, Points, halves, measured, peel, shape};
use crate::study::readings::{Doubt, Set};

impl Doubt {
    /// Adds the way, and the condition where there is one, to a study.
    pub(super) fn find(
        self,
        scenario: &Scenario,
        numbers: &JudgedNumbers,
        study: &mut DiscoverStudy,
    ) {
        let values = self.values(numbers, study.readings.len());
        let points = points(&values, &study.readings, self.trials);
        let halves = halves(study.readings.len(), self.seed);
        let way = peel(&points, &halves.found);
        study.way = way
            .iter()
            .map(|step| WayStep {
                limits: step.limits.clone(),
                found: step.counted,
                held_out: Counted::of(&points, &step.limits, &halves.held_out),
            })
            .collect();
        let Some((step, limits)) = shape(&points, &halves.found, &way) else {
            return;
        };
        let limited = limited(numbers, &points, &halves, &limits);
        study.condition = Some(Condition {
            step,
            found: Counted::of(&points, &limits, &halves.found),
            held_out: measured(&points, &limits, &halves.held_out, self.seed),
            settings: settings(scenario, numbers, &limited),
            limits: limited,
        });
    }

    /// The value of each number in each reading; nothing of a number that is not drawn.
    fn values(self, numbers: &JudgedNumbers, readings: usize) -> Vec<Vec<f64>> {
        let reader = self.reader(numbers);
        let list = numbers.list().iter().enumerate();
        let each = list.map(|(at, number)| {
            let rows = 0..readings;
            rows.map(|row| {
                let change = reader.change(number, reader.draw(row, at, Set::First));
                numbers.value_after(at, change).unwrap_or(number.value)
            })
            .collect()
        });
        each.collect()
    }
}

fn limited(
    numbers: &JudgedNumbers,
    points: &Points<'_>,
    halves: &Halves,
    limits: &[Limit],
) -> Vec<LimitedNumber> {
    let each = limits.iter().map(|&limit| {
        let values = points.values[limit.number].iter().copied();
        let others = limits.iter().filter(|other| other.number != limit.number);
        let others: Vec<Limit> = others.copied().collect();
        LimitedNumber {
            limit,
            effect: numbers.step_kind(limit.number),
            least: values.clone().fold(f64::INFINITY, f64::min),
            most: values.fold(f64::NEG_INFINITY, f64::max),
            without: Counted::of(points, &others, &halves.held_out),
        }
    });
    each.collect()
}

/// Numbers of the scenario as they are where every limited number lies in the middle of its part.
fn settings(scenario: &Scenario, numbers: &JudgedNumbers, limited: &[LimitedNumber]) -> Vec<SetTo> {
    let changes: Vec<(usize, Change)> = limited
        .iter()
        .filter_map(|it| Some((it.limit.number, to_middle(numbers, it)?)))
        .collect();
    let reached = numbers.reached(&changes);
    let mut settings: Vec<SetTo> = Vec::new();
    for it in limited {
        let number = &numbers.list()[it.limit.number];
        let found = match number.kind {
            JudgedKind::Range => vec![set_to(number.path.clone(), it.middle())],
            _ => of_path(scenario, &number.path, &reached),
        };
        for set in found {
            if settings.iter().all(|other| other.path != set.path) {
                settings.push(set);
            }
        }
    }
    settings
}

/// The change that puts a number in the middle of its part; none of a range, which is set itself.
fn to_middle(numbers: &JudgedNumbers, limited: &LimitedNumber) -> Option<Change> {
    let number = &numbers.list()[limited.limit.number];
    let middle = limited.middle();
    let factor = match (number.kind, limited.effect) {
        (JudgedKind::Range, _) => return None,
        (_, Some(StepKind::Scales)) => libm::log(middle) / libm::log(number.value),
        _ => middle / number.value,
    };
    factor.is_finite().then_some(Change::Times(factor))
}

/// The numbers at a path: one where those of several parties are the same.
fn of_path(scenario: &Scenario, path: &str, reached: &[(Slot, f64)]) -> Vec<SetTo> {
    let slots = scenario.names.slots(path).unwrap_or_default();
    let found = reached.iter().filter(|(slot, _)| slots.contains(slot));
    let found: Vec<SetTo> = found
        .map(|&(slot, value)| set_to(scenario.names.path(slot), value))
        .collect();
    match found.as_slice() {
        [first, others @ ..]
            if found.len() == slots.len() && others.iter().all(|it| it.value == first.value) =>
        {
            vec![set_to(path.to_owned(), first.value)]
        }
        _ => found,
    }
}

/// A value to three digits, as it is typed.
fn set_to(path: String, value: f64) -> SetTo {
    let value = format!("{value:.2e}").parse().unwrap_or(value);
    SetTo { path, value }
}
