//! A scenario's text, and places in it.

use std::ops::Range;
use std::sync::Arc;

use crate::error::Place;

/// No more than so much of a line is shown.
const MOST_SHOWN: usize = 160;

/// A scenario's text, and what to call it.
#[derive(Debug)]
pub struct Text {
    /// The name shown to the user: a path, or the name of a shipped scenario.
    name: String,
    /// What it says.
    content: String,
    /// How many files stand over it: 0 for the scenario itself, 1 for the one that it extends.
    depth: usize,
    /// Where its lines begin.
    lines: Vec<usize>,
}

impl Text {
    /// What it says.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// A text, at a depth of inheritance.
    pub fn new(name: String, content: String, depth: usize) -> Arc<Self> {
        let lines = std::iter::once(0).chain(content.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Arc::new(Self { name, content, depth, lines })
    }
}

/// A stretch of a text.
#[derive(Clone, Debug)]
pub struct Spot {
    text: Arc<Text>,
    span: Range<usize>,
}

impl Spot {
    /// The stretch of a text, in bytes.
    pub fn new(text: &Arc<Text>, span: Range<usize>) -> Self {
        Self { text: Arc::clone(text), span }
    }

    /// Where it begins, in bytes.
    pub const fn start(&self) -> usize {
        self.span.start
    }

    /// How many files stand over the one it lies in.
    pub fn depth(&self) -> usize {
        self.text.depth
    }

    /// The stretch as a line and column to show.
    pub fn place(&self) -> Option<Place> {
        let Text { content: text, lines, .. } = &*self.text;
        let start = self.span.start.min(text.len());
        let line = lines.partition_point(|&begin| begin <= start);
        let begin = lines[line - 1]; // the first line begins at 0, so that one at least begins before
        let shown: String = text.get(begin..)?.lines().next().unwrap_or("").chars().take(MOST_SHOWN).collect();
        let column = text.get(begin..start)?.chars().count();
        let meant = text.get(start..self.span.end.min(text.len())).unwrap_or("").lines().next().unwrap_or("");
        let room = MOST_SHOWN.saturating_sub(column).max(1);
        Some(Place {
            file: self.text.name.clone(),
            line,
            column: column + 1,
            width: meant.chars().take(room).count().max(1),
            text: shown,
        })
    }
}
