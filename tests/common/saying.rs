//! What the program says in words.

use std::path::Path;

use super::program::{err, offramp_in, out};
use offramp::error::columns;

/// What the program prints on standard output, as one line of words.
pub fn words(place: &Path, arguments: &[&str]) -> String {
    let output = offramp_in(place, arguments);
    let table = out(&output);
    assert!(!table.is_empty(), "{}", err(&output));
    let inputs = |line: &str| line.contains(" -> ");
    assert!(
        table
            .lines()
            .all(|line| columns(line) <= 80 || inputs(line) || is_command(line)),
        "{table}"
    );
    table.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of a study, and its files in the folder `x`.
pub fn study(place: &Path, arguments: &[&str]) -> String {
    words(
        place,
        &[arguments, &["--out", "x", "--charts", "svg"]].concat(),
    )
}

pub fn read(place: &Path, file: &str) -> String {
    std::fs::read_to_string(place.join(file)).unwrap()
}

/// Whether a line holds nothing but a command, which stays in one line so that it can be copied.
pub fn is_command(line: &str) -> bool {
    let line = line.trim_start();
    line.strip_prefix('`')
        .and_then(|rest| rest.split_once('`'))
        .is_some_and(|(_, rest)| rest.len() <= 1)
}
