//! Shaken numbers as a document. Its keys are stable.

use serde::Serialize;

use super::more::{kind_name, swing_of, what_name};
use crate::report::view::estimates::{Estimate, Keyed};
use crate::report::view::origin::StudyHeading;
use crate::scenario::Judged;
use crate::stats::{Interval, LuckParts, Part, Quantile};
use crate::study::{AUTHORS_TRIALS, InputParts, ReadingRange, ShakeStudy, ShakenShare};

/// A study, as programs read it.
#[derive(Serialize)]
pub struct ShakeDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    by: f64,
    readings_asked: usize,
    readings: usize,
    authors_trials: u64,
    outcome: &'static str,
    usual_end: Option<UsualEntry>,
    shares: Keyed<'s, ShareEntry<'s>>,
    luck: Option<LuckEntry>,
    rows: usize,
    trials_of_rows: u64,
    numbers: Vec<NumberEntry<'s>>,
    inputs: Vec<InputEntry<'s>>,
}

#[derive(Serialize)]
struct ShareEntry<'s> {
    authors: Estimate,
    p05: Option<Valued>,
    p95: Option<Valued>,
    mean: Option<f64>,
    spread: Option<f64>,
    spread_seen: Option<f64>,
    movers: Vec<&'s str>,
}

/// The end that is most common with the authors' numbers.
#[derive(Serialize)]
struct UsualEntry {
    outcome: &'static str,
    /// In how many readings it stays so.
    readings: usize,
}

/// A value with its interval.
#[derive(Serialize)]
struct Valued {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct LuckEntry {
    first: Valued,
    total: Valued,
}

#[derive(Serialize)]
struct NumberEntry<'s> {
    id: &'s str,
    path: &'s str,
    kind: &'static str,
    value: f64,
    argument: Option<&'s str>,
}

#[derive(Serialize)]
struct InputEntry<'s> {
    id: &'s str,
    what: &'static str,
    numbers: Vec<&'s str>,
    first: Valued,
    total: Valued,
    plain: Option<Valued>,
    agrees: Option<bool>,
    where_low: Option<Valued>,
    where_high: Option<Valued>,
}

/// The document of a study.
#[must_use]
pub fn document(study: &ShakeStudy) -> ShakeDocument<'_> {
    let shares = study.shares.iter();
    ShakeDocument {
        heading: StudyHeading::new(&study.subject, study.seed, study.trials, study.complete),
        by: study.by,
        readings_asked: study.asked,
        readings: study.readings.len(),
        authors_trials: AUTHORS_TRIALS,
        outcome: study.quantity.name(),
        usual_end: study.usual.map(|usual| UsualEntry {
            outcome: usual.quantity.name(),
            readings: usual.readings,
        }),
        shares: Keyed(
            shares
                .map(|share| (share.quantity.name(), entry(study, share)))
                .collect(),
        ),
        luck: study.luck.map(luck),
        rows: study.rows.count,
        trials_of_rows: study.rows.trials,
        numbers: study.numbers.iter().map(number).collect(),
        inputs: study.inputs.iter().map(|it| input(study, it)).collect(),
    }
}

fn entry<'s>(study: &'s ShakeStudy, share: &ShakenShare) -> ShareEntry<'s> {
    let range: Option<ReadingRange> = share.range;
    let movers = share.movers.iter().map(|&at| study.numbers[at].id.as_str());
    ShareEntry {
        authors: share.authors.into(),
        p05: range.map(|range| quantile(range.low)),
        p95: range.map(|range| quantile(range.high)),
        mean: range.map(|range| range.mean),
        spread: range.map(|range| range.spread),
        spread_seen: range.map(|range| range.seen),
        movers: movers.collect(),
    }
}

fn number(number: &Judged) -> NumberEntry<'_> {
    NumberEntry {
        id: &number.id,
        path: &number.path,
        kind: kind_name(number.kind),
        value: number.value,
        argument: number.argument.as_ref().map(|it| it.id.as_str()),
    }
}

fn input<'s>(study: &'s ShakeStudy, input: &'s InputParts) -> InputEntry<'s> {
    let swing = swing_of(study, input);
    let numbers = input
        .numbers
        .iter()
        .map(|&at| study.numbers[at].id.as_str());
    InputEntry {
        id: &input.id,
        what: what_name(input.what),
        numbers: numbers.collect(),
        first: part(input.first),
        total: part(input.total),
        plain: input.plain.map(part),
        agrees: input.agrees(),
        where_low: swing.map(|it| valued(it.low.mean, it.low.interval)),
        where_high: swing.map(|it| valued(it.high.mean, it.high.interval)),
    }
}

fn luck(luck: LuckParts) -> LuckEntry {
    LuckEntry {
        first: part(luck.first),
        total: part(luck.total),
    }
}

fn part(part: Part) -> Valued {
    valued(part.part, part.interval)
}

fn quantile(quantile: Quantile) -> Valued {
    valued(quantile.value, quantile.interval)
}

fn valued(value: f64, interval: Interval) -> Valued {
    let [value, low, high] = interval.figures(value);
    Valued { value, low, high }
}
