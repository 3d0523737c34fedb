//! Conditions in words: which numbers they limit, and how common something is where they hold.

use super::inputs::path_in_words;
use super::shaken::{by_in_words, of_100};
use super::why::and;
use crate::error::{columns, printable};
use crate::numerals::{count, figure};
use crate::scenario::{Judged, Names, StepKind};
use crate::study::{Condition, DiscoverStudy, LimitedNumber};

/// From which part of its density on a box is said to be weaker on what it had not seen.
const WEAKER: f64 = 0.8;
/// A condition under which something is more common than elsewhere by less than this part of that
/// makes little difference.
const LITTLE: f64 = 0.15;
/// How many columns a title takes at most, on two lines.
const TITLE: usize = 132;

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

/// What all that is looked for is called: "all such ends".
#[must_use]
pub fn such_ends(study: &DiscoverStudy) -> &'static str {
    if study.quantity.outcomes().is_empty() {
        "all such histories"
    } else {
        "all such ends"
    }
}

/// The finding, as a title.
#[must_use]
pub fn discover_headline(study: &DiscoverStudy) -> String {
    let label = study.quantity.label();
    if let Some(reason) = study.excluded {
        return format!("“{label}” cannot occur here, since {}", reason.words());
    }
    if study.is_constant() {
        let all = if study.overall() > 0.5 { "all" } else { "none" };
        return format!("{label}: {all} of the histories in every reading");
    }
    match study.found() {
        Some(condition) => finding(study, condition),
        None => format!(
            "No condition was found under which this is common: {label} in {} of 100 histories",
            of_100(study.overall())
        ),
    }
}

/// What was found: with all limits where there is room for them in a title, else with the first.
fn finding(study: &DiscoverStudy, condition: &Condition) -> String {
    let more = match condition.limits.len() - 1 {
        0 => String::new(),
        1 => " and another number lies as shown".to_owned(),
        more => format!(" and {} other numbers lie as shown", count(more as u64)),
    };
    let first = Condition {
        limits: condition.limits[..1].to_vec(),
        ..condition.clone()
    };
    let all = condition_in_words(condition, study);
    let first = format!("{}{more}", condition_in_words(&first, study));
    let titles = [all, first].map(|limits| title(study, condition, &limits));
    let mut fitting = titles.into_iter().filter(|title| columns(title) <= TITLE);
    let shown = if condition.limits.len() == 1 {
        "the number lies as shown"
    } else {
        "the numbers lie as shown"
    };
    fitting
        .next()
        .unwrap_or_else(|| title(study, condition, shown))
}

fn title(study: &DiscoverStudy, condition: &Condition, limits: &str) -> String {
    let shares = condition.held_out.shares;
    format!(
        "{} in {} of 100 histories where {limits}; in all readings {}",
        study.quantity.label(),
        of_100(shares.density.share),
        of_100(shares.overall.share)
    )
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
    let drawn = if study.by > 0.0 {
        format!("every judged number up to {} off", by_in_words(study.by))
    } else {
        "every number with a range anywhere in it".to_owned()
    };
    format!("Found on {found} readings, measured on {held_out} others; {drawn}")
}

/// All of the chart in words.
#[must_use]
pub fn discover_in_words(study: &DiscoverStudy) -> String {
    let Some(condition) = study.found() else {
        return format!("{}.", discover_headline(study));
    };
    let limits = condition.limits.iter().map(|it| {
        format!(
            "{}: {}, of {} to {}; the authors' number is {}.",
            limited_in_words(it, study),
            limit_in_words(it),
            figure(it.least),
            figure(it.most),
            figure(study.numbers[it.limit.number].value)
        )
    });
    let shares = condition.held_out.shares;
    let numbers = format!(
        "{} of 100 histories there, {} elsewhere, {} in all readings; there lie {} of 100 of {}, in {} of 100 readings.",
        of_100(shares.density.share),
        of_100(shares.elsewhere.share),
        of_100(shares.overall.share),
        of_100(shares.coverage.share),
        such_ends(study),
        of_100(shares.mass.share)
    );
    let mut words: Vec<String> = limits.collect();
    words.push(numbers);
    words.join(" ")
}
