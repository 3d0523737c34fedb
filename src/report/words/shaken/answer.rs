//! Whether a conclusion survives doubt about the numbers, in a few sentences.

use super::{by_in_words, of_100, of_share_without_range, range_of_100};
use crate::error::capitalised;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::words::swept::SentenceSubject;
use crate::study::{ReadingRange, ShakeStudy, ShakenShare, UsualEnd};

/// From this part of all readings on an end stays the most common: surely, and mostly.
const SURELY: f64 = 0.95;
const MOSTLY: f64 = 0.5;
/// A range of so much, or less, leaves a share as it is, or roughly so.
const NARROW: f64 = 0.05;
const WIDE: f64 = 0.1;
/// Unless its end is so many times the other.
const TIMES: f64 = 2.0;
/// What is this rare may double.
const RARE: f64 = 0.01;
/// Fewer readings than these are not said of a hundred.
const ENOUGH: usize = 100;

/// Whether the conclusion survives, in a few sentences; what a reading is stands behind the sentence
/// that first has the word.
#[must_use]
pub fn shake_answer(study: &ShakeStudy) -> String {
    let end = study.usual.map(|usual| of_end(study, usual));
    let share = study.asked_share().map(|share| of_share(study, share));
    let mut sentences = vec!["Does the conclusion survive?".to_owned()];
    sentences.extend(end.into_iter().chain(share));
    sentences.insert(2.min(sentences.len()), reading_in_words(study));
    sentences.join(" ")
}

/// "Yes for “each side strikes once” as the most common end: so it is in 1,988 of 2,000 readings."
fn of_end(study: &ShakeStudy, usual: UsualEnd) -> String {
    let all = study.readings.len();
    let readings = count(all as u64);
    let survives = match usual.readings as f64 / all.max(1) as f64 {
        part if part >= SURELY => "Yes",
        part if part >= MOSTLY => "Mostly",
        _ => "No",
    };
    let how_many = match usual.readings {
        0 => format!("none of {readings}"),
        kept if kept == all => format!("all {readings}"),
        kept => format!("{} of {readings}", count(kept as u64)),
    };
    format!(
        "{survives} for “{}” as the most common end: so it is in {how_many} readings.",
        in_sentence(usual.quantity)
    )
}

/// "No for the share of wars: 1 to 30 of 100 histories in nine of ten readings."
fn of_share(study: &ShakeStudy, share: &ShakenShare) -> String {
    let (Some(range), Some(words)) = (share.range, range_of_100(share)) else {
        return format!("{}.", of_share_without_range(share));
    };
    let whose = if is_usual(study, share) {
        "how common it is".to_owned()
    } else {
        format!("the share of {}", SentenceSubject::of(share.quantity).words)
    };
    format!(
        "{} for {whose}: {words} of 100 histories in nine of ten readings.",
        holds(range)
    )
}

/// Whether a share is that of the most common end.
fn is_usual(study: &ShakeStudy, share: &ShakenShare) -> bool {
    study
        .usual
        .is_some_and(|usual| usual.quantity == share.quantity)
}

/// Whether a share is much the same over nine of ten readings.
fn holds(range: ReadingRange) -> &'static str {
    let low = range.low.value;
    let high = range.high.value;
    let span = high - low;
    if high > TIMES * low && span > RARE {
        return "No";
    }
    match span {
        span if span <= NARROW => "Yes",
        span if span <= WIDE => "Roughly",
        _ => "No",
    }
}

/// What a reading is: "A reading is a new set of numbers: it draws all 128 judged numbers anew, up to 30 % off."
fn reading_in_words(study: &ShakeStudy) -> String {
    let drawn = if study.by > 0.0 {
        let all = so_many(study.numbers.len(), "judged number", "");
        format!("{all} anew, {}", up_to(study))
    } else {
        let all = so_many(study.drawn.len(), "number", " with a range");
        format!("{all} anew, anywhere in that range")
    };
    format!("A reading is a new set of numbers: it draws {drawn}.")
}

/// "all 128 judged numbers", "the one number with a range".
fn so_many(number: usize, noun: &str, after: &str) -> String {
    match number {
        1 => format!("the one {noun}{after}"),
        2 => format!("both {noun}s{after}"),
        many => format!("all {} {noun}s{after}", count(many as u64)),
    }
}

/// "up to 30 % off", or anywhere in its range where a number has one.
fn up_to(study: &ShakeStudy) -> String {
    let by = by_in_words(study.by);
    if study.drawn.is_empty() {
        format!("up to {by} off")
    } else {
        format!("up to {by} off or anywhere in its range")
    }
}

/// What the readings come to, as a title: whether the conclusion survives.
#[must_use]
pub fn shake_title(study: &ShakeStudy) -> String {
    let end = study.usual.map(|usual| title_of_end(study, usual));
    let share = study
        .asked_share()
        .map(|share| title_of_share(study, share));
    let parts: Vec<String> = end.into_iter().chain(share).collect();
    capitalised(&parts.join("; "))
}

/// "“Each side strikes once” stays the most common end in 99 of 100 readings".
fn title_of_end(study: &ShakeStudy, usual: UsualEnd) -> String {
    let all = study.readings.len();
    let label = usual.quantity.label();
    let part = usual.readings as f64 / all.max(1) as f64;
    let readings = if all < ENOUGH {
        format!("{} of {all} readings", usual.readings)
    } else {
        format!("{} of 100 readings", of_100(part))
    };
    match usual.readings {
        0 => format!("“{label}” is the most common end in no reading"),
        // All of them stand in no sentence beside nine of ten.
        kept if kept == all => format!("“{label}” stays the most common end"),
        _ if part >= SURELY => format!("“{label}” stays the most common end in {readings}"),
        _ if part >= MOSTLY => format!("“{label}” is mostly the most common end, in {readings}"),
        _ => format!("“{label}” is the most common end in only {readings}"),
    }
}

/// "in nine of ten readings wars are 1 to 30 of 100 histories".
fn title_of_share(study: &ShakeStudy, share: &ShakenShare) -> String {
    let Some(words) = range_of_100(share) else {
        return of_share_without_range(share);
    };
    let subject = SentenceSubject::of(share.quantity);
    let whose = if is_usual(study, share) {
        "it is".to_owned()
    } else {
        format!("{} {}", subject.words, subject.verb("are"))
    };
    let after = if subject.names_histories() && !is_usual(study, share) {
        "of 100"
    } else {
        "of 100 histories"
    };
    format!("in nine of ten readings {whose} {words} {after}")
}

/// The label of a quantity within a sentence.
fn in_sentence(quantity: Quantity) -> String {
    let mut letters = quantity.label().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
