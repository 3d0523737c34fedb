//! A scenario's text, and places in it.

use std::ops::Range;
use std::sync::Arc;

use crate::error::{Place, WrittenIn};

/// Maximum characters of a line that are shown.
const MOST_SHOWN: usize = 160;
/// Characters shown before a place in a longer line.
const MOST_BEFORE: usize = 60;
/// A place nearer than this to the end of what is shown moves the window.
const MOST_AFTER: usize = 40;

/// The text of a scenario or of an option, and where it was written.
#[derive(Debug)]
pub struct Text {
    /// The file, shipped scenario or option.
    written_in: WrittenIn,
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
    pub fn new(written_in: WrittenIn, content: String, depth: usize) -> Arc<Self> {
        let lines = std::iter::once(0)
            .chain(content.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Arc::new(Self {
            written_in,
            content,
            depth,
            lines,
        })
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
        Self {
            text: Arc::clone(text),
            span,
        }
    }

    /// Where it begins, in bytes.
    pub const fn start(&self) -> usize {
        self.span.start
    }

    /// Where its text was written.
    pub fn written_in(&self) -> &WrittenIn {
        &self.text.written_in
    }

    /// How many files stand over the one it lies in.
    pub fn depth(&self) -> usize {
        self.text.depth
    }

    /// The line it begins in, from 1.
    pub fn line(&self) -> usize {
        self.text
            .lines
            .partition_point(|&begin| begin <= self.span.start.min(self.text.content.len()))
    }

    /// The first line of its text.
    pub fn first_line(&self) -> &str {
        self.text.content.lines().next().unwrap_or_default()
    }

    /// The comment that stands at it: in the lines right above it, and behind it on its own line.
    /// Empty where there is none.
    pub fn comment(&self) -> String {
        let line = self.line();
        let above = (1..line)
            .rev()
            .map(|line| self.text_of(line).trim_start())
            .take_while(|text| text.starts_with('#'));
        let mut parts: Vec<&str> = above.collect();
        parts.reverse();
        let end = self.span.end.min(self.text.content.len());
        let own = self.text.content.get(end..).unwrap_or_default();
        let own = own.lines().next().unwrap_or_default();
        parts.extend(own.split_once(" #").map(|(_, comment)| comment));
        let words: Vec<&str> = parts
            .iter()
            .map(|part| part.trim_start_matches('#').trim())
            .collect();
        words.join(" ").trim().to_owned()
    }

    /// A line of its text, from 1.
    fn text_of(&self, line: usize) -> &str {
        let begin = self.text.lines.get(line - 1).copied();
        let rest = begin.and_then(|begin| self.text.content.get(begin..));
        rest.and_then(|rest| rest.lines().next())
            .unwrap_or_default()
    }

    /// Its file and line, in a few words: `mine.toml:14`.
    pub fn line_name(&self) -> String {
        format!("{}:{}", self.text.written_in, self.line())
    }

    /// The stretch as a line and column to show.
    pub fn place(&self) -> Option<Place> {
        let Text {
            content,
            lines,
            written_in,
            ..
        } = &*self.text;
        let start = self.span.start.min(content.len());
        let line = self.line();
        let begin = lines[line - 1]; // the first line begins at 0, so that one at least begins before
        let before = content.get(begin..start)?.chars().count();
        // Of a very long line what lies around the place is shown.
        let (skipped, mark) = if before + MOST_AFTER > MOST_SHOWN {
            (before - MOST_BEFORE.min(before), "...")
        } else {
            (0, "")
        };
        let shown: String = content
            .get(begin..)?
            .chars()
            .skip(skipped)
            .take_while(|&c| c != '\n')
            .take(MOST_SHOWN)
            .collect();
        let meant = content
            .get(start..self.span.end.min(content.len()))
            .unwrap_or("");
        let offset = before - skipped + mark.len();
        let room = (MOST_SHOWN + mark.len()).saturating_sub(offset).max(1);
        Some(Place {
            written_in: written_in.clone(),
            line,
            column: before + 1,
            text: format!("{mark}{}", shown.trim_end_matches('\r')),
            offset,
            width: meant
                .chars()
                .take_while(|&c| c != '\n')
                .take(room)
                .count()
                .max(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_stands_above_or_behind() {
        let content = "# far\n\n# one\n  # two\n[a]\nb = 3 # three\nc = 1\n";
        let text = Text::new(WrittenIn::Set, content.to_owned(), 0);
        let comment = |word: &str| {
            let at = content.find(word).unwrap();
            Spot::new(&text, at..at + word.len()).comment()
        };
        assert_eq!(
            ["[a]", "b = 3", "c = 1"].map(comment),
            ["one two", "three", ""]
        );
    }

    #[test]
    fn a_place_far_out_in_a_long_line_is_shown_with_what_lies_around_it() {
        let text = Text::new(
            WrittenIn::Set,
            format!("a\n{}HERE{}\r\nb", "x".repeat(100_000), "y".repeat(100_000)),
            0,
        );
        let place = Spot::new(&text, 100_002..100_006).place().unwrap();
        assert_eq!((place.line, place.column, place.width), (2, 100_001, 4));
        assert!(
            place.text.len() < 200 && place.text[place.offset..].starts_with("HERE"),
            "{place:?}"
        );
        let short = Spot::new(&text, 0..1).place().unwrap();
        assert_eq!(
            (short.line, short.column, short.offset, short.text.as_str()),
            (1, 1, 0, "a")
        );
        assert_eq!(Spot::new(&text, 300_000..400_000).place().unwrap().line, 3);
    }
}
