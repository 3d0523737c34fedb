//! Judged numbers as a table: to what level each moves the quantity, a fifth less and a fifth more.

use super::rows::row_lines;
use crate::report::cut::begun;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{RankRow, RankWords};

/// How wide a level is, and how far from what stands before it.
const LEVEL: usize = 12;
const GAP: usize = 2;
/// How wide the words are.
const WORDS: usize = WIDTH - 2 * LEVEL - 2 * GAP - 1;

/// Adds a line for each number.
pub fn number_table(prose: &mut Prose, words: &RankWords<'_>, rows: &[&RankRow<'_>]) {
    if rows.is_empty() {
        return;
    }
    let mut table = empty(words);
    for row in rows {
        let [less, more] = levels(row);
        table.cells([less, more, line_of(row)]);
    }
    prose.table(table);
}

/// Adds each number in full: whose it is, and by how much it moves the quantity.
pub fn all_numbers(prose: &mut Prose, words: &RankWords<'_>) {
    let mut table = empty(words);
    for row in words.rows() {
        let mut lines = row_lines(&row.name, &row.who, WORDS, usize::MAX);
        lines.push(plain(&row.range));
        for (at, line) in lines.into_iter().enumerate() {
            let [less, more] = if at == 0 {
                levels(row)
            } else {
                [String::new(), String::new()]
            };
            table.cells([less, more, line]);
        }
    }
    prose.table(table);
}

fn empty(words: &RankWords<'_>) -> Table {
    Table {
        columns: vec![
            Track::right(0, LEVEL),
            Track::right(GAP, LEVEL),
            Track::left(GAP + 1, 0),
        ],
        heading: vec![
            "a fifth less".to_owned(),
            "a fifth more".to_owned(),
            begun(&words.numbers_head(), WORDS),
        ],
        ..Table::default()
    }
}

fn levels(row: &RankRow<'_>) -> [String; 2] {
    row.ways.as_ref().map_or_else(
        || [String::new(), String::new()],
        |ways| ways.levels.clone(),
    )
}

/// A number on one line: with the argument that it is a step of, as far as there is room.
fn line_of(row: &RankRow<'_>) -> String {
    begun(&row.name, WORDS)
}
