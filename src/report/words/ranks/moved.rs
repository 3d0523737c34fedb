//! Judged numbers that are moved either way, as rows.

use super::row::{BothWays, MOST_CLAIM, RankRow};
use super::{change_in_figures, factor};
use crate::error::{capitalised, printable};
use crate::numerals;
use crate::quantities::Quantity;
use crate::report::cut::begun;
use crate::report::words::inputs::path_in_words;
use crate::scenario::JudgedKind;
use crate::study::{Difference, MovedNumber, RankStudy};

/// The row of a number.
pub(super) fn of_number<'s>(number: &'s MovedNumber, study: &RankStudy) -> RankRow<'s> {
    let quantity = study.quantity;
    let widest = number.widest();
    let levels = levels(number, study);
    let [less, more] = [&number.less, &number.more].map(|way| figure(way, quantity));
    let claim = printable(number.claim.trim_end_matches('.'));
    let [who, voice] = if claim.is_empty() {
        let kind = kind_in_words(number.kind);
        let meaning = printable(number.meaning.trim_end_matches('.'));
        [format!("{kind}: {meaning}"), meaning]
    } else {
        let who = printable(&number.who);
        [
            format!("a step of “{claim}” ({who})"),
            format!("a step of “{}”", begun(&claim, MOST_CLAIM)),
        ]
    };
    RankRow {
        name: number_name(number, study),
        who,
        voice,
        id: &number.id,
        value: widest.value,
        interval: widest.interval,
        figure: figure(widest, quantity),
        range: format!("a fifth less {less}, a fifth more {more}"),
        is_sure: number.is_sure(),
        ways: Some(BothWays {
            values: [number.less.value, number.more.value],
            labels: [
                format!("−20 %: {}", levels[0]),
                format!("+20 %: {}", levels[1]),
            ],
            levels,
        }),
    }
}

/// What a number is that is no step of an argument.
const fn kind_in_words(kind: JudgedKind) -> &'static str {
    match kind {
        JudgedKind::Step => "a step of an argument",
        JudgedKind::Fact => "a fact as the scenario sets it",
        JudgedKind::Default => "a default of the model",
        JudgedKind::Range => "a range that the scenario gives",
    }
}

/// To what a fifth less and a fifth more of a number move the quantity, in figures that are as fine
/// as its change.
fn levels(number: &MovedNumber, study: &RankStudy) -> [String; 2] {
    let widest = figure(number.widest(), study.quantity);
    let places = widest
        .split_once('.')
        .map_or(0, |(_, places)| places.chars().count());
    let factor = factor(study.quantity);
    [&number.less, &number.more].map(|way| {
        let level = (study.base.mean + way.value) * factor;
        numerals::fixed(level, places)
    })
}

/// A change in figures.
fn figure(difference: &Difference, quantity: Quantity) -> String {
    let [figure, _] = change_in_figures(difference.value, difference.interval, quantity);
    figure
}

/// A number in words, with its value.
fn number_name(number: &MovedNumber, study: &RankStudy) -> String {
    let words = path_in_words(&number.path, &study.subject.names);
    let value = numerals::number(number.value);
    capitalised(&printable(&format!("{words}: {value}")))
}
