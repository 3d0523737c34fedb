//! Numbers, intervals and texts by themselves.

use crate::ensemble::MOST_TRIALS;
use crate::error::printable;
use crate::stats::{End, Interval, Share};
use crate::study::{Case, QuantityMean};

/// What comes of a check: the first thing that is wrong, a clause.
pub type Checked = Result<(), String>;

/// No number is larger: no trial has as many deaths or days, by far.
const MOST: f64 = 1e15;
/// What arithmetic may add to the end of an interval.
const ROUNDING: f64 = 1e-6;
/// How far a share of a whole number of trials may be from one, in trials.
const PART_OF_A_TRIAL: f64 = 0.01;
/// Maximum length of a text of a scenario in bytes, as long as its file may be.
const MOST_TEXT: usize = 1 << 20;
/// Maximum number of characters of a label.
const MOST_LABEL: usize = 200;
/// Maximum number of bytes of an id.
const MOST_ID: usize = 40;

/// Sees that something holds; else what is said is wrong.
pub fn ensure(holds: bool, wrong: &str) -> Checked {
    if holds { Ok(()) } else { Err(wrong.to_owned()) }
}

/// The check of a part, with its place in what is wrong.
pub fn within(place: &str, checked: Checked) -> Checked {
    checked.map_err(|wrong| format!("{place}: {wrong}"))
}

/// The check of a part of a list, with its place from 1 in what is wrong.
pub fn within_place(place: &str, at: usize, checked: Checked) -> Checked {
    checked.map_err(|wrong| format!("{place} {}: {wrong}", at + 1))
}

/// The number of trials that were done.
pub fn trials(trials: u64) -> Checked {
    ensure(
        (1..=MOST_TRIALS).contains(&trials),
        "there is no such number of trials",
    )
}

/// A number of any kind.
pub fn number(value: f64) -> Checked {
    ensure(
        value.is_finite() && value.abs() <= MOST,
        "a number is not finite, or too large",
    )
}

/// A day from the first to the last.
pub fn day(day: f64, last: usize) -> Checked {
    ensure(
        (0.0..=last as f64).contains(&day),
        "a day lies beyond the horizon",
    )
}

/// The ends of an interval by themselves.
pub fn interval(interval: Interval) -> Checked {
    interval.low().map_or(Ok(()), number)?;
    interval.high().map_or(Ok(()), number)?;
    let in_order = interval.ends().is_none_or(|(low, high)| low <= high);
    ensure(in_order, "the ends of an interval are not in order")
}

/// A value with its interval around it.
pub fn known(value: f64, around: Interval) -> Checked {
    number(value)?;
    interval(around)?;
    let slack = ROUNDING * value.abs().max(1.0);
    let above = around.low().is_none_or(|low| low <= value + slack);
    let below = around.high().is_none_or(|high| value <= high + slack);
    ensure(above && below, "a value lies outside its interval")
}

/// A share of trials. Every share has both ends, where it is estimated.
pub fn share(share: Share) -> Checked {
    known(share.share, share.interval)?;
    let has_ends = match share.interval {
        Interval::Estimated { low, high } => is_share(low) && is_share(high),
        Interval::Excluded => share.share == 0.0,
        Interval::Fixed => true,
    };
    ensure(
        (0.0..=1.0).contains(&share.share) && has_ends,
        "a share or an end of its interval does not lie between 0 and 1",
    )
}

fn is_share(end: End) -> bool {
    end.at()
        .is_some_and(|end| (-ROUNDING..=1.0 + ROUNDING).contains(&end))
}

/// A case of so many trials. Gives how many met it.
pub fn case(case: &Case, trials: u64) -> Result<u64, String> {
    share(case.share)?;
    ensure(
        case.excluded.is_some() == case.share.interval.is_excluded(),
        "a share is excluded without a reason, or not excluded in spite of one",
    )?;
    let met = case.share.share * trials as f64;
    ensure(
        (met - met.round()).abs() < PART_OF_A_TRIAL,
        "a share is not one of a whole number of trials",
    )?;
    Ok(met.round() as u64) // between 0 and a number of trials
}

/// Cases of which each of so many trials meets one.
pub fn cases<'c>(all: impl Iterator<Item = &'c Case>, trials: u64) -> Checked {
    let mut met: u64 = 0;
    for one in all {
        met = met.saturating_add(case(one, trials)?);
    }
    ensure(met == trials, "the shares do not add up to all trials")
}

/// Counts that add up to so many trials.
pub fn counts<'c>(all: impl Iterator<Item = &'c u64>, trials: u64) -> Checked {
    let sum = all.fold(0, |sum: u64, &count| sum.saturating_add(count));
    ensure(sum == trials, "the counts do not add up to all trials")
}

/// A mean; of a share where `is_share`.
pub fn mean(mean: &QuantityMean, is_share: bool) -> Checked {
    known(mean.mean, mean.interval)?;
    let excluded = mean.interval.is_excluded();
    ensure(
        mean.excluded.is_some() == excluded && (!excluded || mean.mean == 0.0),
        "a mean is excluded without a reason, or has a value in spite of one",
    )?;
    if is_share {
        share(Share {
            share: mean.mean,
            interval: mean.interval,
        })?;
    }
    Ok(())
}

/// A text, whatever it says.
pub fn text(text: &str) -> Checked {
    ensure(text.len() <= MOST_TEXT, "a text is too long")
}

/// Texts, no more than so many.
pub fn texts(all: &[String], most: usize) -> Checked {
    ensure(all.len() <= most, "there are too many texts")?;
    all.iter().try_for_each(|one| text(one))
}

/// A name to show: one line of plain text that says something.
pub fn label(label: &str) -> Checked {
    let is_plain = !label.trim().is_empty() && printable(label) == label;
    ensure(
        is_plain && label.chars().count() <= MOST_LABEL,
        "a name is no line of plain text of 200 characters at most",
    )
}

/// A name to write.
pub fn id(id: &str) -> Checked {
    let is_plain = id
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    ensure(
        is_plain && (1..=MOST_ID).contains(&id.len()),
        "an id is none",
    )
}
