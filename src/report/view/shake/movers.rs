//! What moves the share that was asked for, number by number.

use super::more::swing_of;
use crate::error::columns;
use crate::numerals::fixed;
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{input_in_words, judged_value, subject_in_words};
use crate::scenario::JudgedKind;
use crate::stats::Part;
use crate::study::{InputParts, ShakeStudy};

/// How wide the name of a number is, and what stands beside it.
const NAME: usize = 36;
const VALUE: usize = 6;
const PART: usize = 17;
const SWING: usize = 16;

/// Adds so many of the numbers that move the share most; nothing where no number moves it.
pub fn movers(prose: &mut Prose, study: &ShakeStudy, many: usize) {
    let ranked = study.ranked_numbers();
    if ranked.is_empty() {
        return;
    }
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::label(NAME),
            Track::right(1, VALUE),
            Track::right(1, PART),
            Track::right(1, SWING),
        ],
        heading: vec![
            head(study),
            value_head(study, &ranked[..many.min(ranked.len())]).to_owned(),
            "part of the doubt".to_owned(),
            "if low / if high".to_owned(),
        ],
        ..Table::default()
    };
    for input in ranked.into_iter().take(many) {
        let value = input.numbers.first().map(|&at| &study.numbers[at]);
        table.cells([
            input_in_words(input, study, NAME),
            value.map_or_else(String::new, judged_value),
            part_with_interval(input.total),
            swing(study, input),
        ]);
    }
    prose.table(table);
    prose.paragraph(
        "Part of the doubt: of how far readings differ, so much comes from this number.",
    );
}

/// What the values of these are: the middle of ranges, or what was set.
fn value_head(study: &ShakeStudy, shown: &[&InputParts]) -> &'static str {
    let mut numbers = shown
        .iter()
        .filter_map(|input| study.numbers.get(*input.numbers.first()?));
    if numbers.all(|number| number.kind == JudgedKind::Range) {
        "middle"
    } else {
        "value"
    }
}

/// "What moves wars most, of 100"; of a quantity of many words "What moves it most, of 100".
fn head(study: &ShakeStudy) -> String {
    let head = format!(
        "What moves {} most, of 100",
        subject_in_words(study.quantity)
    );
    if columns(&head) <= NAME {
        head
    } else {
        "What moves it most, of 100".to_owned()
    }
}

/// A part with its interval: "83 % (77 to 88)".
fn part_with_interval(part: Part) -> String {
    // What lies beyond none and all is error alone.
    let per_cent = |value: f64| fixed(value.clamp(0.0, 1.0) * 100.0, 0);
    let whole = per_cent(part.part);
    match part.interval.ends() {
        Some((low, high)) => format!("{whole} % ({} to {})", per_cent(low), per_cent(high)),
        None => format!("about {whole} %"),
    }
}

/// The share where a number is in its lowest fifth, and in its highest, of 100.
fn swing(study: &ShakeStudy, input: &InputParts) -> String {
    swing_of(study, input).map_or_else(String::new, |swing| {
        let [low, high] = [swing.low.mean, swing.high.mean].map(|share| fixed(share * 100.0, 1));
        format!("{low} / {high}")
    })
}
