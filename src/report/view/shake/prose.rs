//! Shaken numbers in words and tables.

use super::movers::movers;
use crate::error::{printable, within, wrapped};
use crate::numerals::count;
use crate::report::layout::WIDTH;
use crate::report::prose::{Detail, Prose, Table, Track};
use crate::report::view::run::changed;
use crate::report::words::{
    self, PURPOSE, constant, input_in_words, luck_in_words, of_100, own_in_words, range_of_100,
    shake_answer, shaken_in_order,
};
use crate::sim::Outcome;
use crate::stats::Part;
use crate::study::{InputKind, InputParts, ShakeStudy, ShakenShare};

/// How many shares the first screen shows; below more of them, fewer numbers have room.
const USUAL_ROWS: usize = 4;
/// How many numbers the first screen shows.
const FIRST: usize = 2;
/// How many numbers `--full` shows.
const MOST: usize = 10;

/// The prose of a study.
#[must_use]
pub fn prose(study: &ShakeStudy, detail: Detail) -> Prose {
    let mut prose = Prose::default();
    prose.line(within(&printable(&study.subject.name), WIDTH));
    let hindsight = words::hindsight(&study.subject.hindsight);
    prose.paragraph(format!("{PURPOSE} {hindsight}"));
    let changes = changed(&study.subject, 1).map(|words| printable(&words));
    let of_changes = changes
        .as_ref()
        .map_or(0, |words| wrapped(words, WIDTH).len());
    if let Some(changes) = changes {
        prose.paragraph(changes);
    }
    prose.gap();
    prose.paragraph(shake_answer(study));
    if !study.complete {
        prose.paragraph(format!(
            "It was {}. What is said holds of those.",
            stopped(study)
        ));
    }
    prose.gap();
    let shares = shares(study, detail);
    let more = shares.rows.len().saturating_sub(USUAL_ROWS) + of_changes;
    prose.table(shares);
    let many = match detail {
        Detail::Short => FIRST.saturating_sub(more).max(1),
        Detail::Full => MOST,
    };
    movers(&mut prose, study, many);
    if detail == Detail::Full {
        full(&mut prose, study);
        prose.hindsight(&study.subject.hindsight);
    }
    prose
}

/// How far a study came that was stopped.
#[must_use]
pub fn stopped(study: &ShakeStudy) -> String {
    let done = study.readings.len();
    if done < study.asked {
        return format!(
            "stopped after {} of {} readings",
            count(done as u64),
            count(study.asked as u64)
        );
    }
    format!(
        "stopped after the {} readings, before what moves them was told",
        count(done as u64)
    )
}

/// The shares over readings.
fn shares(study: &ShakeStudy, detail: Detail) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![Track::label(30), Track::right(2, 20), Track::right(2, 18)],
        heading: vec![
            "Of 100 histories".to_owned(),
            "nine of ten readings".to_owned(),
            own_in_words(study).to_owned(),
        ],
        ..Table::default()
    };
    let shares = shaken_in_order(study).into_iter();
    for share in shares.filter(|share| detail == Detail::Full || is_on_screen(study, share)) {
        let label = share.quantity.label().to_owned();
        match range_of_100(share) {
            Some(range) => table.cells([label, range, of_100(share.authors.share.share)]),
            None => table.words(label, 2, constant(share)),
        }
    }
    table
}

/// Whether a share stands on the first screen: both wars together, not their parts, and what is
/// unresolved only where that may be.
fn is_on_screen(study: &ShakeStudy, share: &ShakenShare) -> bool {
    match share.quantity.outcome() {
        _ if share.quantity == study.quantity => true,
        // What cannot be otherwise is said with `--full`.
        _ if share.range.is_none() => false,
        Some(Outcome::LimitedWar | Outcome::War) => false,
        Some(Outcome::Unresolved) => share.range.is_some_and(|range| range.high.value >= 0.005),
        _ => true,
    }
}

/// All that is known of the parts.
fn full(prose: &mut Prose, study: &ShakeStudy) {
    let readings = count(study.readings.len() as u64);
    let trials = words::histories(study.trials);
    prose.gap();
    if let Some(words) = luck_in_words(study) {
        prose.paragraph(words);
    }
    prose.paragraph(
        "Part of the doubt: how much of the variance over readings would be left if every other number were known. \
         If low / if high: the mean share in the fifth of readings in which the number is lowest, and in the \
         fifth in which it is highest.",
    );
    prose.paragraph(format!(
        "{readings} readings, drawn evenly (a scrambled Sobol sequence); {trials} of each, on the same luck, seed {}. The noise of \
         histories is taken out of the ranges: readings are drawn towards their mean until they vary as the true shares do.",
        study.seed
    ));
    if study.inputs.is_empty() {
        return;
    }
    prose.gap();
    prose.table(parts(study));
    prose.paragraph(format!(
        "Parts of the variance of the share over readings. Alone: what the input does by itself, of single numbers from the plain \
         readings (bins of ranks). With others: all that would be left if everything else were known (Sobol's total indices by \
         Jansen's estimators, {} rows a set, {} a row). Intervals by drawing readings and rows again.",
        count(study.rows.count as u64),
        words::histories(study.rows.trials)
    ));
    let compared: Vec<bool> = study.inputs.iter().filter_map(InputParts::agrees).collect();
    let agree = compared.iter().filter(|agrees| **agrees).count();
    prose.paragraph(format!(
        "The parts alone were found in a second way, by Jansen's estimator: the intervals of {} of {} numbers meet.",
        count(agree as u64),
        count(compared.len() as u64)
    ));
    if let Some(luck) = study.luck {
        prose.paragraph(format!(
            "Luck as one more input, of a single history: alone {}, with the numbers {}.",
            with_interval(luck.first),
            with_interval(luck.total)
        ));
    }
}

/// Kinds and arguments of several numbers, then the numbers that move it most.
fn parts(study: &ShakeStudy) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![Track::label(38), Track::right(1, 18), Track::right(1, 18)],
        heading: vec![
            "Part of the variance".to_owned(),
            "alone".to_owned(),
            "with others".to_owned(),
        ],
        ..Table::default()
    };
    let groups = study
        .inputs
        .iter()
        .rev()
        .filter(|input| input.what != InputKind::Number);
    for input in groups.chain(study.ranked_numbers().into_iter().take(MOST)) {
        table.cells([
            input_in_words(input, study, 38),
            with_interval(input.plain.unwrap_or(input.first)),
            with_interval(input.total),
        ]);
    }
    table
}

/// A part with its interval, in per cent.
fn with_interval(part: Part) -> String {
    // What lies beyond none and all is error alone.
    let per_cent = |value: f64| crate::numerals::fixed(value.clamp(0.0, 1.0) * 100.0, 0);
    match part.interval.ends() {
        Some((low, high)) => format!(
            "{} ({} to {}) %",
            per_cent(part.part),
            per_cent(low),
            per_cent(high)
        ),
        None => format!("{} %", per_cent(part.part)),
    }
}
