//! The rows of a ranking as a table: a figure, and words beside it.

use crate::error::{columns, wrapped};
use crate::report::cut::begun;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{RankRow, RankWords};

/// How wide figures are, and how far from the words beside them.
const FIGURE: usize = 7;
const GAP: usize = 3;
pub const WORDS: usize = WIDTH - FIGURE - GAP;
/// Stands between a claim and who makes it.
const DASH: &str = " - ";
/// A claim is cut to no fewer columns than these.
const SHORTEST: usize = 20;

/// An empty table.
pub fn table() -> Table {
    Table {
        columns: vec![Track::right(0, FIGURE), Track::left(GAP, 0)],
        ..Table::default()
    }
}

/// Adds a row: a figure, and words in lines beside it.
pub fn add(table: &mut Table, figure: &str, lines: &[String]) {
    for (at, line) in lines.iter().enumerate() {
        let figure = if at == 0 { figure } else { "" };
        table.cells([figure.to_owned(), line.clone()]);
    }
}

/// Adds rows, each in full with its interval, under what those have in common that go the same way.
pub fn all_rows(prose: &mut Prose, words: &RankWords<'_>, rows: &[RankRow<'_>]) {
    for group in groups(rows.iter(), words) {
        prose.line(words.group_head(group.raises, WIDTH));
        let mut table = table();
        for row in group.rows {
            add_whole(&mut table, row);
        }
        prose.table(table);
    }
}

/// Adds a row in full: a figure, what is claimed and by whom, and the interval.
pub fn add_whole(table: &mut Table, row: &RankRow<'_>) {
    let mut lines = row_lines(&row.name, &row.who, WORDS, usize::MAX);
    lines.push(plain(&row.range));
    add(table, &plain(&row.figure), &lines);
}

/// Rows that go the same way.
pub struct Group<'r> {
    /// Whether they raise the quantity.
    pub raises: bool,
    /// The rows.
    pub rows: Vec<&'r RankRow<'r>>,
}

/// Rows in two groups at most, that of the first row first.
pub fn groups<'r>(
    rows: impl Iterator<Item = &'r RankRow<'r>>,
    words: &RankWords<'_>,
) -> Vec<Group<'r>> {
    let method = words.study().ranking.method();
    let mut groups: Vec<Group<'r>> = Vec::new();
    for row in rows {
        let raises = row.raises(method);
        match groups.iter_mut().find(|group| group.raises == raises) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group {
                raises,
                rows: vec![row],
            }),
        }
    }
    groups
}

/// What a row says beside its figure, in so many lines of a width at most: what is claimed, and by whom. Where
/// there is no room for both, the claim goes first.
pub fn row_lines(name: &str, who: &str, width: usize, most: usize) -> Vec<String> {
    let whole = if who.is_empty() {
        name.to_owned()
    } else {
        format!("{name}{DASH}{who}")
    };
    let lines = wrapped(&whole, width);
    if lines.len() <= most {
        return lines;
    }
    let mut claim = wrapped(name, width);
    if claim.len() > most {
        return in_lines(name, width, most);
    }
    // What is left of the last line is the voice's, as far as it is worth it.
    let room = claim
        .last()
        .map_or(0, |last| width.saturating_sub(columns(last) + DASH.len()));
    if claim.len() < most {
        claim.push(begun(who, width));
    } else if let (true, Some(last)) = (room >= SHORTEST, claim.last_mut()) {
        *last = format!("{last}{DASH}{}", begun(who, room));
    }
    claim
}

/// A claim in so many lines, without its end where it is longer.
fn in_lines(name: &str, width: usize, most: usize) -> Vec<String> {
    let mut room = width * most;
    loop {
        let lines = wrapped(&begun(name, room), width);
        if lines.len() <= most || room <= SHORTEST {
            return lines;
        }
        room -= 1;
    }
}
