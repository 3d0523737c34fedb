//! Names and changes of variants within a column: whole words, and whole changes.

use crate::report::chart::backend::{Canvas, Type};
use crate::report::cut::shortened;

/// Sets words within a width.
pub struct Words<'c> {
    pub canvas: &'c Canvas,
    pub width: f64,
}

impl Words<'_> {
    fn fits(&self, words: &str, set: Type) -> bool {
        self.canvas.ruler.width(words, set) <= self.width
    }

    /// A name in one line, without words in its middle where it is too long.
    pub fn name(&self, name: &str, set: Type) -> String {
        if self.fits(name, set) {
            return name.to_owned();
        }
        let length = name.chars().count();
        (8..length)
            .rev()
            .map(|most| shortened(name, most))
            .find(|shorter| self.fits(shorter, set))
            .unwrap_or_else(|| self.canvas.ruler.cut_middle(name, set, self.width))
    }

    /// What was changed, in no more than `most` lines: whole changes, as many as there is room for,
    /// and the number of the others. A single change that is too long loses words in its middle.
    pub fn changes(&self, changes: &[String], set: Type, most: usize) -> Vec<String> {
        if changes.is_empty() || most == 0 {
            return Vec::new();
        }
        for named in (1..=changes.len()).rev() {
            let words = with_others(&changes[..named].join("; "), changes.len() - named);
            let lines = self.canvas.ruler.broken(&words, set, self.width, most);
            if lines.iter().all(|line| self.fits(line, set)) {
                return lines;
            }
        }
        let others = changes.len() - 1;
        let mut whole = changes.iter().map(|change| with_others(change, others));
        if let Some(words) = whole.find(|words| self.fits(words, set)) {
            return vec![words];
        }
        let length = changes[0].chars().count();
        let shorter = (8..length)
            .rev()
            .map(|most| with_others(&shortened(&changes[0], most), others))
            .find(|words| self.fits(words, set));
        vec![shorter.unwrap_or_else(|| self.canvas.ruler.cut_middle(&changes[0], set, self.width))]
    }
}

fn with_others(words: &str, others: usize) -> String {
    match others {
        0 => words.to_owned(),
        1 => format!("{words}; and 1 other change"),
        others => format!("{words}; and {others} other changes"),
    }
}
