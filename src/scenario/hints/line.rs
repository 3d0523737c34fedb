//! A line that is not TOML, and what can be wrong with it.

use super::lexer::without_comment;
use crate::error::Place;

/// A line that the parser does not understand.
pub struct Line<'l> {
    /// The place that the parser points to.
    pub place: &'l Place,
    /// What the parser says of it.
    pub said: &'l str,
    /// The line without its comment and the space around it.
    pub code: &'l str,
    /// What it looks like.
    pub form: Form<'l>,
}

/// What a line looks like.
pub enum Form<'l> {
    /// The heading of a table.
    Heading(Heading<'l>),
    /// A key and a value with `=` between them.
    Pair {
        /// What stands before the first `=`.
        key: &'l str,
        /// What stands behind it.
        value: &'l str,
    },
    /// An item of a list on a line of its own, without the comma behind it.
    Item(&'l str),
    /// Anything else.
    Other,
}

/// A heading, such as `[actors.iran]`.
pub struct Heading<'l> {
    /// How it should open: with one bracket or two.
    pub open: &'static str,
    /// How it should close.
    pub close: &'static str,
    /// What stands in the brackets.
    pub name: &'l str,
    /// What stands behind the last bracket.
    pub behind: &'l str,
    /// Whether it is closed as it was opened.
    pub is_closed: bool,
}

/// A typical mistake.
pub struct Typo {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Typo {
    /// A mistake and its remedy.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }
}

impl<'l> Line<'l> {
    /// The line at a place; `said` is the parser's reason.
    pub fn at(place: &'l Place, said: &'l str) -> Self {
        let code = without_comment(place.text.trim());
        Self {
            place,
            said,
            code,
            form: Form::of(code),
        }
    }
}

impl<'l> Form<'l> {
    fn of(code: &'l str) -> Self {
        if is_heading(code) {
            return Self::Heading(Heading::of(code));
        }
        if let Some((key, value)) = code.split_once('=') {
            return Self::Pair {
                key: key.trim(),
                value: value.trim(),
            };
        }
        code.strip_suffix(',')
            .map_or(Self::Other, |item| Self::Item(item.trim()))
    }
}

impl<'l> Heading<'l> {
    fn of(code: &'l str) -> Self {
        let is_double = code.starts_with("[[");
        let (name, behind) = code.split_at(code.rfind(']').map_or(code.len(), |at| at + 1));
        Self {
            open: if is_double { "[[" } else { "[" },
            close: if is_double { "]]" } else { "]" },
            name: name.trim_matches(['[', ']', ' ']),
            behind: behind.trim(),
            is_closed: code.ends_with(']') && is_double == code.ends_with("]]"),
        }
    }
}

/// Whether a line looks like a heading: `[...]`, and no list that is a value.
pub fn is_heading(line: &str) -> bool {
    line.starts_with('[') && !line.contains('=')
}

/// The last heading behind one line and up to another; lines are counted from 1.
pub fn last_heading(lines: &[&str], behind: usize, line: usize) -> Option<usize> {
    (behind + 1..=line.min(lines.len()))
        .rev()
        .find(|&at| is_heading(lines[at - 1].trim()))
}
