//! What the reader of a condition may try next: a run of the scenario with its numbers in the middle
//! of the condition.

use super::steps::{options, usable};
use crate::error::{columns, copyable, shell_quoted};
use crate::numerals::figure;
use crate::report::layout::WIDTH;
use crate::scenario::library::BASELINE;
use crate::study::{DiscoverStudy, SetTo};

/// How many lines a command has at most.
const MOST_LINES: usize = 4;

/// A command that sets the numbers into the box; nothing where that cannot be written, or nothing
/// was found.
pub fn steps(study: &DiscoverStudy, program: &str) -> Vec<String> {
    lines(study, program).unwrap_or_default()
}

fn lines(study: &DiscoverStudy, program: &str) -> Option<Vec<String>> {
    let condition = study.found()?;
    let program = copyable(program)?;
    let scenario = match usable(&study.subject.source)?.as_str() {
        BASELINE => String::new(),
        source => format!(" {source}"),
    };
    let changes = match options(&study.subject.changes)?.as_str() {
        "" => String::new(),
        options => format!(" {options}"),
    };
    let set: Option<Vec<String>> = condition.settings.iter().map(option).collect();
    let mut words = vec![format!("{program} run{scenario}{changes}")];
    words.extend(set.filter(|set| !set.is_empty())?);
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if columns(line) + columns(&word) + 5 <= WIDTH => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    let last = lines.len() - 1; // there is the command at least
    for (at, line) in lines.iter_mut().enumerate() {
        let indent = if at == 0 { "  " } else { "      " };
        let end = if at < last { " \\" } else { "" };
        *line = format!("{indent}{line}{end}");
    }
    let fits = lines.len() <= MOST_LINES && lines.iter().all(|line| columns(line) <= WIDTH);
    let head = "Try next: the authors' other numbers, with these in the middle of it".to_owned();
    fits.then(|| [vec![head], lines].concat())
}

/// The option that sets a number.
fn option(set: &SetTo) -> Option<String> {
    let value = figure(set.value).replace(',', "");
    let words = copyable(&format!("{}={value}", set.path))?;
    Some(format!("--set {}", shell_quoted(&words)))
}
