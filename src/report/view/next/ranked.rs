//! What the reader of a ranking may try next: commands that can be copied.

use super::steps::{Step, lines, options, usable};
use crate::error::copyable;
use crate::report::words::RankWords;
use crate::scenario::JudgedKind;
use crate::scenario::library::BASELINE;
use crate::study::{RankBy, RankMethod, RankStudy, Ranking};

/// How many lines it takes at most: a head, and a command on each.
const LINES: usize = 4;

/// Lines that say what to try; none where the scenario and what was changed in it cannot be named
/// in a command.
pub fn steps(study: &RankStudy, program: &str) -> Vec<String> {
    let steps = suggestions(study, program).unwrap_or_default();
    lines("Try next".to_owned(), &steps, None, LINES)
}

fn suggestions(study: &RankStudy, program: &str) -> Option<Vec<Step>> {
    let program = copyable(program)?;
    let named = match usable(&study.subject.source)?.as_str() {
        BASELINE => String::new(),
        source => format!(" {source}"),
    };
    let changes = match options(&study.subject.changes)?.as_str() {
        "" => String::new(),
        options => format!(" {options}"),
    };
    let rank = format!("{program} rank{named}{changes}");
    let run = format!("{program} run{named}{changes}");
    let by_itself = step(rank.clone(), "each left out by itself");
    let themes = step(
        format!("{rank} --shapley --by theme"),
        "what each theme adds",
    );
    let numbers = step(
        format!("{rank} --numbers"),
        "numbers that no argument sets may weigh more",
    );
    Some(match (study.ranking.method(), study.by) {
        (RankMethod::LeaveOut, RankBy::Argument) => {
            let without = without_first(study, &run);
            [numbers, themes].into_iter().chain(without).collect()
        }
        (RankMethod::LeaveOut, RankBy::Theme) => vec![by_itself, themes, numbers],
        (RankMethod::Split, _) => vec![by_itself, numbers],
        (RankMethod::Numbers, _) => {
            let shake = format!("{program} shake{named}{changes}");
            let shake = step(shake, "if all of them are off at once");
            // A scenario without arguments has none to leave out.
            let by_itself = has_steps(study).then_some(by_itself);
            [shake].into_iter().chain(by_itself).collect()
        }
    })
}

/// Whether an argument made any of the numbers.
fn has_steps(study: &RankStudy) -> bool {
    match &study.ranking {
        Ranking::Numbers(numbers) => numbers.iter().any(|it| it.kind == JudgedKind::Step),
        Ranking::LeftOut(_) | Ranking::Split(_) => true,
    }
}

fn step(command: String, about: &str) -> Step {
    Step {
        command,
        about: about.to_owned(),
    }
}

/// The run without the argument that moves the quantity most.
fn without_first(study: &RankStudy, run: &str) -> Option<Step> {
    let words = RankWords::new(study);
    let id = copyable(words.rows().first()?.id)?;
    Some(step(
        format!("{run} --without {id}"),
        "without the first of these",
    ))
}
