//! What a scenario says of its own results, with the numbers that its run came to.

use super::counted::Counted;
use crate::numerals::{count, nearest};
use crate::quantities::Quantity;
use crate::scenario::{Names, Piece, Placeholder, pieces};
use crate::study::{Case, Findings};

/// The fewest trials whose numbers fill a text. Its authors wrote it around what many trials show:
/// fewer may contradict its verbs ("fall from 8 to 9").
const LEAST_TRIALS: u64 = 10_000;

/// A text of a scenario, its placeholders filled from what its run showed: a share as a whole number
/// of 100 histories, rounded as in the table of outcomes, a mean in two digits. With fewer than
/// 10,000 trials the text ends before its first sentence with a number of the run.
#[must_use]
pub fn filled(text: &str, findings: &Findings, names: &Names) -> String {
    let counted = Counted::new(findings);
    if findings.trials < LEAST_TRIALS && has_numbers(text) {
        let kept = sentences(text);
        let kept: Vec<String> = kept
            .into_iter()
            .take_while(|words| !has_numbers(words))
            .collect();
        return kept.join(" ");
    }
    let filled = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Value(name) => match Placeholder::named(name, &names.rungs) {
            Some(placeholder) => value(placeholder, findings, &counted),
            // A scenario with another placeholder cannot be run.
            None => format!("{{{name}}}"),
        },
    });
    filled.collect()
}

/// Whether a run puts its numbers into a text.
#[must_use]
pub fn has_numbers(text: &str) -> bool {
    pieces(text)
        .iter()
        .any(|piece| matches!(piece, Piece::Value(_)))
}

/// The sentences of a text.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = text.trim();
    while let Some(end) = [". ", "? ", "! "]
        .iter()
        .filter_map(|stop| rest.find(stop))
        .min()
    {
        let (sentence, others) = rest.split_at(end + 1);
        sentences.push(sentence.to_owned());
        rest = others.trim_start();
    }
    if !rest.is_empty() {
        sentences.push(rest.to_owned());
    }
    sentences
}

fn value(placeholder: Placeholder, findings: &Findings, counted: &Counted) -> String {
    match placeholder {
        Placeholder::Quantity(quantity) => of_quantity(quantity, findings, counted),
        Placeholder::FirstAct(rung) => of_case(findings.first_act.get(rung), counted),
        Placeholder::FirstAnswer(rung) => of_case(findings.first_answer.get(rung), counted),
        Placeholder::Peak(rung) => of_case(findings.peak.get(rung), counted),
    }
}

fn of_quantity(quantity: Quantity, findings: &Findings, counted: &Counted) -> String {
    let mean = findings.means.of(quantity);
    if mean.excluded.is_some() {
        return "0".to_owned();
    }
    if !quantity.is_share() {
        return in_two_digits(mean.mean);
    }
    let number = match quantity.outcome() {
        Some(outcome) => counted.outcome(outcome),
        None if quantity == Quantity::Wars => counted.wars(),
        None => counted.part(mean.mean),
    };
    counted.figure(number, mean.mean)
}

fn of_case(case: Option<&Case>, counted: &Counted) -> String {
    let share = case.map_or(0.0, |case| case.share.share);
    counted.figure(counted.part(share), share)
}

/// A mean as one says it: "0.39", "1.1", "31".
fn in_two_digits(mean: f64) -> String {
    match mean.abs() {
        small if small < 0.995 => format!("{mean:.2}"),
        middle if middle < 9.95 => format!("{mean:.1}"),
        _ => count(nearest(mean) as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::super::counted::testing::findings;
    use super::*;
    use crate::scenario::testing::shipped;

    #[test]
    fn placeholders_are_filled_by_the_rounding_of_the_table() {
        let findings = findings([0, 9_976, 68_819, 13_372, 6_090, 1_733, 10]);
        let names = shipped("iran-pakistan-2024", &[]).names;
        let text =
            "In {one-round} of 100, {{wars}}: {wars}, {limited-war} and {war}; {unresolved}.";
        assert_eq!(
            filled(text, &findings, &names),
            "In 69 of 100, {wars}}: 8, 6 and 2; fewer than 1."
        );
    }

    #[test]
    fn few_trials_fill_nothing() {
        let names = shipped("iran-pakistan-2024", &[]).names;
        let text = "Look at the answer. It uses force in {answer} of 100. Why?";
        let of = |trials| filled(text, &findings([0, 0, trials, 0, 0, 0, 0]), &names);
        for trials in [1, 9_999] {
            assert_eq!(of(trials), "Look at the answer.");
        }
        assert!(of(10_000).ends_with(" of 100. Why?"));
    }

    #[test]
    fn means_are_said_in_two_digits() {
        assert_eq!(
            [0.386, 0.996, 1.087, 9.97, 31.2].map(in_two_digits),
            ["0.39", "1.0", "1.1", "10", "31"]
        );
    }
}
