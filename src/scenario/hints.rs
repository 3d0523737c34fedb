//! Plain words for what is not TOML: what the typical slip looks like, and what to write instead.
//!
//! `lexer` knows what a text, a comment and a bracket are. `lines` and `parts` look at a text
//! before the parser does; `brackets` and `broken_texts` at several lines of it, `rules` at one,
//! and `slips` at a value.

mod brackets;
mod broken_texts;
mod lexer;
mod line;
mod lines;
mod parts;
mod rules;
mod slip;
mod slips;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use line::{Line, last_heading};
pub use lines::no_lines;
pub use parts::too_many as too_many_parts;

use super::read::text::{Spot, Text};
use crate::error::{Place, Problem};

/// Maximum problems reported for lines that are not TOML.
const MOST_PROBLEMS: usize = 50;

/// What the parser found, in plain words: of each line the first, since the rest follows from it.
pub fn problems(text: &Arc<Text>, errors: &[toml::de::Error]) -> Vec<Problem> {
    if let Some(at) = brackets::never_closed(text.content()) {
        let problem =
            Problem::new("this bracket is never closed").at(Spot::new(text, at..at + 1).place());
        return vec![problem.help("close it on the same line, or before the next key")];
    }
    let mut errors: Vec<&toml::de::Error> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let mut report = Report::of(text);
    for error in errors {
        report.add(error);
        if report.problems.len() >= MOST_PROBLEMS {
            break;
        }
    }
    report.problems
}

/// The problems of a text, as they are found from its beginning to its end.
struct Report<'t> {
    text: &'t Arc<Text>,
    lines: Vec<&'t str>,
    problems: Vec<Problem>,
    /// The lines that nothing more is said of.
    reported: BTreeSet<usize>,
    /// The line of the last error, and the last heading up to it.
    line: usize,
    heading: Option<usize>,
    /// The heading that is there twice, so that the keys under it are too.
    doubled: Option<usize>,
}

impl<'t> Report<'t> {
    fn of(text: &'t Arc<Text>) -> Self {
        let lines = text.content().split('\n').collect();
        Self {
            text,
            lines,
            problems: Vec::new(),
            reported: BTreeSet::new(),
            line: 0,
            heading: None,
            doubled: None,
        }
    }

    /// Adds what the parser found, unless it follows from something before it.
    fn add(&mut self, error: &toml::de::Error) {
        let span = error
            .span()
            .map(|span| before_line_end(self.text.content(), span));
        let spot = span.map(|span| Spot::new(self.text, span));
        let line = spot.as_ref().map_or(0, Spot::line);
        self.heading = last_heading(&self.lines, self.line, line).or(self.heading);
        self.line = self.line.max(line);
        let is_twice = error.message().contains("duplicate key");
        if !self.reported.insert(line)
            || (is_twice && self.heading.is_some() && self.doubled == self.heading)
        {
            return;
        }
        if is_twice && self.heading == Some(line) {
            self.doubled = self.heading;
        }
        let place = spot.as_ref().and_then(Spot::place);
        if let Some(last) = broken_texts::last_line(&self.lines, line) {
            self.reported.extend(line..=last);
            let problem = Problem::new("the text goes on over more than one line").at(place);
            self.problems.push(
                problem.help(
                    "put it on one line, or three quotation marks around it: \"\"\"...\"\"\"",
                ),
            );
        } else {
            self.problems.push(problem(place, error.message()));
        }
    }
}

/// What the parser misses at the end of a line it may place on the next: back to the line that
/// lacks it; and what it misses behind a quotation mark is the fault of the mark.
fn before_line_end(content: &str, span: Range<usize>) -> Range<usize> {
    let before = content.get(..span.start).unwrap_or("");
    let end = before.strip_suffix('\n').map_or(before.len(), str::len);
    match before.as_bytes().last() {
        Some(b'"') if span.is_empty() => end - 1..end,
        _ if span.is_empty() => end..span.end,
        _ => span,
    }
}

/// The problem of a line that is not TOML. `said` is the parser's reason, reported if no typical
/// mistake is known.
fn problem(place: Option<Place>, said: &str) -> Problem {
    let typo = place
        .as_ref()
        .and_then(|place| rules::typo(&Line::at(place, said)));
    let problem = match typo {
        Some(typo) => Problem::new(typo.message).help(typo.help),
        None => Problem::new(format!("this is not TOML: {said}"))
            .help("write one `key = value` to a line, under the heading of its table"),
    };
    problem.at(place)
}

/// The problem of an option `PATH=VALUE` whose value is not TOML.
pub fn of_option(place: Option<Place>, path: &str, value: &str) -> Problem {
    let problem = match slips::of_number(value) {
        Some(slip) => Problem::new(&slip.what).help(slip.help(|right| option(path, right))),
        None => Problem::new(format!(
            "`{path}` must be a number, but it is {}",
            shortened(value)
        ))
        .help("write a number such as 0.7, or an uncertain value such as '{ uniform = [0, 1] }'"),
    };
    problem.at(place)
}

/// What to write on the command line.
fn option(path: &str, right: &str) -> String {
    // In a shell what has spaces stands in quotes.
    let quote = if right.contains(' ') { "'" } else { "" };
    format!("write --set {quote}{path}={right}{quote}")
}

/// A value as it was written; of a long one the beginning.
fn shortened(value: &str) -> String {
    const MOST: usize = 60;
    let shown: String = value.chars().take(MOST).collect();
    if shown.len() < value.len() {
        format!("`{shown}...`")
    } else {
        format!("`{shown}`")
    }
}
