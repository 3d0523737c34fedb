//! The rows of a ranking that have room on a screen.

use super::numbers::number_table;
use super::rows::{WORDS, add, groups, row_lines, table};
use crate::report::layout::WIDTH;
use crate::report::prose::Prose;
use crate::report::words::{RankRow, RankWords, chosen_rows};
use crate::study::RankMethod;

/// A row has at most so many lines, unless too few rows have room then.
const LINES_OF_ONE: usize = 2;
/// So many rows are worth shorter claims.
const ENOUGH: usize = 4;

/// Adds the rows that are sure, as many as so many lines hold with their heads, and what the others
/// come to.
pub fn short(prose: &mut Prose, words: &RankWords<'_>, lines: usize) {
    let [sure, unsure] = words.sure_and_unsure();
    let is_of_numbers = words.study().ranking.method() == RankMethod::Numbers;
    let whole = fitting(words, &sure, lines, LINES_OF_ONE);
    let of_one = if whole.len() < sure.len().min(ENOUGH) {
        1
    } else {
        LINES_OF_ONE
    };
    let chosen = fitting(words, &sure, lines, of_one);
    let shown = picked(&sure, &chosen);
    if is_of_numbers {
        number_table(prose, words, &shown);
    } else {
        grouped(prose, words, &shown, of_one);
    }
    let left: Vec<RankRow<'_>> = (0..sure.len())
        .filter(|at| !chosen.contains(at))
        .map(|at| sure[at].clone())
        .collect();
    if let Some(rest) = words.rest(&left, &unsure) {
        prose.paragraph(format!("{rest}."));
    }
}

/// The places of the rows that so many lines hold, each of so many at most.
fn fitting(words: &RankWords<'_>, sure: &[RankRow<'_>], lines: usize, of_one: usize) -> Vec<usize> {
    chosen_rows(sure, |places| {
        taken(words, &picked(sure, places), of_one) <= lines
    })
}

fn picked<'r>(rows: &'r [RankRow<'r>], places: &[usize]) -> Vec<&'r RankRow<'r>> {
    places.iter().filter_map(|&at| rows.get(at)).collect()
}

/// How many lines rows take with their heads, each so many at most.
fn taken(words: &RankWords<'_>, rows: &[&RankRow<'_>], of_one: usize) -> usize {
    if words.study().ranking.method() == RankMethod::Numbers {
        return 1 + rows.len();
    }
    let heads = groups(rows.iter().copied(), words).len();
    let lines = rows.iter().map(|row| of_row(row, of_one).len());
    heads + lines.sum::<usize>()
}

fn of_row(row: &RankRow<'_>, of_one: usize) -> Vec<String> {
    row_lines(&row.name, &row.voice, WORDS, of_one)
}

/// Adds rows under what those have in common that go the same way.
fn grouped(prose: &mut Prose, words: &RankWords<'_>, rows: &[&RankRow<'_>], of_one: usize) {
    for group in groups(rows.iter().copied(), words) {
        prose.line(words.group_head(group.raises, WIDTH));
        let mut table = table();
        for row in group.rows {
            add(&mut table, row.size(), &of_row(row, of_one));
        }
        prose.table(table);
    }
}
