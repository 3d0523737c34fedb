//! The finding of a sweep in one sentence: what the asked quantity does.

use super::along::Along;
use super::axes::axes_in_words;
use super::course::same_everywhere;
use super::grids::over;
use super::scale::ValueScale;
use super::subjects::SentenceSubject;
use crate::quantities::Quantity;
use crate::report::words::any_of;
use crate::report::words::frequencies::{trials, unlike};
use crate::stats::Share;
use crate::study::{Point, SweepStudy};

/// The finding of a sweep in one sentence, without a full stop. That two points differ is said
/// where they differ on the same luck.
#[must_use]
pub fn sweep_headline(study: &SweepStudy) -> String {
    let sweep = &study.sweep;
    let subject = SentenceSubject::of(study.quantity);
    let Some(first) = sweep.points.first() else {
        return subject.capital();
    };
    if sweep.points.iter().all(|point| !point.can_occur()) {
        return excluded(study);
    }
    if sweep
        .points
        .iter()
        .all(|point| point.interval.is_fixed() && point.shown == first.shown)
    {
        let value = fixed_value(study.quantity, first);
        let are = subject.verb("are");
        return format!(
            "{} {are} {value} at every point: the inputs fix it",
            subject.capital()
        );
    }
    match sweep.axes.as_slice() {
        [_] => Along::new(study).map_or_else(|| subject.capital(), |along| along.sentence()),
        _ => over(study),
    }
}

fn fixed_value(quantity: Quantity, point: &Point) -> String {
    if quantity.is_share() {
        "in all histories".to_owned()
    } else {
        let scale = ValueScale::told(quantity, point.findings.trials, &[point.shown], false);
        format!("{}{}", scale.figure(point.shown), scale.after())
    }
}

fn excluded(study: &SweepStudy) -> String {
    let label = study.quantity.label();
    let why = any_of(&study.sweep.reasons()).map_or_else(String::new, |why| format!(": {why}"));
    match axes_in_words(study).as_slice() {
        [axis] => format!(
            "“{label}” cannot occur here, whatever {} is{why}",
            axis.in_sentence()
        ),
        _ => format!("“{label}” cannot occur at any point{why}"),
    }
}

/// The scale for the numbers of a curve and of its title.
#[must_use]
pub fn curve_scale(study: &SweepStudy) -> ValueScale {
    match Along::new(study) {
        Some(along) => along.scale,
        None => ValueScale::told(study.quantity, study.trials, &[], false),
    }
}

/// How many of all histories may differ where none of those that were run does: "In 50 trials no
/// history differs, so below 7.2 % of all do". None where some do.
#[must_use]
pub fn bound_of_change(study: &SweepStudy) -> Option<String> {
    let sweep = &study.sweep;
    let is_alike =
        sweep.axes.len() == 1 && sweep.compared.first().is_some_and(|pair| pair.is_alike);
    if !is_alike || !same_everywhere(sweep) {
        return None;
    }
    let all = trials(study.trials);
    let unlike = unlike(Share::new(0, study.trials.max(1)), study.trials);
    Some(format!(
        "In {all} no history differs, so {unlike} of all do"
    ))
}

/// Where a curve turns, beyond both of its ends.
#[must_use]
pub fn turning_point(study: &SweepStudy) -> Option<&Point> {
    Along::new(study)?.turn
}

#[cfg(test)]
mod tests;
