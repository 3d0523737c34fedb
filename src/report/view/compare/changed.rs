//! What was changed in a variant, beside its name or below it.

use super::order::Ordered;
use crate::error::{columns, wrapped};
use crate::report::layout::WIDTH;
use crate::report::prose::Detail;
use crate::report::words::{every_input_in_words, inputs_in_words};

/// Stands for the changes of a variant that has none.
const NOTHING: &str = "no input differs";
/// More variants than this have one line of changes each in a screen: two with long names and two
/// lines each would not fit.
const ROOMY: usize = 1;

/// How many lines the changes of a variant may take; none where they may take any number.
pub fn most_lines(detail: Detail, variants: usize) -> Option<usize> {
    match detail {
        Detail::Full => None,
        Detail::Short if variants > ROOMY => Some(1),
        Detail::Short => Some(2),
    }
}

/// The name of a variant; with its changes behind it where it has a line of its own anyway, and lines
/// are short.
pub fn in_one_line(row: &Ordered<'_>, names: usize, detail: Detail, variants: usize) -> String {
    let name = &row.name;
    let taken = columns(name) + 2;
    if most_lines(detail, variants) != Some(1) || columns(name) <= names || taken >= WIDTH {
        return name.clone();
    }
    let changes = changes(row, Some(1), WIDTH - taken);
    let line = format!("{name}: {changes}");
    // What has no room in the line stands whole below the name.
    if columns(&line) > WIDTH {
        name.clone()
    } else {
        line
    }
}

/// Whether what was changed stands beside the name.
pub fn is_beside(line: &str, row: &Ordered<'_>) -> bool {
    line != row.name
}

/// What was changed in a variant: whole changes, as many as these lines have room for, and the
/// number of the others.
pub fn changes(row: &Ordered<'_>, lines: Option<usize>, width: usize) -> String {
    let names = &row.subject.subject.names;
    let Some(lines) = lines else {
        return match inputs_in_words(&row.subject.inputs, names) {
            none if none.is_empty() => NOTHING.to_owned(),
            changes => changes.join("; "),
        };
    };
    let changes = every_input_in_words(&row.subject.inputs, names);
    if changes.is_empty() {
        return NOTHING.to_owned();
    }
    for named in (1..=changes.len()).rev() {
        let mut words = changes[..named].join("; ");
        let more = changes.len() - named;
        if more > 0 {
            words += &others(more);
        }
        if wrapped(&words, width).len() <= lines {
            return words;
        }
    }
    // Not one of them has room.
    match changes.len() {
        1 => changes[0].clone(),
        many => format!("{many} changes, see `--full`"),
    }
}

/// "; and 2 other changes"
fn others(more: usize) -> String {
    let changes = if more == 1 { "change" } else { "changes" };
    format!("; and {more} other {changes}")
}
