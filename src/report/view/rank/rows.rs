//! The rows of a ranking as a table: a figure, and words beside it.

use crate::error::{columns, wrapped};
use crate::report::cut::shortened;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::RankRow;

/// How wide figures are, and how far from the words beside them.
const FIGURE: usize = 7;
const GAP: usize = 3;
const WORDS: usize = WIDTH - FIGURE - GAP;
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

/// Adds a table of rows, each in full with its interval.
pub fn all_rows(prose: &mut Prose, rows: &[RankRow<'_>]) {
    let mut table = table();
    for row in rows {
        let mut lines = row_lines(&row.name, &row.who, usize::MAX);
        lines.push(plain(&row.range));
        add(&mut table, &plain(&row.figure), &lines);
    }
    prose.table(table);
}

/// What a row says beside its figure, in so many lines at most: what is claimed, and by whom. Where
/// there is no room for both, the claim goes first.
pub fn row_lines(name: &str, who: &str, most: usize) -> Vec<String> {
    let whole = if who.is_empty() {
        name.to_owned()
    } else {
        format!("{name}{DASH}{who}")
    };
    let lines = wrapped(&whole, WORDS);
    if lines.len() <= most {
        return lines;
    }
    let mut claim = wrapped(name, WORDS);
    if claim.len() > most {
        return in_lines(name, most);
    }
    // What is left of the last line is the voice's, as far as it is worth it.
    let room = claim
        .last()
        .map_or(0, |last| WORDS.saturating_sub(columns(last) + DASH.len()));
    if claim.len() < most {
        claim.push(shortened(who, WORDS));
    } else if let (true, Some(last)) = (room >= SHORTEST, claim.last_mut()) {
        *last = format!("{last}{DASH}{}", shortened(who, room));
    }
    claim
}

/// A claim in so many lines, without its middle where it is longer.
fn in_lines(name: &str, most: usize) -> Vec<String> {
    let mut room = WORDS * most;
    loop {
        let lines = wrapped(&shortened(name, room), WORDS);
        if lines.len() <= most || room <= SHORTEST {
            return lines;
        }
        room -= 1;
    }
}
