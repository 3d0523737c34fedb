//! A condition as sheets.

use super::columns::{DISCOVER, LIMIT_COLUMNS, MORE_OF_READINGS, TRAJECTORY, TRAJECTORY_COLUMNS};
use crate::report::sheet::{Cell, Sheet};
use crate::report::view::shake::{READINGS, kind_name, reading_columns};
use crate::report::words::PURPOSE;
use crate::scenario::StepKind;
use crate::stats::prim::{Counted, Limit, halves};
use crate::stats::{Share, Sobol};
use crate::study::{Condition, DiscoverStudy, LimitedNumber, WayStep, factor};

/// The sheets of a study.
#[must_use]
pub fn sheets(study: &DiscoverStudy) -> Vec<Sheet<'_>> {
    let limits = study.condition.iter().flat_map(|condition| {
        let limits = condition.limits.iter();
        limits.map(|limited| limit_row(study, condition, limited))
    });
    let numbers: Vec<String> = study.numbers.iter().map(|it| it.id.clone()).collect();
    let mut columns = reading_columns(&[study.quantity.name().to_owned()], &numbers);
    columns.extend(MORE_OF_READINGS);
    vec![
        Sheet {
            name: DISCOVER,
            columns: LIMIT_COLUMNS.into(),
            rows: Box::new(limits),
        },
        Sheet {
            name: TRAJECTORY,
            columns: TRAJECTORY_COLUMNS.into(),
            rows: Box::new((0..study.way.len()).map(|at| step_row(study, at))),
        },
        Sheet {
            name: READINGS,
            columns,
            rows: Box::new(reading_rows(study).into_iter()),
        },
    ]
}

/// What a step does, as files name it.
pub const fn effect_name(effect: StepKind) -> &'static str {
    match effect {
        StepKind::Sets => "sets",
        StepKind::Adds => "adds",
        StepKind::Scales => "scales",
    }
}

fn limit_row<'s>(
    study: &'s DiscoverStudy,
    condition: &'s Condition,
    limited: &'s LimitedNumber,
) -> Vec<Cell<'s>> {
    let number = &study.numbers[limited.limit.number];
    let argument = number.argument.as_ref();
    let shares = condition.held_out.shares;
    let mut row = vec![
        Cell::text(number.id.as_str()),
        Cell::text(number.path.as_str()),
        Cell::text(kind_name(number.kind)),
        Cell::maybe(argument.map(|argument| argument.id.as_str())),
        Cell::maybe(argument.map(|argument| argument.who.as_str())),
        Cell::maybe(limited.effect.map(effect_name)),
        Cell::Number(number.value),
        value(limited.limit.low),
        value(limited.limit.high),
        Cell::Number(limited.least),
        Cell::Number(limited.most),
        Cell::Number(limited.without.density(study.trials)),
        Cell::Number(limited.without.coverage()),
    ];
    for share in [
        shares.mass,
        shares.density,
        shares.coverage,
        shares.elsewhere,
        shares.overall,
    ] {
        row.extend(estimate(share));
    }
    row.extend([
        Cell::Number(condition.found.density(study.trials)),
        Cell::Number(condition.found.coverage()),
        Cell::Truth(condition.held_out.is_borne_out()),
        Cell::text(study.quantity.name()),
        Cell::text(PURPOSE),
    ]);
    row
}

fn estimate(share: Share) -> [Cell<'static>; 3] {
    Cell::estimate(share.share, share.interval)
}

fn value(value: Option<f64>) -> Cell<'static> {
    value.map_or(Cell::Nothing, Cell::Number)
}

fn step_row(study: &DiscoverStudy, at: usize) -> Vec<Cell<'_>> {
    let step = &study.way[at];
    let before = at.checked_sub(1).map(|before| &study.way[before]);
    let cut = before.and_then(|before| cut(before, step));
    let number = cut.map(|cut| study.numbers[cut.number].id.as_str());
    let mut row = vec![
        Cell::Count(at as u64),
        Cell::maybe(number),
        Cell::maybe(cut.map(|cut| cut.side)),
        value(cut.map(|cut| cut.at)),
        Cell::Count(step.limits.len() as u64),
    ];
    row.extend(counted(&step.found, study.trials));
    row.extend(counted(&step.held_out, study.trials));
    let chosen = study.condition.as_ref().map(|condition| condition.step);
    row.extend([
        Cell::Truth(chosen == Some(at)),
        Cell::text(study.quantity.name()),
        Cell::text(PURPOSE),
    ]);
    row
}

fn counted(counted: &Counted, trials: u64) -> [Cell<'static>; 4] {
    [
        Cell::Count(counted.readings),
        Cell::Number(counted.mass()),
        Cell::Number(counted.density(trials)),
        Cell::Number(counted.coverage()),
    ]
}

/// What a step cuts off.
#[derive(Clone, Copy)]
struct Cut {
    number: usize,
    side: &'static str,
    at: f64,
}

/// What a box limits that the one before it does not.
fn cut(before: &WayStep, step: &WayStep) -> Option<Cut> {
    let limit = step.limits.iter().find(|it| !before.limits.contains(it))?;
    let old = before.limits.iter().find(|it| it.number == limit.number);
    let is_low = limit.low != old.and_then(|old: &Limit| old.low);
    Some(Cut {
        number: limit.number,
        side: if is_low { "above" } else { "below" },
        at: if is_low { limit.low? } else { limit.high? },
    })
}

fn reading_rows(study: &DiscoverStudy) -> Vec<Vec<Cell<'_>>> {
    let sobol = Sobol::new(study.seed);
    let held_out = halves(study.readings.len(), study.seed).held_out;
    let readings = study.readings.iter().enumerate();
    let rows = readings.map(|(reading, &hits)| {
        let mut row = vec![
            Cell::Count(reading as u64),
            Cell::Count(study.trials),
            Cell::Count(u64::from(hits)),
        ];
        row.extend((0..study.numbers.len()).map(|number| {
            let drawn = study.drawn.iter().find(|drawn| drawn.number == number);
            Cell::Number(match drawn {
                Some(drawn) => drawn.values[reading],
                None => factor(study.by, sobol.coordinate(reading, number)),
            })
        }));
        let half = if held_out.binary_search(&reading).is_ok() {
            "held-out"
        } else {
            "found"
        };
        row.push(Cell::text(half));
        row.push(is_inside(study, reading).map_or(Cell::Nothing, Cell::Truth));
        row
    });
    rows.collect()
}

/// Whether a reading lies in the box; nothing where there is none.
fn is_inside(study: &DiscoverStudy, reading: usize) -> Option<bool> {
    let condition = study.condition.as_ref()?;
    let mut limits = condition.limits.iter();
    Some(limits.all(|it| it.limit.holds(study.value(it, reading))))
}
