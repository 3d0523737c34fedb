//! The trials of a run, streamed: a table as long as one likes in no memory.

use std::io::Write;

use csv::Writer;

use crate::quantities::{Part, Quantity, values};
use crate::report::means::{Reported, reported};
use crate::scenario::Scenario;
use crate::sim::Summary;

/// The trials of a run, a line each, written as they come.
pub struct Trials<'s, W: Write> {
    scenario: &'s Scenario,
    /// The quantities of the opening crisis, and the rest.
    quantities: [Vec<Quantity>; 2],
    writer: Writer<W>,
}

impl<'s, W: Write> Trials<'s, W> {
    /// Begins the table with its header.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn new(scenario: &'s Scenario, writer: W) -> std::io::Result<Self> {
        let mut writer = Writer::from_writer(writer);
        let (of_opening_crisis, rest): (Vec<_>, Vec<_>) =
            reported(&scenario.names).into_iter().partition(|column| column.quantity.row().part == Part::OpeningCrisis);
        let mut header: Vec<String> = ["trial", "outcome", "peak"].map(str::to_owned).into();
        header.extend(of_opening_crisis.iter().map(Reported::key));
        header.extend(["first_act", "first_answer", "deaths"].map(str::to_owned));
        header.extend(rest.iter().map(Reported::key));
        writer.write_record(header).map_err(reason)?;
        let quantities = [of_opening_crisis, rest].map(|part| part.iter().map(|column| column.quantity).collect());
        Ok(Self { scenario, quantities, writer })
    }

    /// Adds a trial.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn add(&mut self, trial: u64, summary: &Summary) -> std::io::Result<()> {
        self.write(trial, summary).map_err(reason)
    }

    fn write(&mut self, trial: u64, summary: &Summary) -> csv::Result<()> {
        let names = &self.scenario.names;
        let rung = |rung: Option<usize>| rung.map_or("", |rung| names.rungs[rung].id.as_str());
        let values = values(&self.scenario.model.force, summary);
        let value = |quantity: Quantity| match values[quantity as usize] {
            value if quantity.is_share() => truth(value > 0.0).to_owned(),
            value => value.to_string(),
        };
        let [of_opening_crisis, rest] = &self.quantities;
        let writer = &mut self.writer;
        writer.write_field(trial.to_string())?;
        writer.write_field(summary.outcome.name())?;
        writer.write_field(rung(Some(summary.peak)))?;
        of_opening_crisis.iter().try_for_each(|&quantity| writer.write_field(value(quantity)))?;
        writer.write_field(rung(summary.first_act))?;
        writer.write_field(rung(summary.first_answer))?;
        writer.write_field(summary.deaths.to_string())?;
        rest.iter().try_for_each(|&quantity| writer.write_field(value(quantity)))?;
        writer.write_record(None::<&[u8]>)
    }

    /// The writer back, with all lines in it.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn finish(self) -> std::io::Result<W> {
        self.writer
            .into_inner()
            .map_err(|failed| std::io::Error::new(failed.error().kind(), failed.error().to_string()))
    }
}

/// What the writer failed with. (The library's own conversion makes "other error" of it.)
pub(super) fn reason(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(reason) => reason,
        other => std::io::Error::other(format!("{other:?}")), // rows of unequal length, which there are none of
    }
}

/// Yes or no, as R, pandas and `DuckDB` all take it.
const fn truth(holds: bool) -> &'static str {
    if holds { "TRUE" } else { "FALSE" }
}
