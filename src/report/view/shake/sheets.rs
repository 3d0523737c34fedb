//! Shaken numbers as sheets.

use super::columns::{
    DRIVER_COLUMNS, DRIVERS, READINGS, SHAKE, SHARE_COLUMNS, names_of, reading_columns,
};
use super::more::{kind_name, swing_of, what_name};
use crate::report::sheet::{Cell, Sheet};
use crate::report::words::PURPOSE;
use crate::stats::{Part, Sobol};
use crate::study::{InputParts, Reason, ShakeStudy, ShakenShare, factor};

/// The sheets of a study.
#[must_use]
pub fn sheets(study: &ShakeStudy) -> Vec<Sheet<'_>> {
    let [shares, numbers] = names_of(study);
    vec![
        Sheet {
            name: SHAKE,
            columns: SHARE_COLUMNS.into(),
            rows: Box::new(study.shares.iter().map(|share| share_row(study, share))),
        },
        Sheet {
            name: DRIVERS,
            columns: DRIVER_COLUMNS.into(),
            rows: Box::new(study.inputs.iter().map(|input| driver_row(study, input))),
        },
        Sheet {
            name: READINGS,
            columns: reading_columns(&shares, &numbers),
            rows: Box::new((0..study.readings.len()).map(|reading| reading_row(study, reading))),
        },
    ]
}

fn share_row<'s>(study: &'s ShakeStudy, share: &'s ShakenShare) -> Vec<Cell<'s>> {
    let authors = share.authors.share;
    let mut row = vec![Cell::text(share.quantity.name())];
    row.extend(Cell::estimate(authors.share, authors.interval));
    match &share.range {
        Some(range) => {
            row.extend(Cell::estimate(range.low.value, range.low.interval));
            row.extend(Cell::estimate(range.high.value, range.high.interval));
            row.extend([range.mean, range.spread, range.seen].map(Cell::Number));
        }
        None => row.extend(std::iter::repeat_n(Cell::Nothing, 9)),
    }
    let movers = share.movers.iter().map(|&at| study.numbers[at].id.as_str());
    row.push(Cell::text(movers.collect::<Vec<&str>>().join(" ")));
    row.push(Cell::text(PURPOSE));
    row.push(Cell::maybe(share.authors.excluded.map(Reason::words)));
    row
}

fn driver_row<'s>(study: &'s ShakeStudy, input: &'s InputParts) -> Vec<Cell<'s>> {
    let number = input.numbers.first().filter(|_| input.numbers.len() == 1);
    let number = number.map(|&at| &study.numbers[at]);
    let argument = number.and_then(|number| number.argument.as_ref());
    let mut row = vec![
        Cell::text(input.id.as_str()),
        Cell::text(what_name(input.what)),
        Cell::maybe(number.map(|number| number.path.as_str())),
        Cell::maybe(number.map(|number| kind_name(number.kind))),
        number.map_or(Cell::Nothing, |number| Cell::Number(number.value)),
        Cell::maybe(argument.map(|argument| argument.id.as_str())),
        Cell::maybe(argument.map(|argument| argument.who.as_str())),
    ];
    row.extend(part(Some(input.total)));
    row.extend(part(Some(input.first)));
    row.extend(part(input.plain));
    row.push(input.agrees().map_or(Cell::Nothing, Cell::Truth));
    match swing_of(study, input) {
        Some(swing) => row.extend([swing.low.mean, swing.high.mean].map(Cell::Number)),
        None => row.extend([Cell::Nothing, Cell::Nothing]),
    }
    row.push(Cell::text(study.quantity.name()));
    row.push(Cell::text(PURPOSE));
    row
}

/// A part with the ends of its interval.
fn part(part: Option<Part>) -> [Cell<'static>; 3] {
    part.map_or([Cell::Nothing, Cell::Nothing, Cell::Nothing], |part| {
        Cell::estimate(part.part, part.interval)
    })
}

fn reading_row(study: &ShakeStudy, reading: usize) -> Vec<Cell<'_>> {
    let sobol = Sobol::new(study.seed);
    let mut row = vec![Cell::Count(reading as u64), Cell::Count(study.trials)];
    let counts = study.readings[reading].iter();
    row.extend(counts.map(|&count| Cell::Count(u64::from(count))));
    row.extend((0..study.numbers.len()).map(|number| {
        let drawn = study.drawn.iter().find(|drawn| drawn.number == number);
        Cell::Number(match drawn {
            Some(drawn) => drawn.values[reading],
            None => factor(study.by, sobol.coordinate(reading, number)),
        })
    }));
    row
}
