//! A condition under which something is common.

use super::values::{Checked, ensure, number, share, text, trials, within, within_place};
use super::{judged, subject};
use crate::stats::MOST_POINTS;
use crate::stats::prim::{Counted, Limit, MOST_LIMITED, Measured};
use crate::study::{Condition, DiscoverStudy, LEAST_DISCOVERED, LimitedNumber};

/// How many boxes there are on the way at most, and numbers to set.
const MOST: usize = 1_000;
/// How far a share may be from that of its counts.
const CLOSE: f64 = 1e-9;

/// Checks a study.
pub fn check(study: &DiscoverStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    trials(study.trials)?;
    ensure(
        (0.0..=1.0).contains(&study.by),
        "`by` does not lie between 0 and 1",
    )?;
    ensure(
        study.quantity.is_share(),
        "what is looked for is no share of trials",
    )?;
    judged::check(&study.numbers)?;
    readings(study)?;
    ensure(study.way.len() <= MOST, "the way is too long")?;
    for (at, step) in study.way.iter().enumerate() {
        within_place("step", at, limits(&step.limits, study.numbers.len()))?;
        within_place("step", at, halves(study, &step.found, &step.held_out))?;
    }
    let condition = study.condition.as_ref();
    condition.map_or(Ok(()), |it| within("`condition`", of_condition(study, it)))
}

fn readings(study: &DiscoverStudy) -> Checked {
    let done = study.readings.len();
    ensure(
        (LEAST_DISCOVERED..=study.asked).contains(&done) && study.asked <= MOST_POINTS,
        "there is no such number of readings",
    )?;
    let mut counts = study.readings.iter();
    ensure(
        counts.all(|&count| u64::from(count) <= study.trials),
        "a reading has more trials than were run",
    )?;
    ensure(
        study.complete == (done == study.asked),
        "it is whole without all readings, or not whole with them",
    )?;
    ensure(
        study.excluded.is_none() || study.overall() <= 0.0,
        "something occurs that the inputs exclude",
    )?;
    judged::drawn(&study.drawn, study.numbers.len(), done)
}

/// What a box limits: each number once.
fn limits(limits: &[Limit], numbers: usize) -> Checked {
    ensure(
        limits.len() <= MOST_LIMITED && limits.iter().all(|it| it.number < numbers),
        "it limits too many numbers, or one that is not there",
    )?;
    limits.iter().try_for_each(limit)
}

fn limit(limit: &Limit) -> Checked {
    limit.low.map_or(Ok(()), number)?;
    limit.high.map_or(Ok(()), number)?;
    let is_one = limit.low.is_some() || limit.high.is_some();
    let in_order = limit
        .low
        .zip(limit.high)
        .is_none_or(|(low, high)| low < high);
    ensure(is_one && in_order, "a limit is none, or not in order")
}

/// The counts of a box on both halves: all readings and all hits are theirs.
fn halves(study: &DiscoverStudy, found: &Counted, held_out: &Counted) -> Checked {
    for (counted, readings) in [found, held_out].into_iter().zip(study.halves()) {
        ensure(
            counted.of_readings == readings as u64 && counted.readings <= counted.of_readings,
            "a box has other readings than its half",
        )?;
        let most = counted.readings.saturating_mul(study.trials);
        ensure(
            counted.hits <= counted.of_hits && counted.hits <= most,
            "a box has more than all histories",
        )?;
    }
    let all: u64 = study.readings.iter().map(|&hits| u64::from(hits)).sum();
    ensure(
        found.of_hits.checked_add(held_out.of_hits) == Some(all),
        "the halves do not add up to all histories",
    )
}

fn of_condition(study: &DiscoverStudy, condition: &Condition) -> Checked {
    ensure(
        condition.step < study.way.len(),
        "it was taken from no place on the way",
    )?;
    ensure(
        (1..=MOST_LIMITED).contains(&condition.limits.len()),
        "there is no such number of limits",
    )?;
    for (at, it) in condition.limits.iter().enumerate() {
        within_place("limit", at, limited(study, condition, it))?;
    }
    let held_out = &condition.held_out;
    halves(study, &condition.found, &held_out.counted)?;
    measured(held_out, study.trials)?;
    ensure(
        condition.settings.len() <= MOST,
        "there are too many numbers to set",
    )?;
    for set in &condition.settings {
        text(&set.path)?;
        number(set.value)?;
    }
    Ok(())
}

fn limited(study: &DiscoverStudy, condition: &Condition, it: &LimitedNumber) -> Checked {
    limits(&[it.limit], study.numbers.len())?;
    number(it.least)?;
    number(it.most)?;
    ensure(it.least <= it.most, "the range of a number is not in order")?;
    halves(study, &condition.found, &it.without)
}

/// The shares are those of the counts.
fn measured(measured: &Measured, trials: u64) -> Checked {
    let counted = &measured.counted;
    let shares = measured.shares;
    let pairs = [
        (shares.mass, counted.mass()),
        (shares.density, counted.density(trials)),
        (shares.coverage, counted.coverage()),
        (shares.elsewhere, counted.elsewhere(trials)),
        (shares.overall, counted.overall(trials)),
    ];
    for (one, counted) in pairs {
        share(one)?;
        ensure(
            (one.share - counted).abs() <= CLOSE,
            "a share is not that of its counts",
        )?;
    }
    Ok(())
}
