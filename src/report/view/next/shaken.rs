//! What the reader of shaken numbers may try next: the number that moves the share most, on an axis.

use super::steps::{options, usable};
use crate::error::{columns, copyable, shell_quoted};
use crate::numerals::figure;
use crate::report::layout::WIDTH;
use crate::scenario::library::BASELINE;
use crate::scenario::{Judged, JudgedKind};
use crate::study::ShakeStudy;

/// A command that varies the number that moves the share most; none where that cannot be written,
/// or nothing moves it.
pub fn step(study: &ShakeStudy, program: &str) -> Option<String> {
    let ranked = study.ranked_numbers();
    let number = ranked.first()?.numbers.first()?;
    let axis = axis(study, *number)?;
    let program = copyable(program)?;
    let scenario = match usable(&study.subject.source)?.as_str() {
        BASELINE => String::new(),
        source => format!(" {source}"),
    };
    let changes = match options(&study.subject.changes)?.as_str() {
        "" => String::new(),
        options => format!(" {options}"),
    };
    let outcome = study.quantity.name();
    let axis = shell_quoted(&axis);
    let line =
        format!("Try next  {program} sweep{scenario}{changes} --vary {axis} --outcome {outcome}");
    (columns(&line) <= WIDTH).then_some(line)
}

/// The axis of a number: as far to either side as it was shaken; of a step, the weight of its
/// argument.
fn axis(study: &ShakeStudy, at: usize) -> Option<String> {
    let number: &Judged = study.numbers.get(at)?;
    let [low, high] = match (number.kind, &number.argument) {
        (JudgedKind::Step, Some(argument)) => {
            return copyable(&format!("arguments.{}=0..1", argument.id));
        }
        (JudgedKind::Range, _) => {
            let drawn = study.drawn.iter().find(|drawn| drawn.number == at)?;
            let values = drawn.values.iter().copied();
            [
                values.clone().fold(f64::INFINITY, f64::min),
                values.fold(f64::NEG_INFINITY, f64::max),
            ]
        }
        _ => [1.0 - study.by, 1.0 + study.by].map(|factor| number.value * factor),
    };
    let path = copyable(&number.path)?;
    (low < high).then(|| format!("{path}={}..{}", rounded(low), rounded(high)))
}

/// A value to three digits, as it is typed.
fn rounded(value: f64) -> String {
    figure(format!("{value:.2e}").parse().unwrap_or(value)).replace(',', "")
}
