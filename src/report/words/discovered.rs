//! Conditions in words: which numbers they limit, and how common something is where they hold.

mod title;

use super::inputs::path_in_words;
use super::paths::rung_label;
use super::shaken::{by_in_words, of_100};
use super::swept::SentenceSubject;
use super::why::and;
use crate::error::printable;
use crate::numerals::{count, figure, nearest};
use crate::parameters::{self, Parameter};
use crate::scenario::{Judged, Names, StepKind};
use crate::study::{Condition, DiscoverStudy, LimitedNumber};

pub use title::{Frequencies, discover_headline, finding};

/// From which part of its density on a box is said to be weaker on what it had not seen.
const WEAKER: f64 = 0.8;
/// A condition under which something is more common than elsewhere by less than this part of that
/// makes little difference.
const LITTLE: f64 = 0.15;

/// What is limited, in words: "trust", "what no-apology adds to sense of slight (Pakistan)".
#[must_use]
pub fn limited_in_words(limited: &LimitedNumber, study: &DiscoverStudy) -> String {
    let names: &Names = &study.subject.names;
    let number: &Judged = &study.numbers[limited.limit.number];
    let path = path_in_words(&number.path, names);
    let argument = number.argument.as_ref().map(|it| printable(&it.id));
    match (limited.effect, argument) {
        (Some(StepKind::Adds), Some(argument)) => format!("what {argument} adds to {path}"),
        (Some(StepKind::Scales), Some(argument)) => {
            format!("what {argument} multiplies {path} by")
        }
        (Some(StepKind::Sets), Some(argument)) => format!("{path} (as {argument} sets it)"),
        _ => path,
    }
}

/// The part that counts, in words: "above 1.1", "below 0.3", "between 0.3 and 0.5".
#[must_use]
pub fn limit_in_words(limited: &LimitedNumber) -> String {
    match (limited.limit.low, limited.limit.high) {
        (Some(low), Some(high)) => format!("between {} and {}", figure(low), figure(high)),
        (Some(low), None) => format!("above {}", figure(low)),
        (None, Some(high)) => format!("below {}", figure(high)),
        (None, None) => "anywhere".to_owned(),
    }
}

/// All limits of a condition: "trust is below 0.4 and ... is above 1.1".
#[must_use]
pub fn condition_in_words(condition: &Condition, study: &DiscoverStudy) -> String {
    let limits = condition.limits.iter().map(|it| {
        let number = limited_in_words(it, study);
        format!("{number} is {}", limit_in_words(it))
    });
    let limits: Vec<String> = limits.collect();
    let limits: Vec<&str> = limits.iter().map(String::as_str).collect();
    and(&limits)
}

/// All that is looked for: "all wars".
#[must_use]
pub fn all_of_it(study: &DiscoverStudy) -> String {
    format!("all {}", SentenceSubject::of(study.quantity).words)
}

/// What a number means, at a few of its values: "0.7 gives less back; 1 is usual; 1.3 gives more
/// back". That of a step of an argument begins with what it changes. None where the list of
/// parameters says nothing.
#[must_use]
pub fn gloss(limited: &LimitedNumber, study: &DiscoverStudy) -> Option<String> {
    let parameter = parameter(limited, study)?;
    let anchors = parameter.anchors;
    let words = match limited.effect {
        Some(_) => format!("{}: {anchors}", parameter.label),
        None => anchors.to_owned(),
    };
    (!anchors.is_empty()).then_some(words)
}

/// The parameter that a limited number is, or changes.
fn parameter(limited: &LimitedNumber, study: &DiscoverStudy) -> Option<&'static Parameter> {
    let path = &study.numbers[limited.limit.number].path;
    parameters::all().find(|parameter| parameter.is_at(path))
}

