//! The tables of reasons, paths, and what the record teaches.

use crate::error::capitalised;
use crate::model::Side;
use crate::numerals::{count, fixed, near, signed};
use crate::report::layout::plain;
use crate::report::prose::{Table, Track};
use crate::report::words::{
    HARDLY, actor_in_words, path_in_words, reason_words, rung_label, times_likelier,
};
use crate::study::{LearnedParameter, Pull, Spread, Weighing, WhyStudy};
use crate::tally::AnswerKind;

/// Columns of the name of a reason.
const NAME: usize = 32;
/// Columns of the longest bar to either side.
const BAR: usize = 11;
/// Columns of what a reason does.
const TIMES: usize = 22;

/// Whose answers, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswersOf {
    /// Who gives them.
    pub side: Side,
    /// The first of a trial, or all later ones.
    pub kind: AnswerKind,
}

impl AnswersOf {
    /// Above a table.
    fn heading(self, study: &WhyStudy) -> String {
        let actor = actor_in_words(&study.subject.names, self.side);
        match self.kind {
            AnswerKind::First => format!("{actor}, first answer"),
            AnswerKind::Later => format!("{actor}, later answers"),
        }
    }
}

/// The strongest reasons as bars from a middle line.
pub fn reasons_table(study: &WhyStudy, of: AnswersOf, weighing: &Weighing, most: usize) -> Table {
    let pulls = weighing.pulls();
    let mut table = Table {
        columns: vec![
            Track::label(NAME),
            Track::right(1, BAR),
            Track::left(0, 1),
            Track::left(0, BAR),
            Track::left(2, TIMES),
        ],
        heading: [
            of.heading(study).as_str(),
            "step down",
            "|",
            "force",
            "makes force",
        ]
        .map(str::to_owned)
        .into(),
        ..Table::default()
    };
    let signs = signs_to_double(study);
    for Pull {
        consideration,
        part,
    } in pulls.into_iter().take(most)
    {
        let name = reason_words(consideration).noun;
        table.cells(bar(name, part.mean, signs));
    }
    table
}

/// The largest part of all that is weighed: one scale for the bars of all tables.
fn largest(study: &WhyStudy) -> f64 {
    let mut largest = 0.0_f64;
    for kind in AnswerKind::ALL {
        for side in Side::BOTH {
            let Some(weighing) = study.explanation.weighing(side, kind) else {
                continue;
            };
            let parts = weighing.pulls().into_iter().map(|pull| pull.part);
            largest = parts.map(|part| part.mean.abs()).fold(largest, f64::max);
        }
    }
    largest
}

/// How many signs of a bar double the odds: two, as in a story, or one where the largest has no room.
pub fn signs_to_double(study: &WhyStudy) -> f64 {
    let doublings = largest(study) / std::f64::consts::LN_2;
    if 2.0 * doublings < BAR as f64 + 0.5 {
        2.0
    } else {
        1.0
    }
}

/// A row with its bar: so many signs double the odds. What counts has one at least.
fn bar(name: &str, part: f64, signs: f64) -> [String; 5] {
    let doublings = part.abs() / std::f64::consts::LN_2;
    let least = if part.abs() < HARDLY { 0.0 } else { 1.0 };
    let long = (signs * doublings).clamp(least, BAR as f64);
    let marks = "#".repeat(crate::numerals::nearest(long) as usize);
    let (left, right) = if part < 0.0 {
        (marks, String::new())
    } else {
        (String::new(), marks)
    };
    [
        capitalised(name),
        left,
        "|".to_owned(),
        right,
        times_likelier(part),
    ]
}

/// All twelve parts of the log-odds, in figures.
pub fn parts_table(study: &WhyStudy, of: AnswersOf, weighing: &Weighing) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::label(NAME + 2),
            Track::right(1, 9),
            Track::right(2, 18),
            Track::left(2, 0),
        ],
        heading: [
            of.heading(study).as_str(),
            "log-odds",
            "95 % interval",
            "makes force",
        ]
        .map(str::to_owned)
        .into(),
        ..Table::default()
    };
    let pulls = weighing.pulls();
    let rows = pulls
        .iter()
        .map(|pull| (reason_words(pull.consideration).noun, pull.part));
    for (name, part) in rows.chain([("all twelve together", weighing.log_odds)]) {
        let interval = match part.interval.ends() {
            Some((low, high)) => format!("{} to {}", signed(low, 3), signed(high, 3)),
            None => part.interval.reason().unwrap_or_default().to_owned(),
        };
        table.cells([
            capitalised(name),
            plain(&signed(part.mean, 3)),
            plain(&interval),
            times_likelier(part.mean),
        ]);
    }
    table
}

/// The chance of each rung, and how often each is the likeliest use of force.
pub fn chances_table(study: &WhyStudy, weighing: &Weighing) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![Track::label(48), Track::right(1, 9), Track::right(2, 16)],
        heading: ["Mean chance of each rung", "chance", "likeliest force"]
            .map(str::to_owned)
            .into(),
        ..Table::default()
    };
    let rungs = weighing.chances.iter().zip(&weighing.likeliest).enumerate();
    for (rung, (chance, &likeliest)) in rungs {
        table.cells([
            rung_label(&study.subject.names, rung),
            format!("{} %", fixed(chance.mean * 100.0, 1)),
            share_of(likeliest, weighing.answers),
        ]);
    }
    table
}

/// A count in per cent.
fn share_of(part: u64, all: u64) -> String {
    if part == 0 {
        return "never".to_owned();
    }
    format!("{} %", fixed(part as f64 / all.max(1) as f64 * 100.0, 1))
}

/// The uncertain values before and after the record is known.
pub fn learned_table(study: &WhyStudy) -> Option<Table> {
    let first = study.learned.first()?;
    let agreeing = first.agreeing.map_or(0, |spread| spread.n);
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::label(40),
            Track::right(1, 8),
            Track::right(1, 8),
            Track::right(1, 8),
            Track::right(1, 8),
        ],
        heading: ["What the record teaches", "mean", "5 %", "half", "95 %"]
            .map(str::to_owned)
            .into(),
        ..Table::default()
    };
    for one in &study.learned {
        table.label(path_in_words(&one.path, &study.subject.names));
        let all = format!("  all {}", count(one.all.n));
        table.cells(spread_row(all, one, &one.all));
        match &one.agreeing {
            Some(spread) => {
                let name = format!("  the {} that agree", count(agreeing));
                table.cells(spread_row(name, one, spread));
            }
            None => table.below("too few agree with the record to say"),
        }
    }
    Some(table)
}

fn spread_row(name: String, of: &LearnedParameter, spread: &Spread) -> [String; 5] {
    let span = of.high - of.low;
    let figure = |value: f64| plain(&near(value, span));
    [
        name,
        figure(spread.mean.mean),
        figure(spread.p05.value),
        figure(spread.p50.value),
        figure(spread.p95.value),
    ]
}
