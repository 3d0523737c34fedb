//! The trials of a run, streamed: a sheet as long as one likes in no memory.

use std::io::{Error as Failure, Write};

use crate::quantities::{By, Kind, Part, Quantity, values};
use crate::report::means::reported;
use crate::report::render::Rows;
use crate::report::sheet::{Cell, Column};
use crate::scenario::{Named, Scenario};
use crate::sim::Summary;

/// The name of the sheet.
pub const TRIALS: &str = "trials";

/// The columns of the trials, of actors with these ids.
#[must_use]
pub fn trial_columns(actors: &[&str]) -> Vec<Column> {
    let mut columns = vec![
        Column::new(
            "trial",
            "Trial",
            "",
            "Number of the trial, from 0; its luck depends on seed and number alone",
        ),
        Column::new("outcome", "Outcome", "", "How the opening crisis ended"),
        Column::new(
            "peak",
            "Highest rung",
            "",
            "Its highest rung (id); the first where nothing happened",
        ),
    ];
    columns.extend(
        Quantity::reported()
            .filter(|&quantity| is_early(quantity))
            .flat_map(|quantity| of_quantity(quantity, actors)),
    );
    columns.extend([
        Column::new(
            "first_act",
            "First act",
            "",
            "Rung (id) of the first act; empty where there was none",
        ),
        Column::new(
            "first_answer",
            "First answer",
            "",
            "Rung (id) of the first answer in any crisis; empty where there was none",
        ),
        Column::new("deaths", "Deaths", "deaths", "Deaths in the whole trial"),
    ]);
    columns.extend(
        Quantity::reported()
            .filter(|&quantity| !is_early(quantity))
            .flat_map(|quantity| of_quantity(quantity, actors)),
    );
    columns
}

/// Whether a quantity is of the opening crisis.
fn is_early(quantity: Quantity) -> bool {
    quantity.row().part == Part::OpeningCrisis
}

/// The columns of a quantity: that of both actors stands with the opener's.
fn of_quantity(quantity: Quantity, actors: &[&str]) -> Vec<Column> {
    let name = quantity.name();
    match quantity.row().by {
        By::Nobody | By::Both => vec![column(quantity, name.to_owned())],
        By::Opener => actors
            .iter()
            .map(|id| column(quantity, format!("{name}_{id}")))
            .collect(),
        By::Other => Vec::new(),
    }
}

fn column(quantity: Quantity, key: String) -> Column {
    let row = quantity.row();
    let meaning = match row.kind {
        Kind::Flag => format!("TRUE: {}", row.meaning),
        _ => row.meaning.to_owned(),
    };
    Column {
        key: key.into(),
        heading: row.in_full().into(),
        unit: row.unit,
        meaning: meaning.into(),
    }
}

/// The trials of a run, written as they come.
pub struct Trials<'s, W: Write> {
    scenario: &'s Scenario,
    /// The quantities of the opening crisis.
    early: Vec<Quantity>,
    /// The others.
    later: Vec<Quantity>,
    rows: Rows<W>,
    /// The cells of a trial, to be used again.
    cells: Vec<Cell<'s>>,
}

impl<'s, W: Write> Trials<'s, W> {
    /// Begins the sheet with its header.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn new(scenario: &'s Scenario, writer: W) -> Result<Self, Failure> {
        let names = &scenario.names;
        let actors = names
            .actors_in_order()
            .map(|side| names.actors[side as usize].id.as_str());
        let rows = Rows::begin(&trial_columns(&actors), writer)?;
        let quantities = reported(names)
            .into_iter()
            .map(|reported| reported.quantity);
        let (early, later) = quantities.partition(|&quantity| is_early(quantity));
        Ok(Self {
            scenario,
            early,
            later,
            rows,
            cells: Vec::new(),
        })
    }

    /// Adds a trial.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn add(&mut self, trial: u64, summary: &Summary) -> Result<(), Failure> {
        let rungs = &self.scenario.names.rungs;
        let values = values(&self.scenario.model.force, summary);
        self.cells.clear();
        self.cells.extend([
            Cell::Count(trial),
            Cell::text(summary.outcome.name()),
            rung(rungs, Some(summary.peak)),
        ]);
        self.cells
            .extend(self.early.iter().map(|&of| value(of, &values)));
        self.cells.extend([
            rung(rungs, summary.first_act),
            rung(rungs, summary.first_answer),
            Cell::Number(summary.deaths),
        ]);
        self.cells
            .extend(self.later.iter().map(|&of| value(of, &values)));
        self.rows.add(&self.cells)
    }

    /// The writer back, with all rows in it.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn finish(self) -> Result<W, Failure> {
        self.rows.finish()
    }
}

/// The id of a rung, where there is one.
fn rung(rungs: &[Named], rung: Option<usize>) -> Cell<'_> {
    Cell::maybe(rung.map(|rung| rungs[rung].id.as_str()))
}

/// The value of a quantity, of those of a trial.
fn value(quantity: Quantity, values: &[f64; Quantity::COUNT]) -> Cell<'static> {
    let value = values[quantity as usize];
    if quantity.is_share() {
        Cell::Truth(value > 0.0)
    } else {
        Cell::Number(value)
    }
}
