//! The trials of a run, streamed: a table as long as one likes in no memory.

use std::io::Write;

use csv::Writer;

use crate::scenario::Scenario;
use crate::sim::Summary;

/// The trials of a run, a line each, written as they come.
pub struct Trials<'s, W: Write> {
    scenario: &'s Scenario,
    writer: Writer<W>,
}

impl<'s, W: Write> Trials<'s, W> {
    /// Begins the table with its header.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn new(scenario: &'s Scenario, writer: W) -> std::io::Result<Self> {
        let mut writer = Writer::from_writer(writer);
        let actors =
            scenario.names.actors_in_order().map(|side| format!("force_{}", scenario.names.actors[side as usize].id));
        let before = ["trial", "outcome", "peak", "end_day", "acts"];
        let after = [
            "ended_with_mediator",
            "first_act",
            "first_answer",
            "deaths",
            "trust",
            "fronts_opened",
            "later_crises",
            "later_war",
        ];
        let header = before.into_iter().chain(actors.iter().map(String::as_str)).chain(after);
        writer.write_record(header).map_err(reason)?;
        Ok(Self { scenario, writer })
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
        let writer = &mut self.writer;
        writer.write_field(trial.to_string())?;
        writer.write_field(summary.outcome.name())?;
        writer.write_field(rung(Some(summary.peak)))?;
        writer.write_field(summary.end_day.to_string())?;
        writer.write_field(summary.acts.to_string())?;
        for side in names.actors_in_order() {
            writer.write_field(summary.force[side as usize].to_string())?;
        }
        writer.write_field(truth(summary.ended_with_mediator))?;
        writer.write_field(rung(summary.first_act))?;
        writer.write_field(rung(summary.first_answer))?;
        writer.write_field(summary.deaths.to_string())?;
        writer.write_field(summary.trust.to_string())?;
        writer.write_field(summary.fronts_opened.to_string())?;
        writer.write_field(summary.later_crises.to_string())?;
        writer.write_field(truth(summary.later_war))?;
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
