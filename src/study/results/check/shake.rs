//! Shaken numbers.

use super::values::{
    Checked, case, ensure, interval, known, number, share, text, trials, within, within_place,
};
use super::{judged, subject};
use crate::stats::{MOST_POINTS, Part};
use crate::study::{
    AUTHORS_TRIALS, InputParts, LEAST_READINGS, ReadingRange, ShakeStudy, ShakenShare, Swing,
    UsualEnd, shaken_quantities,
};

/// Checks a study.
pub fn check(study: &ShakeStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    trials(study.trials)?;
    ensure(
        (0.0..=1.0).contains(&study.by),
        "`by` does not lie between 0 and 1",
    )?;
    ensure(
        study.quantity.is_share(),
        "what is told is no share of trials",
    )?;
    judged::check(&study.numbers)?;
    readings(study)?;
    let quantities = shaken_quantities(study.quantity);
    let in_order = study.shares.iter().map(|share| share.quantity);
    ensure(
        in_order.eq(quantities),
        "the shares are not those that are told",
    )?;
    ensure(
        study.usual == UsualEnd::of(&study.shares, &study.readings),
        "the most common end is not that of the shares and readings",
    )?;
    for (at, one) in study.shares.iter().enumerate() {
        within_place("share", at, shaken(one, study.numbers.len()))?;
    }
    if let Some(luck) = study.luck {
        within("`luck`", part(luck.first).and_then(|()| part(luck.total)))?;
    }
    ensure(study.rows.count <= MOST_POINTS, "there are too many rows")?;
    trials(study.rows.trials)?;
    for (at, input) in study.inputs.iter().enumerate() {
        within_place("input", at, of_input(input, study.numbers.len()))?;
    }
    for (at, one) in study.swings.iter().enumerate() {
        within_place("swing", at, swing(one))?;
    }
    ensure(
        study.swings.is_empty() || study.swings.len() == study.numbers.len(),
        "there is not one swing for each number",
    )
}

fn readings(study: &ShakeStudy) -> Checked {
    let done = study.readings.len();
    ensure(
        (LEAST_READINGS..=study.asked).contains(&done) && study.asked <= MOST_POINTS,
        "there is no such number of readings",
    )?;
    let whole = |counts: &Vec<u32>| {
        counts.len() == study.shares.len()
            && counts.iter().all(|&count| u64::from(count) <= study.trials)
    };
    ensure(
        study.readings.iter().all(whole),
        "a reading has other shares, or more trials, than were run",
    )?;
    judged::drawn(&study.drawn, study.numbers.len(), done)
}

fn shaken(one: &ShakenShare, numbers: usize) -> Checked {
    share(one.authors.share)?;
    case(&one.authors, AUTHORS_TRIALS)?;
    ensure(
        one.movers.iter().all(|&at| at < numbers) && one.movers.len() <= numbers,
        "a number that moves it is not there",
    )?;
    one.range.as_ref().map_or(Ok(()), range)
}

fn range(range: &ReadingRange) -> Checked {
    let ReadingRange {
        low,
        high,
        mean,
        spread,
        seen,
    } = *range;
    for value in [low.value, high.value, mean, spread, seen] {
        ensure(
            (0.0..=1.0).contains(&value),
            "a value of the range is no share",
        )?;
    }
    known(low.value, low.interval)?;
    known(high.value, high.interval)?;
    ensure(low.value <= high.value, "the range is not in order")
}

fn of_input(input: &InputParts, numbers: usize) -> Checked {
    text(&input.id)?;
    ensure(
        !input.numbers.is_empty() && input.numbers.iter().all(|&at| at < numbers),
        "it has a number that is not there",
    )?;
    part(input.first)?;
    part(input.total)?;
    input.plain.map_or(Ok(()), part)
}

fn part(part: Part) -> Checked {
    number(part.part)?;
    interval(part.interval)
}

fn swing(swing: &Swing) -> Checked {
    for end in [swing.low, swing.high] {
        ensure((0.0..=1.0).contains(&end.mean), "a mean is no share")?;
        interval(end.interval)?;
    }
    Ok(())
}
