//! A tip.

use super::subject;
use super::sweep::standing;
use super::values::{Checked, ensure, number, share, text, trials, within, within_place};
use crate::study::{Answer, Axis, Crossing, Doubt, MOST_POINTS, TipStudy};

/// Maximum number of looks: those of an axis, and those that place crossings between them.
const MOST_LOOKS: usize = 1_000_000;

/// Checks a tip.
pub fn check(study: &TipStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    trials(study.trials)?;
    within("`base`", standing(&study.base))?;
    let values = study.axis.values();
    text(study.axis.path())?;
    values.iter().try_for_each(|&value| number(value))?;
    ensure(
        study.quantity.is_share() && (0.0..=1.0).contains(&study.share),
        "what is looked for is no share",
    )?;
    let looks = study.tip.shares.len();
    ensure(
        looks == values.len() && study.reasons.len() >= looks,
        "there is not one look for each value of the axis",
    )?;
    ensure(
        (looks..=MOST_POINTS).contains(&study.asked),
        "there are more looks than were asked for",
    )?;
    // Behind those of the axis are the looks that place crossings.
    ensure(
        study.reasons.len() <= MOST_LOOKS,
        "there are too many looks",
    )?;
    for (at, &one) in study.tip.shares.iter().enumerate() {
        within_place("look", at, share(one))?;
    }
    within("`answer`", answer(&study.tip.answer, &study.axis))
}

fn answer(answer: &Answer, axis: &Axis) -> Checked {
    match answer {
        Answer::Excluded | Answer::Always | Answer::Unchanged | Answer::Never(_) => Ok(()),
        Answer::Crosses { crossings, unsure } => {
            ensure(
                (1..=axis.values().len()).contains(&crossings.len()),
                "it crosses nowhere, or too often",
            )?;
            crossings
                .iter()
                .try_for_each(|crossing| crosses(crossing, axis))?;
            let (from, to) = unsure.unwrap_or((axis.values()[0], axis.values()[0]));
            within_axis(from, axis)?;
            within_axis(to, axis)
        }
        Answer::CannotTell(doubt) => cannot_tell(doubt, axis),
    }
}

fn crosses(crossing: &Crossing, axis: &Axis) -> Checked {
    let Crossing {
        at,
        low,
        high,
        times,
        ..
    } = *crossing;
    [at, low, high]
        .into_iter()
        .try_for_each(|value| within_axis(value, axis))?;
    let in_order = low <= at && at <= high;
    ensure(
        in_order && times <= MOST_POINTS,
        "a crossing lies outside its interval",
    )
}

fn cannot_tell(doubt: &Doubt, axis: &Axis) -> Checked {
    within_axis(doubt.from, axis)?;
    within_axis(doubt.to, axis)
}

/// Whether a value lies between the least and the greatest of an axis.
fn within_axis(value: f64, axis: &Axis) -> Checked {
    let values = axis.values();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    ensure(
        (least..=most).contains(&value),
        "a value lies beyond the axis",
    )
}
