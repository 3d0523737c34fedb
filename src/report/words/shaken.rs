//! Shaken numbers in words: ranges of shares, numbers by name, what luck does.

mod answer;

use super::inputs::path_in_words;
use super::swept::SentenceSubject;
use crate::error::{columns, printable};
use crate::numerals::{count, figure, nearest};
use crate::quantities::Quantity;
use crate::report::cut::shortened;
use crate::report::words::any_of;
use crate::scenario::{Judged, JudgedKind, Names};
use crate::sim::Outcome;
use crate::study::{InputKind, InputParts, ShakeStudy, ShakenShare};

pub use answer::{shake_answer, shake_title};

/// Shares from calm to war: both wars together come before their parts.
pub const SHAKEN: [Quantity; Outcome::ALL.len() + 1] = [
    Quantity::NoForce,
    Quantity::OneSided,
    Quantity::OneRound,
    Quantity::SeveralRounds,
    Quantity::Wars,
    Quantity::LimitedWar,
    Quantity::War,
    Quantity::Unresolved,
];

/// The shares in the order in which they are shown.
#[must_use]
pub fn shaken_in_order(study: &ShakeStudy) -> Vec<&ShakenShare> {
    let place = |share: &ShakenShare| SHAKEN.iter().position(|&it| it == share.quantity);
    let mut shares: Vec<&ShakenShare> = study.shares.iter().collect();
    shares.sort_by_key(|share| place(share).unwrap_or(SHAKEN.len()));
    shares
}

/// A share as a number of 100: "8", "under 1", "over 99".
#[must_use]
pub fn of_100(share: f64) -> String {
    let whole = nearest(share * 100.0);
    if share > 0.0 && whole < 1.0 {
        "under 1".to_owned()
    } else if share < 1.0 && whole > 99.0 {
        "over 99".to_owned()
    } else {
        figure(whole)
    }
}

/// The range of a share over nine of ten readings, of 100: "2 to 15"; none where it has none.
#[must_use]
pub fn range_of_100(share: &ShakenShare) -> Option<String> {
    let range = share.range?;
    let [low, high] = [range.low.value, range.high.value].map(of_100);
    Some(if low == high {
        low
    } else {
        format!("{low} to {high}")
    })
}

/// What is said of a share that has no range, without a full stop.
fn of_share_without_range(share: &ShakenShare) -> String {
    let label = share.quantity.label();
    match share.authors.excluded {
        Some(reason) => format!("“{label}” cannot occur here, since {}", reason.words()),
        None => format!("{label}: {} in every reading", constant(share)),
    }
}

/// What is said of a share that no reading changes.
#[must_use]
pub fn constant(share: &ShakenShare) -> String {
    match share.authors.excluded {
        Some(reason) => format!(
            "cannot occur here: {}",
            any_of(&[reason]).unwrap_or_default()
        ),
        None if share.authors.share.share >= 0.5 => "all histories".to_owned(),
        None => "none of the histories".to_owned(),
    }
}

/// How far numbers may be off: "30 %".
#[must_use]
pub fn by_in_words(by: f64) -> String {
    format!("{} %", figure(by * 100.0))
}

/// What a caption says of the bars.
#[must_use]
pub fn shake_band(study: &ShakeStudy) -> String {
    let drawn = if study.by > 0.0 {
        format!("every judged number up to {} off", by_in_words(study.by))
    } else {
        "every number with a range anywhere in it".to_owned()
    };
    format!(
        "A reading is a new set of numbers: {drawn}. Bars: nine of ten of {} readings, noise of trials taken out",
        count(study.readings.len() as u64)
    )
}

/// The name of a number where people read: "fear of escalation (both), economies-in-crisis".
#[must_use]
pub fn judged_in_words(number: &Judged, names: &Names) -> String {
    let path = path_in_words(&number.path, names);
    match (&number.argument, number.kind) {
        (Some(argument), JudgedKind::Step) => format!("{path}: {}", printable(&argument.id)),
        _ => path,
    }
}

