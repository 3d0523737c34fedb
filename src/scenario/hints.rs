//! Plain words for what is not TOML: what the typical slip looks like, and what to write instead.

mod brackets;
mod headings;
mod invisible;
mod lines;
mod parts;
mod quotes;
#[cfg(test)]
mod tests;
mod texts;
mod typos;
mod values;

pub use lines::no_lines;
pub use parts::too_many as too_many_parts;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::read::text::{Spot, Text};
use crate::error::{Place, Problem};

/// Maximum problems reported for lines that are not TOML.
const MOST_PROBLEMS: usize = 50;

/// What the parser found, in plain words: of each line the first, since the rest follows from it.
pub fn problems(text: &Arc<Text>, errors: &[toml::de::Error]) -> Vec<Problem> {
    let content = text.content();
    if let Some(at) = brackets::never_closed(content) {
        let problem = Problem::new("this bracket is never closed").at(Spot::new(text, at..at + 1).place());
        return vec![problem.help("close it on the same line, or before the next key")];
    }
    let lines: Vec<&str> = content.split('\n').collect();
    let begin = |error: &&toml::de::Error| error.span().map_or(0, |span| span.start);
    let mut errors: Vec<&toml::de::Error> = errors.iter().collect();
    errors.sort_by_key(begin);
    let (mut problems, mut reported) = (Vec::new(), BTreeSet::new());
    let (mut heading, mut seen) = (None, 0);
    let mut doubled = None; // the heading that is there twice, so that the keys under it are too
    for error in errors {
        let span = error.span().map(|span| before_line_end(content, span));
        let spot = span.map(|span| Spot::new(text, span));
        let line = spot.as_ref().map_or(0, Spot::line);
        heading = headings::last(&lines, seen, line).or(heading);
        seen = seen.max(line);
        let is_twice = error.message().contains("duplicate key");
        if !reported.insert(line) || (is_twice && heading.is_some() && doubled == heading) {
            continue;
        }
        if is_twice && heading == Some(line) {
            doubled = heading;
        }
        let place = spot.as_ref().and_then(Spot::place);
        if let Some(last) = texts::broken(&lines, line) {
            reported.extend(line..=last);
            let problem = Problem::new("the text goes on over more than one line").at(place);
            problems.push(problem.help("put it on one line, or three quotation marks around it: \"\"\"...\"\"\""));
        } else {
            problems.push(problem(place, error.message()));
        }
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
    }
    problems
}

/// What the parser misses at the end of a line it may place on the next: back to the line that lacks it; and what it
/// misses behind a quotation mark is the fault of the mark.
fn before_line_end(content: &str, span: Range<usize>) -> Range<usize> {
    let before = content.get(..span.start).unwrap_or("");
    let end = before.strip_suffix('\n').map_or(before.len(), str::len);
    match before.as_bytes().last() {
        Some(b'"') if span.is_empty() => end - 1..end,
        _ if span.is_empty() => end..span.end,
        _ => span,
    }
}

/// The problem of a line that is not TOML. `said` is the parser's reason, reported if no typical mistake is known.
fn problem(place: Option<Place>, said: &str) -> Problem {
    let typo = place.as_ref().and_then(|place| typos::typo(place, said));
    match typo {
        Some((message, help)) => Problem::new(message).at(place).help(help),
        None => Problem::new(format!("this is not TOML: {said}"))
            .at(place)
            .help("write one `key = value` to a line, under the heading of its table"),
    }
}

/// The problem of an option `PATH=VALUE` whose value is not TOML.
pub fn of_option(place: Option<Place>, (path, value): (&str, &str)) -> Problem {
    match values::number_typo(value) {
        Some(typo) => Problem::new(&typo.what).help(typo.help(|right| {
            // In a shell what has spaces stands in quotes.
            let quote = if right.contains(' ') { "'" } else { "" };
            format!("write --set {quote}{path}={right}{quote}")
        })),
        None => Problem::new(format!("`{path}` must be a number, but it is {}", shortened(value)))
            .help("write a number such as 0.7, or an uncertain value such as '{ uniform = [0, 1] }'"),
    }
    .at(place)
}

/// A value as it was written; of a long one the beginning.
fn shortened(value: &str) -> String {
    const MOST: usize = 60;
    let shown: String = value.chars().take(MOST).collect();
    if shown.len() < value.len() { format!("`{shown}...`") } else { format!("`{shown}`") }
}