/// What no number can change, since the opening is fixed: whose first act is given. None where it
/// is chosen.
#[must_use]
pub fn given_in_words(study: &DiscoverStudy) -> Option<String> {
    let names = &study.subject.names;
    let rung = rung_label(names, study.subject.ladder.opening?);
    let opener = printable(&names.actors[0].label);
    Some(format!("{opener}'s first act is given here: “{rung}”."))
}

/// How much of what is looked for lies where a condition holds: of all of it, and in how many of
/// the readings.
#[must_use]
pub fn coverage_in_words(study: &DiscoverStudy, condition: &Condition) -> String {
    let shares = condition.held_out.shares;
    let coverage = of_100(shares.coverage.share);
    let readings = of_100(shares.mass.share);
    let all = all_of_it(study);
    let part = if nearest(shares.coverage.share * 100.0) > 50.0 {
        format!("More than half of {all} ({coverage} of 100) lie")
    } else {
        format!("Of {all}, {coverage} of 100 lie")
    };
    format!("{part} there, in {readings} of 100 readings.")
}

/// What a reading is, in a sentence.
#[must_use]
pub fn reading_in_words(study: &DiscoverStudy) -> String {
    if study.by > 0.0 {
        let by = by_in_words(study.by);
        format!("Each reading draws every judged number anew, up to {by} off")
    } else {
        "Each reading draws every number with a range anew from it".to_owned()
    }
}

/// What is said where the condition changes little; nothing where it does not.
#[must_use]
pub fn little(condition: &Condition) -> Option<String> {
    let shares = condition.held_out.shares;
    let more = shares.density.share - shares.elsewhere.share;
    (more < LITTLE * shares.elsewhere.share)
        .then(|| "It makes little difference: look at what is common elsewhere.".to_owned())
}

/// What is said where readings that a box had not seen show less of it; nothing where they do not.
#[must_use]
pub fn weaker(study: &DiscoverStudy, condition: &Condition) -> Option<String> {
    let found = condition.found.density(study.trials) - condition.found.overall(study.trials);
    let shares = condition.held_out.shares;
    let held_out = shares.density.share - shares.overall.share;
    (held_out < WEAKER * found).then(|| {
        format!(
            "It is weaker on readings that it had not seen: {} of 100 there, {} of 100 where it was found.",
            of_100(shares.density.share),
            of_100(condition.found.density(study.trials))
        )
    })
}

/// What a caption says of how it was found.
#[must_use]
pub fn discover_band(study: &DiscoverStudy) -> String {
    let [found, held_out] = study.halves().map(|readings| count(readings as u64));
    format!(
        "{}; found on {found} readings, measured on {held_out} others",
        reading_in_words(study)
    )
}

/// All of the chart in words.
#[must_use]
pub fn discover_in_words(study: &DiscoverStudy) -> String {
    let Some(condition) = study.found() else {
        return format!("{}.", discover_headline(study));
    };
    let limits = condition.limits.iter().map(|it| {
        format!(
            "{}: {}, of {} to {}; the authors' number is {}. In ten equal parts of that range, from below: {} of 100 histories.",
            limited_in_words(it, study),
            limit_in_words(it),
            figure(it.least),
            figure(it.most),
            figure(study.numbers[it.limit.number].value),
            slices_in_words(study, it)
        )
    });
    let shares = condition.held_out.shares;
    let mut words: Vec<String> = limits.collect();
    words.push(format!(
        "{} of 100 histories there, {} elsewhere, {} in all readings together.",
        of_100(shares.density.share),
        of_100(shares.elsewhere.share),
        of_100(shares.overall.share)
    ));
    words.push(coverage_in_words(study, condition));
    words.extend(given_in_words(study));
    words.join(" ")
}

/// The shares of ten parts of a range.
fn slices_in_words(study: &DiscoverStudy, limited: &LimitedNumber) -> String {
    let slices = study.slices(limited);
    let shares = slices.iter().map(|slice| match slice.share(study.trials) {
        Some(share) => of_100(share),
        None => "no reading".to_owned(),
    });
    shares.collect::<Vec<String>>().join(", ")
}
