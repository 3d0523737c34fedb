//! What the reader of shaken numbers may try next: a smaller doubt, ranges where sources disagree, and
//! the number that moves the share most, on an axis.

use super::steps::{Step, lines, options, usable};
use crate::error::{copyable, shell_quoted};
use crate::numerals::figure;
use crate::quantities::Quantity;
use crate::report::prose::Detail;
use crate::report::render::text;
use crate::report::view::shake;
use crate::scenario::library::BASELINE;
use crate::scenario::{Judged, JudgedKind};
use crate::study::ShakeStudy;

/// How many lines the screen has, and how many stand below what to try at most with the gap above it.
const SCREEN: usize = 24;
const BELOW: usize = 3;
/// How many lines it takes at most: a head, and a command on each.
const LINES: usize = 4;
/// A smaller doubt.
const SMALLER: f64 = 0.1;
/// The case with ranges where its sources disagree.
const DOUBT: &str = "iran-pakistan-2024-doubt";

/// Lines that say what to try; as many as have room where the screen has to be short.
pub fn steps(study: &ShakeStudy, program: &str, detail: Detail) -> Vec<String> {
    let most = match detail {
        Detail::Full => LINES,
        Detail::Short => {
            let above = text(&shake::prose(study, detail)).lines().count();
            SCREEN.saturating_sub(BELOW + above).min(LINES)
        }
    };
    let steps = suggestions(study, program).unwrap_or_default();
    lines("Try next".to_owned(), &steps, None, most)
}

fn suggestions(study: &ShakeStudy, program: &str) -> Option<Vec<Step>> {
    let program = copyable(program)?;
    let source = usable(&study.subject.source)?;
    let scenario = if source == BASELINE {
        String::new()
    } else {
        format!(" {source}")
    };
    let changes = match options(&study.subject.changes)?.as_str() {
        "" => String::new(),
        options => format!(" {options}"),
    };
    let outcome = match study.quantity {
        Quantity::Wars => String::new(),
        other => format!(" --outcome {}", other.name()),
    };
    let smaller = (study.by > SMALLER).then(|| Step {
        command: format!("{program} shake{scenario}{changes}{outcome} --by {SMALLER}"),
        about: "a smaller doubt".to_owned(),
    });
    let ranges = (source == BASELINE && changes.is_empty()).then(|| Step {
        command: format!("{program} shake {DOUBT}{outcome} --by 0"),
        about: "where the sources differ".to_owned(),
    });
    let rank = (study.by <= SMALLER).then(|| Step {
        command: format!("{program} rank{scenario}{changes}{outcome} --numbers"),
        about: "each number by itself".to_owned(),
    });
    let along = along(study).map(|axis| Step {
        command: format!(
            "{program} sweep{scenario}{changes} --vary {}{outcome}",
            shell_quoted(&axis)
        ),
        about: "step by step".to_owned(),
    });
    let all = smaller.into_iter().chain(ranges).chain(rank).chain(along);
    Some(all.collect())
}

/// The axis of the number that moves the share most; none where nothing moves it.
fn along(study: &ShakeStudy) -> Option<String> {
    let ranked = study.ranked_numbers();
    let number = ranked.first()?.numbers.first()?;
    axis(study, *number)
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
