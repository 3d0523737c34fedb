//! The finding on a condition, as a title and as the first sentence.

use super::{condition_in_words, limit_in_words, limited_in_words, little, parameter};
use crate::error::columns;
use crate::numerals::{count, figure, nearest};
use crate::report::words::inputs::path_in_words;
use crate::report::words::shaken::of_100;
use crate::report::words::swept::SentenceSubject;
use crate::report::words::why::and;
use crate::scenario::StepKind;
use crate::study::{Condition, DiscoverStudy, LimitedNumber};

/// How many columns a title takes at most, on two lines.
const TITLE: usize = 136;
/// Of how many histories shares are said: of more where two shares are alike in fewer.
const OF: [u32; 3] = [100, 1_000, 10_000];

/// How common something is where a condition holds, and elsewhere, in figures that differ where
/// they can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frequencies {
    /// Where it holds.
    pub inside: String,
    /// Elsewhere.
    pub elsewhere: String,
    /// Of how many histories: "100".
    pub of: String,
}

impl Frequencies {
    /// Those of a condition.
    #[must_use]
    pub fn of(condition: &Condition) -> Self {
        let shares = condition.held_out.shares;
        let each = [shares.density.share, shares.elsewhere.share];
        let [inside, elsewhere] = each.map(of_100);
        if inside != elsewhere {
            return Self::new(100, inside, elsewhere);
        }
        let finer = OF.map(|of| (of, each.map(|share| nearest(share * f64::from(of)))));
        match finer.into_iter().find(|(_, [one, other])| one != other) {
            Some((of, each)) => {
                let [inside, elsewhere] = each.map(figure);
                Self::new(of, inside, elsewhere)
            }
            None => Self::new(100, inside, elsewhere),
        }
    }

    fn new(of: u32, inside: String, elsewhere: String) -> Self {
        let of = count(u64::from(of));
        Self {
            inside,
            elsewhere,
            of,
        }
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
        Some(condition) => short_finding(study, condition),
        None => format!(
            "No condition was found under which {} are more common: {} of 100 histories in all readings together",
            SentenceSubject::of(study.quantity).words,
            of_100(study.overall())
        ),
    }
}

/// What was found, with all limits: "Wars are more common, 22 of 100 histories instead of 6, where
/// trust is below 0.4".
#[must_use]
pub fn finding(study: &DiscoverStudy, condition: &Condition) -> String {
    sentence(study, condition, &condition_in_words(condition, study))
}

/// What was found, in a title: with all limits where there is room for them, else with the first,
/// and how many more there are.
fn short_finding(study: &DiscoverStudy, condition: &Condition) -> String {
    let all = Some(condition_in_words(condition, study));
    let alike = alike(study, condition);
    let [first, others @ ..] = condition.limits.as_slice() else {
        return sentence(study, condition, "anything");
    };
    let more = match others.len() {
        0 => String::new(),
        1 => ", with another limit".to_owned(),
        more => format!(", with {} more limits", count(more as u64)),
    };
    let limit = limit_in_words(first);
    let name = limited_in_words(first, study);
    let bare = bare(first, study);
    let one = format!("{name} is {limit}{more}");
    let last = sentence(study, condition, &format!("{bare} is {limit}{more}"));
    let limits = [all, alike, Some(one)].into_iter().flatten();
    let mut titles = limits.map(|limits| sentence(study, condition, &limits));
    titles.find(|title| columns(title) <= TITLE).unwrap_or(last)
}

/// What is limited, without whose it is and without the name of the argument: short for certain.
fn bare(limited: &LimitedNumber, study: &DiscoverStudy) -> String {
    let label = parameter(limited, study).map_or("a number", |parameter| parameter.label);
    match limited.effect {
        Some(StepKind::Adds) => format!("what one argument adds to {label}"),
        Some(StepKind::Scales) => format!("what one argument multiplies {label} by"),
        _ => label.to_owned(),
    }
}

/// Limits of one number of several parties, the number named once: "size of an answer in kind is
/// above 0.98 (South) and 0.86 (North)". None where they are of several numbers.
fn alike(study: &DiscoverStudy, condition: &Condition) -> Option<String> {
    let limits = &condition.limits;
    let first = limits.first().filter(|_| limits.len() > 1)?;
    let label = parameter(first, study)?.label;
    let one = |it: &LimitedNumber| {
        let path = &study.numbers[it.limit.number].path;
        let name = path_in_words(path, &study.subject.names);
        let whose = name.strip_prefix(label)?.trim();
        let is_plain = it.effect.is_none() && whose.starts_with('(');
        is_plain.then(|| whose.to_owned())
    };
    let owners: Option<Vec<String>> = limits.iter().map(one).collect();
    let owners = owners?;
    let side = side(first)?;
    let values: Option<Vec<f64>> = limits.iter().map(|it| value_on(it, side)).collect();
    let each = values?.into_iter().zip(owners);
    let each: Vec<String> = each
        .map(|(value, whose)| format!("{} {whose}", figure(value)))
        .collect();
    let each: Vec<&str> = each.iter().map(String::as_str).collect();
    Some(format!("{label} is {side} {}", and(&each)))
}

/// On which side of its one value a limit lies.
const fn side(limited: &LimitedNumber) -> Option<&'static str> {
    match (limited.limit.low, limited.limit.high) {
        (Some(_), None) => Some("above"),
        (None, Some(_)) => Some("below"),
        _ => None,
    }
}

/// The value of a limit that lies on this side alone.
fn value_on(limited: &LimitedNumber, wanted: &str) -> Option<f64> {
    let is_it = side(limited)? == wanted;
    let value = limited.limit.low.or(limited.limit.high)?;
    is_it.then_some(value)
}

fn sentence(study: &DiscoverStudy, condition: &Condition, limits: &str) -> String {
    let subject = SentenceSubject::of(study.quantity);
    let Frequencies {
        inside,
        elsewhere,
        of,
    } = Frequencies::of(condition);
    let more = match little(condition) {
        Some(_) => "a little more",
        None => "more",
    };
    let histories = if subject.names_histories() {
        ""
    } else {
        " histories"
    };
    format!(
        "{} {} {more} common, {inside} of {of}{histories} instead of {elsewhere}, where {limits}",
        subject.capital(),
        subject.verb("are")
    )
}
