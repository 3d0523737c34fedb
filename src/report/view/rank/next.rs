//! What the reader of a ranking may try next: commands that can be copied.

use crate::error::{columns, copyable};
use crate::report::layout::{WIDTH, filled};
use crate::report::words::RankWords;
use crate::scenario::library::BASELINE;
use crate::study::{RankBy, RankMethod, RankStudy};

/// Columns between a command and what it is about.
const GAP: usize = 3;
/// Columns before a command.
const INDENT: usize = 2;

/// Lines that say what to try; none where the scenario cannot be named in a command.
#[must_use]
pub fn next(study: &RankStudy, program: &str) -> Vec<String> {
    let Some(program) = copyable(program) else {
        return Vec::new();
    };
    let Some(source) = copyable(&study.subject.source) else {
        return Vec::new();
    };
    // What was changed would have to be said again in each.
    if !study.subject.changes.is_empty() {
        return Vec::new();
    }
    let named = match source.as_str() {
        BASELINE => String::new(),
        other => format!(" {other}"),
    };
    let mut steps = Vec::new();
    if let Some(step) = without_first(study, &program, &source) {
        steps.push(step);
    }
    let rank = format!("{program} rank{named}");
    match study.ranking.method() {
        RankMethod::Split => {
            steps.push([rank.clone(), "each left out by itself".to_owned()]);
        }
        RankMethod::LeaveOut | RankMethod::Numbers => steps.push([
            format!("{rank} --shapley --by theme"),
            "what each theme adds, in any company".to_owned(),
        ]),
    }
    if study.ranking.method() != RankMethod::Numbers {
        steps.push([
            format!("{rank} --numbers"),
            "if the numbers are off by a fifth".to_owned(),
        ]);
    }
    lines(&steps)
}

/// The comparison with the one that carries most left out.
fn without_first(study: &RankStudy, program: &str, source: &str) -> Option<[String; 2]> {
    let is_argument = study.by == RankBy::Argument && study.ranking.method() != RankMethod::Numbers;
    let words = RankWords::new(study);
    let first = words.rows().first().filter(|_| is_argument)?;
    let id = copyable(first.id)?;
    let command = format!("{program} compare {source} --variant 'without: --without {id}'");
    Some([command, String::new()])
}

fn lines(steps: &[[String; 2]]) -> Vec<String> {
    let fitting = steps
        .iter()
        .filter(|[command, _]| INDENT + columns(command) <= WIDTH);
    let about = fitting.clone().filter(|[_, about]| !about.is_empty());
    let wide = about
        .map(|[command, _]| columns(command))
        .max()
        .unwrap_or_default();
    let mut lines = vec!["Try next".to_owned()];
    for [command, about] in fitting {
        let whole = format!("{}{:GAP$}{about}", filled(command, wide), "");
        let line = if INDENT + columns(&whole) <= WIDTH {
            whole
        } else {
            command.clone()
        };
        lines.push(format!("{:INDENT$}{}", "", line.trim_end()));
    }
    lines
}