/// The name of a step without whose it is, for which there is little room: the argument tells.
fn without_owner(number: &Judged) -> Option<String> {
    let argument = number.argument.as_ref()?;
    let key = number.path.rsplit('.').next()?.replace('_', " ");
    Some(printable(&format!("{key}: {}", argument.id)))
}

/// The value of a number as the authors chose it: "+0.8", "0.3"; of a range its median.
#[must_use]
pub fn judged_value(number: &Judged) -> String {
    let value = figure(number.value);
    if number.kind == JudgedKind::Step && number.value > 0.0 {
        format!("+{value}")
    } else {
        value
    }
}

/// The name of an input, cut to so many columns.
#[must_use]
pub fn input_in_words(input: &InputParts, study: &ShakeStudy, most: usize) -> String {
    let words = match (input.what, input.numbers.as_slice()) {
        (InputKind::Number, &[number]) => {
            let number = &study.numbers[number];
            let words = judged_in_words(number, &study.subject.names);
            if columns(&words) > most {
                without_owner(number).unwrap_or(words)
            } else {
                words
            }
        }
        (InputKind::Kind, _) => kind_in_words(&input.id).to_owned(),
        _ => printable(&input.id),
    };
    shortened(&words, most)
}

/// A kind of numbers, by its name in files.
fn kind_in_words(id: &str) -> &str {
    match id {
        "steps" => "all steps of arguments",
        "facts" => "all facts that are judged",
        "defaults" => "all defaults",
        "ranges" => "all ranges",
        other => other,
    }
}

/// What makes single histories differ in the asked share: the numbers, luck, and both together, in
/// parts that add up to a hundred.
#[must_use]
pub fn luck_in_words(study: &ShakeStudy) -> Option<String> {
    let luck = study.luck?;
    let numbers = 1.0 - luck.total.part.clamp(0.0, 1.0);
    let alone = luck.first.part.clamp(0.0, 1.0 - numbers);
    let of_numbers = nearest(numbers * 100.0);
    let of_both = nearest((1.0 - numbers - alone) * 100.0).min(100.0 - of_numbers);
    let [of_numbers, of_luck, of_both] =
        [of_numbers, 100.0 - of_numbers - of_both, of_both].map(figure);
    Some(format!(
        "How much of the difference between single histories comes from the numbers alone: {of_numbers} of 100 \
         parts; from luck alone: {of_luck}; from both together: {of_both}."
    ))
}

/// What the value beside a range is: that with the authors' numbers, or, where the scenario gives
/// ranges, with a new draw from them in each history.
#[must_use]
pub const fn own_in_words(study: &ShakeStudy) -> &'static str {
    if study.drawn.is_empty() {
        "authors' numbers"
    } else {
        "mean over ranges"
    }
}

/// A share as the subject of a sentence: "wars".
#[must_use]
pub const fn subject_in_words(quantity: Quantity) -> &'static str {
    SentenceSubject::of(quantity).words
}

/// All of the chart in words.
#[must_use]
pub fn shake_in_words(study: &ShakeStudy) -> String {
    let at = own_in_words(study);
    let shares = shaken_in_order(study).into_iter().map(|share| {
        let label = share.quantity.label();
        let Some(range) = range_of_100(share) else {
            return format!("{label}: {}.", constant(share));
        };
        let own = of_100(share.authors.share.share);
        let movers: Vec<String> = share
            .movers
            .iter()
            .map(|&at| judged_in_words(&study.numbers[at], &study.subject.names))
            .collect();
        let moved = if movers.is_empty() {
            String::new()
        } else {
            format!(", moved most by {}", movers.join("; "))
        };
        format!("{label}: {range} of 100, {at} {own}{moved}.")
    });
    let answer = shake_answer(study);
    let shares = shares.collect::<Vec<String>>().join(" ");
    format!("{answer} {shares}")
}
