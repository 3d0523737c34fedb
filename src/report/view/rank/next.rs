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
    let rank = format!("{program} rank{named}");
    let themes = [
        format!("{rank} --shapley --by theme"),
        "what each theme adds, in any company".to_owned(),
    ];
    let numbers = [
        format!("{rank} --numbers"),
        "if the numbers are off by a fifth".to_owned(),
    ];
    let steps = match study.ranking.method() {
        RankMethod::Split => vec![[rank, "each left out by itself".to_owned()], numbers],
        RankMethod::Numbers => vec![themes],
        RankMethod::LeaveOut => {
            let run = format!("{program} run{named}");
            without_first(study, &run)
                .into_iter()
                .chain([themes])
                .collect()
        }
    };
    lines(&steps)
}

/// The run without the argument that carries most.
fn without_first(study: &RankStudy, run: &str) -> Option<[String; 2]> {
    if study.by == RankBy::Theme {
        return None;
    }
    let words = RankWords::new(study);
    let id = copyable(words.rows().first()?.id)?;
    Some([
        format!("{run} --without {id}"),
        "the crisis without the first of these".to_owned(),
    ])
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
