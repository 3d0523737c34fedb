//! The data dictionary: what the columns of all sheets mean, read off the columns themselves.

use super::compare::{DIFFERENCE_COLUMNS, DIFFERENCES, FLIP_COLUMNS, FLIPS, INPUT_COLUMNS, INPUTS};
use super::discover::{DISCOVER, LIMIT_COLUMNS, MORE_OF_READINGS, TRAJECTORY, TRAJECTORY_COLUMNS};
use super::names::DICTIONARY;
use super::rank::{RANK, RANK_COLUMNS};
use super::run::{LEVEL_COLUMNS, LEVELS, OUTCOME_COLUMNS, OUTCOMES, TRIALS, trial_columns};
use super::shake::{self, DRIVERS, READINGS, SHAKE};
use super::story::{EVENTS, REASONS, event_columns, reason_columns};
use super::sweep::{self, SWEEP};
use super::tip::{self, TIP};
use super::why::{
    CONSIDERATION_COLUMNS, CONSIDERATIONS, LEARNED, LEARNED_COLUMNS, PATH_COLUMNS, PATHS,
};
use crate::report::sheet::{Cell, Column, Sheet};
use crate::report::words::PURPOSE;

/// Stands for the id of each actor.
const ACTOR: &str = "ACTOR";
/// Stands for the name of each share.
const SHARE: &str = "SHARE";
/// Stands for the id of each judged number.
const NUMBER: &str = "NUMBER";
/// Stands for the path of each axis.
const PATH: &str = "PATH";

/// What every column of every sheet means.
#[must_use]
pub fn dictionary() -> Sheet<'static> {
    let columns = [
        Column::new("file", "File", "", "The file; * for all of them"),
        Column::new("column", "Column", "", "The name of the column"),
        Column::new("unit", "Unit", "", "The unit of its values"),
        Column::new("meaning", "Meaning", "", "What it means"),
    ];
    let purpose = Column::new("*", "", "", PURPOSE);
    let mut rows = vec![row("*".to_owned(), purpose)];
    for (name, columns) in all() {
        rows.extend(
            columns
                .into_iter()
                .map(|column| row(format!("{name}.csv"), column)),
        );
    }
    Sheet {
        name: DICTIONARY,
        columns: columns.into(),
        rows: Box::new(rows.into_iter()),
    }
}

/// The columns of every sheet, by its name.
fn all() -> Vec<(&'static str, Vec<Column>)> {
    vec![
        (OUTCOMES, OUTCOME_COLUMNS.into()),
        (LEVELS, LEVEL_COLUMNS.into()),
        (TRIALS, trial_columns(&[ACTOR])),
        (DIFFERENCES, DIFFERENCE_COLUMNS.into()),
        (FLIPS, FLIP_COLUMNS.into()),
        (INPUTS, INPUT_COLUMNS.into()),
        (SWEEP, sweep::columns(&[PATH])),
        (TIP, tip::columns(PATH).into()),
        (EVENTS, event_columns()),
        (REASONS, reason_columns()),
        (CONSIDERATIONS, CONSIDERATION_COLUMNS.into()),
        (PATHS, PATH_COLUMNS.into()),
        (LEARNED, LEARNED_COLUMNS.into()),
        (RANK, RANK_COLUMNS.into()),
        (SHAKE, shake::SHARE_COLUMNS.into()),
        (DRIVERS, shake::DRIVER_COLUMNS.into()),
        (
            READINGS,
            shake::reading_columns(&[SHARE.to_owned()], &[NUMBER.to_owned()]),
        ),
        (READINGS, MORE_OF_READINGS.into()),
        (DISCOVER, LIMIT_COLUMNS.into()),
        (TRAJECTORY, TRAJECTORY_COLUMNS.into()),
    ]
}

fn row(file: String, column: Column) -> Vec<Cell<'static>> {
    let cells: [Cell<'static>; 4] = [
        Cell::text(file),
        Cell::text(column.key),
        Cell::text(column.unit),
        Cell::text(column.meaning),
    ];
    cells.into()
}
