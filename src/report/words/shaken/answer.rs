//! Whether a conclusion survives doubt about the numbers, in a few sentences.

use super::{by_in_words, of_100, of_share_without_range, range_of_100};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::words::swept::SentenceSubject;
use crate::study::{ReadingRange, ShakeStudy, ShakenShare, UsualEnd};

/// From this part of all readings on an end stays the most common: surely, and mostly.
const SURELY: f64 = 0.95;
const MOSTLY: f64 = 0.8;
/// A range of so much, or less, leaves a share as it is, or roughly so.
const NARROW: f64 = 0.05;
const WIDE: f64 = 0.1;
/// Unless its end is so many times the other.
const TIMES: f64 = 2.0;
/// What is this rare may double.
const RARE: f64 = 0.01;
/// Fewer readings than these are not said of a hundred.
const ENOUGH: usize = 100;

/// Whether the conclusion survives, in a few sentences; what a reading is stands where the word
/// first does.
#[must_use]
pub fn shake_answer(study: &ShakeStudy) -> String {
    let mut readings = Some(readings_in_words(study));
    let mut words = "Does the conclusion survive?".to_owned();
    if let Some(usual) = study.usual {
        let readings = readings.take().unwrap_or_default();
        words += &format!(" {}", of_end(study, usual, &readings));
    }
    if let Some(share) = study.asked_share() {
        words += &format!(" {}", of_share(study, share, readings));
    }
    words
}

/// "Yes for “each side strikes once” as the most common end: in all but 29 of 2,000 readings."
fn of_end(study: &ShakeStudy, usual: UsualEnd, readings: &str) -> String {
    let all = study.readings.len();
    let lost = all.saturating_sub(usual.readings);
    let part = usual.readings as f64 / all.max(1) as f64;
    let survives = match part {
        part if part >= SURELY => "Yes",
        part if part >= MOSTLY => "Mostly",
        _ => "No",
    };
    let how_many = match lost {
        0 => "in every one of".to_owned(),
        _ if usual.readings == 0 => "in none of".to_owned(),
        _ if part >= SURELY => format!("in all but {} of", count(lost as u64)),
        _ => format!("in {} of", count(usual.readings as u64)),
    };
    format!(
        "{survives} for “{}” as the most common end: {how_many} {readings}.",
        in_sentence(usual.quantity)
    )
}

/// "No for the share of wars: 1 to 30 of 100, in nine of ten."
fn of_share(study: &ShakeStudy, share: &ShakenShare, readings: Option<String>) -> String {
    let (Some(range), Some(words)) = (share.range, range_of_100(share)) else {
        let of = readings.map_or_else(String::new, |readings| format!(" ({readings})"));
        return format!("{}{of}.", of_share_without_range(share));
    };
    let whose = if is_usual(study, share) {
        "how common it is".to_owned()
    } else {
        format!("the share of {}", SentenceSubject::of(share.quantity).words)
    };
    let of = readings.map_or_else(String::new, |readings| format!(" of {readings}"));
    format!(
        "{} for {whose}: {words} of 100, in nine of ten{of}.",
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

/// What the readings are: "2,000 readings, each of which draws all 128 judged numbers anew, up to 30 % off".
fn readings_in_words(study: &ShakeStudy) -> String {
    let readings = count(study.readings.len() as u64);
    let drawn = if study.by > 0.0 {
        let all = so_many(study.numbers.len(), "judged number", "");
        format!("{all} anew, {}", up_to(study))
    } else {
        let all = so_many(study.drawn.len(), "number", " with a range");
        format!("{all} anew, anywhere in it")
    };
    format!("{readings} readings, each of which draws {drawn}")
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
    let end = study.usual.map(|usual| {
        format!(
            "“{}” stays the most common end in {}",
            usual.quantity.label(),
            in_readings(usual.readings, study.readings.len())
        )
    });
    let share = study
        .asked_share()
        .map(|share| title_of_share(study, share));
    let parts: Vec<String> = end.into_iter().chain(share).collect();
    parts.join("; ")
}

/// "99 of 100 readings", "every reading".
fn in_readings(kept: usize, all: usize) -> String {
    match kept {
        0 => "no reading".to_owned(),
        kept if kept == all => "every reading".to_owned(),
        kept if all < ENOUGH => format!("{kept} of {all} readings"),
        kept => format!("{} of 100 readings", of_100(kept as f64 / all as f64)),
    }
}

/// "wars range from 1 to 30 of 100 histories".
fn title_of_share(study: &ShakeStudy, share: &ShakenShare) -> String {
    let Some(range) = share.range else {
        return of_share_without_range(share);
    };
    let [low, high] = [range.low.value, range.high.value].map(of_100);
    let subject = SentenceSubject::of(share.quantity);
    let is_usual = is_usual(study, share);
    let whose = if is_usual { "it" } else { subject.words };
    let verb = if is_usual { "s" } else { "" };
    let after = if subject.names_histories() && !is_usual {
        "of 100"
    } else {
        "of 100 histories"
    };
    if low == high {
        format!("{whose} stay{verb} at {low} {after}")
    } else {
        format!("{whose} range{verb} from {low} to {high} {after}")
    }
}

/// The label of a quantity within a sentence.
fn in_sentence(quantity: Quantity) -> String {
    let mut letters = quantity.label().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
