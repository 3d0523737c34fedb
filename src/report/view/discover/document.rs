//! A condition as a document. Its keys are stable.

use serde::Serialize;

use super::sheets::effect_name;
use crate::report::view::origin::StudyHeading;
use crate::report::view::shake::kind_name;
use crate::report::words::discover_headline;
use crate::stats::Share;
use crate::stats::prim::Counted;
use crate::study::{Condition, DiscoverStudy, LimitedNumber, Reason, WayStep};

/// A study, as programs read it.
#[derive(Serialize)]
pub struct DiscoverDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    by: f64,
    readings_asked: usize,
    readings: usize,
    readings_found: usize,
    readings_held_out: usize,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    excluded: Option<&'static str>,
    overall: f64,
    finding: String,
    borne_out: bool,
    condition: Option<ConditionEntry<'s>>,
    trajectory: Vec<StepEntry>,
}

#[derive(Serialize)]
struct ConditionEntry<'s> {
    step: usize,
    limits: Vec<LimitEntry<'s>>,
    mass: Valued,
    density: Valued,
    coverage: Valued,
    elsewhere: Valued,
    overall: Valued,
    found: CountedEntry,
    held_out: CountedEntry,
    settings: Vec<SettingEntry<'s>>,
}

#[derive(Serialize)]
struct LimitEntry<'s> {
    id: &'s str,
    path: &'s str,
    kind: &'static str,
    argument: Option<&'s str>,
    does: Option<&'static str>,
    value: f64,
    above: Option<f64>,
    below: Option<f64>,
    least: f64,
    most: f64,
    without: CountedEntry,
}

/// A share with its interval.
#[derive(Serialize)]
struct Valued {
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct CountedEntry {
    readings: u64,
    of_readings: u64,
    hits: u64,
    of_hits: u64,
    mass: f64,
    density: f64,
    coverage: f64,
}

#[derive(Serialize)]
struct SettingEntry<'s> {
    path: &'s str,
    value: f64,
}

#[derive(Serialize)]
struct StepEntry {
    limited: usize,
    found: CountedEntry,
    held_out: CountedEntry,
}

/// The document of a study.
#[must_use]
pub fn document(study: &DiscoverStudy) -> DiscoverDocument<'_> {
    let [found, held_out] = study.halves();
    DiscoverDocument {
        heading: StudyHeading::new(&study.subject, study.seed, study.trials, study.complete),
        by: study.by,
        readings_asked: study.asked,
        readings: study.readings.len(),
        readings_found: found,
        readings_held_out: held_out,
        outcome: study.quantity.name(),
        excluded: study.excluded.map(Reason::words),
        overall: study.overall(),
        finding: discover_headline(study),
        borne_out: study.found().is_some(),
        condition: study.condition.as_ref().map(|it| condition(study, it)),
        trajectory: study.way.iter().map(|it| step(study, it)).collect(),
    }
}

fn condition<'s>(study: &'s DiscoverStudy, condition: &'s Condition) -> ConditionEntry<'s> {
    let shares = condition.held_out.shares;
    let limits = condition.limits.iter().map(|it| limit(study, it));
    let settings = condition.settings.iter().map(|set| SettingEntry {
        path: &set.path,
        value: set.value,
    });
    ConditionEntry {
        step: condition.step,
        limits: limits.collect(),
        mass: valued(shares.mass),
        density: valued(shares.density),
        coverage: valued(shares.coverage),
        elsewhere: valued(shares.elsewhere),
        overall: valued(shares.overall),
        found: counted(study, &condition.found),
        held_out: counted(study, &condition.held_out.counted),
        settings: settings.collect(),
    }
}

fn limit<'s>(study: &'s DiscoverStudy, limited: &LimitedNumber) -> LimitEntry<'s> {
    let number = &study.numbers[limited.limit.number];
    LimitEntry {
        id: &number.id,
        path: &number.path,
        kind: kind_name(number.kind),
        argument: number.argument.as_ref().map(|it| it.id.as_str()),
        does: limited.effect.map(effect_name),
        value: number.value,
        above: limited.limit.low,
        below: limited.limit.high,
        least: limited.least,
        most: limited.most,
        without: counted(study, &limited.without),
    }
}

fn valued(share: Share) -> Valued {
    let [share, low, high] = share.figures();
    Valued { share, low, high }
}

fn counted(study: &DiscoverStudy, counted: &Counted) -> CountedEntry {
    CountedEntry {
        readings: counted.readings,
        of_readings: counted.of_readings,
        hits: counted.hits,
        of_hits: counted.of_hits,
        mass: counted.mass(),
        density: counted.density(study.trials),
        coverage: counted.coverage(),
    }
}

fn step(study: &DiscoverStudy, step: &WayStep) -> StepEntry {
    StepEntry {
        limited: step.limits.len(),
        found: counted(study, &step.found),
        held_out: counted(study, &step.held_out),
    }
}
