//! What was changed in what was run, beside what it builds on.

use crate::error::{printable, wrapped};
use crate::report::layout::WIDTH;
use crate::report::words::{changed_inputs, every_input_in_words};
use crate::study::Subject;

/// What was changed, in a sentence of so many lines at most; none where nothing was.
#[must_use]
pub fn changed(subject: &Subject, lines: usize) -> Option<String> {
    let inputs = inputs_of(subject, lines);
    let all = if inputs.is_empty() {
        &subject.changes
    } else {
        &inputs
    };
    let from = subject
        .departure
        .as_ref()
        .map(|departure| printable(&departure.from))
        .filter(|from| *from != printable(&subject.name));
    let switched = switched(subject, &inputs);
    let head = match from {
        Some(from) => format!("Changed from {from}{switched}: "),
        None => format!("Changed{switched}: "),
    };
    let mut kept = all.len();
    while kept > 1 && !fits(&sentence(&head, all, kept), lines) {
        kept -= 1;
    }
    (!all.is_empty()).then(|| sentence(&head, all, kept))
}

/// The inputs that differ: all of them where the sentence is short and counts those that it leaves
/// out.
fn inputs_of(subject: &Subject, lines: usize) -> Vec<String> {
    match &subject.departure {
        Some(departure) if lines < usize::MAX => {
            every_input_in_words(&departure.inputs, &subject.names)
        }
        _ => changed_inputs(subject),
    }
}

/// The arguments that the user switched, in brackets, where what follows are the numbers that this
/// changes; nothing where none was.
fn switched(subject: &Subject, inputs: &[String]) -> String {
    let switches: Vec<String> = subject
        .changes
        .iter()
        .filter(|change| change.starts_with("with ") || change.starts_with("without "))
        .map(|change| printable(change))
        .collect();
    if switches.is_empty() || inputs.is_empty() {
        return String::new();
    }
    format!(" ({})", switches.join(", "))
}

/// The first changes of all, and how many more there are.
fn sentence(head: &str, all: &[String], kept: usize) -> String {
    let more = match all.len() - kept {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!("{head}{}{more}.", all[..kept].join("; "))
}

fn fits(words: &str, lines: usize) -> bool {
    wrapped(words, WIDTH).len() <= lines
}
