//! What a ranking of judged numbers shows, in a sentence or two.

use super::ties::{alike, others_in_words};
use super::{RankRow, RankWords};
use crate::error::printable;
use crate::numerals::count;
use crate::report::cut::begun;
use crate::report::words::inputs::path_in_words;
use crate::scenario::JudgedKind;
use crate::study::{Difference, MovedNumber};

/// Maximum columns of the name of a number in a title.
const MOST_NAME: usize = 60;

impl RankWords<'_> {
    pub(super) fn numbers_verdict(&self, numbers: &[MovedNumber], first: &RankRow<'_>) -> String {
        let number = numbers.first();
        let less = self.moved_by(number.map(|number| &number.less));
        let more = self.then_moved_by(number.map(|number| &number.more));
        let whose = number.map_or_else(String::new, |number| {
            let meaning = printable(number.meaning.trim_end_matches('.'));
            format!(" Its meaning: {meaning}.{}", whose(number, numbers))
        });
        let others = others_in_words(self.alike_numbers(), ["matters", "matter"]);
        let others = others.map_or_else(String::new, |others| format!("; {others}"));
        let named = self.named(first);
        if numbers.len() == 1 {
            return format!(
                "One number was judged by somebody: {named}. A fifth less, and {less}; a fifth more, and {more}.{whose}"
            );
        }
        let many = count(numbers.len() as u64);
        format!(
            "Of {many} numbers that somebody judged, the one that matters most is {named}: a fifth less, and \
             {less}; a fifth more, and {more}{others}.{whose}"
        )
    }

    /// The number that matters most by name, and to what level it moves the quantity both ways.
    pub(super) fn numbers_headline(&self, numbers: &[MovedNumber]) -> String {
        let number = numbers.first();
        let name = number.map_or_else(String::new, |number| {
            let words = path_in_words(&number.path, &self.study.subject.names);
            printable(&begun(&words, MOST_NAME))
        });
        let more = self.moved_by(number.map(|number| &number.more));
        let others = others_in_words(self.alike_numbers(), ["matters", "matter"]);
        let after = others.unwrap_or_else(|| {
            let less = number.map_or(0.0, |number| number.less.value);
            let level = self.scale.figure(self.study.base.mean + less);
            format!("a fifth less: {level}")
        });
        format!("A fifth more of “{name}”: {more}; {after}")
    }

    /// How many numbers matter about as much as the first.
    fn alike_numbers(&self) -> usize {
        alike(&self.rows)
    }

    /// "wars fall from 8 to 2 of 100 histories", where something changes them.
    fn moved_by(&self, difference: Option<&Difference>) -> String {
        let base = self.study.base.mean;
        let change = difference.map_or(0.0, |difference| difference.value);
        self.step(base, base + change)
    }

    /// "they rise to 20", after [`Self::moved_by`].
    fn then_moved_by(&self, difference: Option<&Difference>) -> String {
        let base = self.study.base.mean;
        let change = difference.map_or(0.0, |difference| difference.value);
        let way = match change.total_cmp(&0.0) {
            std::cmp::Ordering::Less => "fall to",
            std::cmp::Ordering::Greater => "rise to",
            std::cmp::Ordering::Equal => "stay at",
        };
        let (verb, to) = way.split_once(' ').unwrap_or((way, "at"));
        let they = if self.subject.is_plural { "they" } else { "it" };
        let verb = self.subject.verb(verb);
        format!("{they} {verb} {to} {}", self.scale.figure(base + change))
    }
}

/// Whose a number is that is no step of an argument; empty where it is one.
fn whose(number: &MovedNumber, numbers: &[MovedNumber]) -> String {
    let what = match number.kind {
        JudgedKind::Step => return String::new(),
        JudgedKind::Default => "a default of the model",
        JudgedKind::Fact => "a fact as the scenario sets it",
        JudgedKind::Range => "a range that the scenario gives",
    };
    if is_stepped(number, numbers) {
        format!(" It is {what}, to which arguments add.")
    } else {
        format!(" No argument sets it; it is {what}.")
    }
}

/// Whether an argument changes the number too.
fn is_stepped(number: &MovedNumber, numbers: &[MovedNumber]) -> bool {
    let mut steps = numbers.iter().filter(|step| step.kind == JudgedKind::Step);
    steps.any(|step| meets(&step.path, &number.path))
}

/// Whether two paths lead to one number: `*` stands for any name.
fn meets(one: &str, other: &str) -> bool {
    let count = one.split('.').count() == other.split('.').count();
    let mut parts = one.split('.').zip(other.split('.'));
    count && parts.all(|(one, other)| one == other || one == "*" || other == "*")
}
