//! What a shard counted, read back and put together.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Read, Shard, WrittenCounts, contradiction, rows};
use crate::error::Error;
use crate::model::Model;
use crate::report::sealed::Flaw;
use crate::request::{Along, Cases, Request};
use crate::scenario::Scenario;
use crate::study::Point;
use crate::tally::{Pair, Paired, RecordFacts, Tally};

/// What parts of a request came to, put together.
#[derive(Clone, Debug)]
pub enum Counted {
    /// A run.
    Run(Box<Tally>),
    /// A comparison.
    Compare(Box<Paired>),
    /// A sweep: what its points show, by their places.
    Sweep(BTreeMap<usize, Point>),
}

/// What cannot be counted from a shard.
#[derive(Debug)]
pub enum Refusal {
    /// The shard is damaged.
    Flaw(Flaw),
    /// A point cannot be assembled.
    Error(Error),
}

impl From<Flaw> for Refusal {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

impl Shard {
    /// The numbers of the trials, or of a sweep's points, that fall to this part.
    #[must_use]
    pub fn range(&self, cases: &Cases) -> Range<u64> {
        let all = match cases {
            Cases::Sweep(along) => along.points() as u64,
            _ => self.request.trials(),
        };
        part(self.part, self.of, all)
    }

    /// What it counted, of exactly what falls to it.
    ///
    /// # Errors
    /// Its counts are none of these cases.
    pub fn counted(&self, cases: &Cases) -> Result<Counted, Refusal> {
        let range = self.range(cases);
        match (cases, &self.request) {
            (Cases::Run(scenario), Request::Run(_)) => {
                Ok(Counted::Run(self.run(scenario, &range)?.into()))
            }
            (Cases::Compare(compared), Request::Compare(_)) => Ok(Counted::Compare(
                self.paired(&compared.models(), &range)?.into(),
            )),
            (Cases::Sweep(along), Request::Sweep(_)) => self.points(along, &range),
            _ => Err(contradiction("its request is of another kind").into()),
        }
    }

    fn run(&self, scenario: &Scenario, range: &Range<u64>) -> Result<Tally, Flaw> {
        let [counts] = self.counts.as_slice() else {
            return Err(wrong_number());
        };
        let facts = scenario.record.as_ref().map(|record| &record.facts);
        tally(counts, &scenario.model, facts, range.end - range.start)
    }

    fn paired(&self, models: &[&Model], range: &Range<u64>) -> Result<Paired, Flaw> {
        if self.counts.len() + 1 != 2 * models.len() {
            return Err(wrong_number());
        }
        let (of_each, beside) = self.counts.split_at(models.len());
        let all = of_each
            .iter()
            .zip(models)
            .map(|(counts, model)| tally(counts, model, None, range.end - range.start));
        let tallies = all.collect::<Result<Vec<_>, _>>()?;
        let pairs = beside.iter().zip(1..).map(|(counts, at)| {
            let read = Read::new(counts)?;
            let pair = Pair::from_counts(
                [models[0], models[at]],
                [&tallies[0], &tallies[at]],
                range,
                |name| read.get(name),
            );
            let pair = pair.map_err(Flaw::Contradiction)?;
            as_written(counts, pair.counts()).map(|()| pair)
        });
        let pairs = pairs.collect::<Result<Vec<_>, Flaw>>()?;
        Paired::from_parts(models, tallies, pairs).map_err(Flaw::Contradiction)
    }

    fn points(&self, along: &Along, range: &Range<u64>) -> Result<Counted, Refusal> {
        let Request::Sweep(sweep) = &self.request else {
            return Err(wrong_number().into());
        };
        if self.counts.len() as u64 != range.end - range.start {
            return Err(wrong_number().into());
        }
        let mut points = BTreeMap::new();
        for (place, counts) in (range.start as usize..).zip(&self.counts) {
            let (values, model) = along.model(place).map_err(Refusal::Error)?;
            let tally = tally(counts, &model, None, sweep.trials)?;
            points.insert(place, Point::new(values, sweep.quantity, &model, &tally));
        }
        Ok(Counted::Sweep(points))
    }
}

impl Counted {
    /// Adds what another part counted of the same.
    ///
    /// # Errors
    /// It is of another kind.
    pub fn add(&mut self, other: Self) -> Result<(), Flaw> {
        match (self, other) {
            (Self::Run(own), Self::Run(more)) => own.merge(&more),
            (Self::Compare(own), Self::Compare(more)) => own.merge(&more),
            (Self::Sweep(own), Self::Sweep(more)) => own.extend(more),
            _ => return Err(contradiction("its request is of another kind")),
        }
        Ok(())
    }
}

/// A part of so many, from 1, of all numbers below this.
#[must_use]
pub fn part(part: u64, of: u64, all: u64) -> Range<u64> {
    end(part.saturating_sub(1), of, all)..end(part, of, all)
}

/// Where a part ends.
fn end(part: u64, of: u64, all: u64) -> u64 {
    // Wide, since all times a part may pass 2^64.
    (u128::from(all) * u128::from(part) / u128::from(of.max(1))) as u64
}

/// The tally of so many trials of a model that were held against these facts; of a comparison and
/// of a sweep against none.
fn tally(
    counts: &WrittenCounts,
    model: &Model,
    facts: Option<&RecordFacts>,
    trials: u64,
) -> Result<Tally, Flaw> {
    let read = Read::new(counts)?;
    let tally = Tally::from_counts(model, |name| read.get(name)).map_err(Flaw::Contradiction)?;
    tally.check_record(facts).map_err(Flaw::Contradiction)?;
    if tally.trials != trials {
        return Err(contradiction("it does not hold the trials that fall to it"));
    }
    as_written(counts, tally.counts()).map(|()| tally)
}

/// Refuses counts that are more than are read, or in another form.
fn as_written(counts: &WrittenCounts, read: Vec<(String, Vec<i128>)>) -> Result<(), Flaw> {
    if rows(read) == *counts {
        Ok(())
    } else {
        Err(contradiction(
            "the counts are not written as offramp writes them",
        ))
    }
}

fn wrong_number() -> Flaw {
    contradiction("it holds the counts of another number of scenarios or points")
}
