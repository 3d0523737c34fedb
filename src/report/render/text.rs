//! Prose as plain text, 80 columns wide.

use crate::error::columns;
use crate::report::layout::{self, WIDTH, at_the_right, filled, fitted};
use crate::report::prose::{Block, Prose, Table, TableRow, Track, WordAlign};

/// How far words are indented that stand below their head.
const BELOW: usize = 6;

/// Renders prose, ending in a newline where there is any.
#[must_use]
pub fn text(prose: &Prose) -> String {
    let mut text = String::new();
    for block in &prose.blocks {
        match block {
            Block::Gap => text.push('\n'),
            Block::Line(words) => layout::line(&mut text, words),
            Block::Paragraph { indent, words } => layout::paragraph(&mut text, *indent, words),
            Block::Item(words) => layout::item(&mut text, words),
            Block::Entry {
                indent,
                head,
                words,
            } => {
                let head = format!("{:indent$}{head}", "");
                with_words(&mut text, &head, words);
            }
            Block::Table(table) => rows(&mut text, table),
        }
    }
    text
}

/// Adds words after a head, or below it where they do not fit.
fn with_words(text: &mut String, head: &str, words: &str) {
    if columns(head) + columns(words) <= WIDTH {
        return layout::line(text, &format!("{head}{words}"));
    }
    layout::line(text, head);
    layout::paragraph(text, BELOW, words);
}

fn rows(text: &mut String, table: &Table) {
    if !table.heading.is_empty() {
        layout::line(text, &cells(&table.heading, &table.columns, table.indent));
    }
    let indent = " ".repeat(table.indent);
    for row in &table.rows {
        match row {
            TableRow::Cells(row) => {
                layout::line(text, &format!("{indent}{}", cells(row, &table.columns, 0)));
            }
            TableRow::Label(label) => layout::line(text, label),
            TableRow::Below(words) => layout::paragraph(text, table.indent + 2, words),
            TableRow::Words { first, gap, words } => {
                let first = table
                    .columns
                    .first()
                    .map_or_else(String::new, |track| cell(first, track, 0));
                with_words(text, &format!("{indent}{first}{:gap$}", ""), words);
            }
        }
    }
}

/// Cells side by side; the first column may be wider by so much.
fn cells(cells: &[String], columns: &[Track], wider: usize) -> String {
    let mut line = String::new();
    for (at, (words, track)) in cells.iter().zip(columns).enumerate() {
        line.extend(std::iter::repeat_n(' ', track.gap));
        line += &cell(words, track, if at == 0 { wider } else { 0 });
    }
    line
}

fn cell(words: &str, track: &Track, wider: usize) -> String {
    let width = track.width + wider;
    match track.align {
        WordAlign::Left => filled(words, width),
        WordAlign::Label => fitted(words, width),
        WordAlign::Right => at_the_right(words, width),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_its_heading_above_its_columns() {
        let mut table = Table {
            indent: 2,
            columns: vec![Track::label(8), Track::right(0, 6), Track::left(3, 0)],
            heading: ["Mean", "value", "interval"].map(str::to_owned).into(),
            ..Table::default()
        };
        table.cells(["Acts", "1.5", "1 to 2"].map(str::to_owned));
        table.words("War", 3, "cannot occur here");
        table.words("War", 3, "cannot occur here: ".repeat(4));
        let mut prose = Prose::default();
        prose.table(table);
        let expected = "Mean       value   interval\n  Acts       1.5   1 to 2\n  War        cannot occur here\n  War\n      \
                        cannot occur here: cannot occur here: cannot occur here: cannot occur\n      here:\n";
        assert_eq!(text(&prose), expected);
    }

    #[test]
    fn what_does_not_fit_beside_its_head_stands_below_it() {
        let mut prose = Prose::default();
        prose.entry(2, "path  ", "0.5 -> 0.6");
        prose.gap();
        prose.entry(2, "path  ", "word ".repeat(16).trim_end());
        let text = text(&prose);
        assert!(
            text.starts_with("  path  0.5 -> 0.6\n\n  path\n      word word"),
            "{text}"
        );
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
    }
}
