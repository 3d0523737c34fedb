//! The counts of a part of a run, to be put together with those of the others.

use std::collections::BTreeMap;
use std::num::ParseIntError;

use serde::{Deserialize, Serialize};

use super::sealed::{Flaw, is_sha256, sealed, unsealed};
use crate::ensemble::MOST_TRIALS;
use crate::error::Error;
use crate::model::Model;
use crate::tally::Tally;

/// No shard is longer.
pub const MOST_BYTES: u64 = 64 << 20;
/// No run has more parts.
pub const MOST_PARTS: u64 = 10_000;

/// A part of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    /// What every artefact says of itself.
    pub purpose: String,
    /// The version of the program.
    pub version: String,
    /// The version of its luck.
    pub stream_version: u32,
    /// Where the scenario came from, as the user named it.
    pub source: String,
    /// A short name of it, fit for a folder.
    pub slug: String,
    /// What the command line changed in it.
    pub changes: Vec<String>,
    /// The digest of its inputs.
    pub sha256: String,
    /// The whole of it, resolved.
    pub scenario: String,
    /// The seed.
    pub seed: u64,
    /// The same in writing: many programs read numbers of JSON to 53 bits only.
    pub seed_text: String,
    /// How many trials the whole run has.
    pub trials: u64,
    /// Which part this is, from 1.
    pub part: u64,
    /// Of how many.
    pub of: u64,
    /// The counts by name: whole numbers in a row.
    pub counts: BTreeMap<String, String>,
}

impl Shard {
    /// The counts of a tally, in writing.
    #[must_use]
    pub fn counts_of(tally: &Tally) -> BTreeMap<String, String> {
        let row = |counts: Vec<i128>| counts.iter().map(i128::to_string).collect::<Vec<_>>().join(" ");
        tally.counts().into_iter().map(|(name, counts)| (name, row(counts))).collect()
    }

    /// Reads a shard from its text.
    ///
    /// # Errors
    /// It is no shard, or not as it was written.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let shard: Self = unsealed(text)?;
        shard.check().map_err(contradiction)?;
        Ok(shard)
    }

    /// What can be said of a shard without its scenario.
    fn check(&self) -> Result<(), &'static str> {
        let holds = [
            (self.seed_text == self.seed.to_string(), "`seed_text` is not the seed"),
            ((1..=MOST_TRIALS).contains(&self.trials), "`trials` is no number of trials"),
            ((1..=self.of).contains(&self.part), "it is a part that the run does not have"),
            (is_sha256(&self.sha256), "`sha256` is no digest"),
        ];
        holds.into_iter().find(|&(holds, _)| !holds).map_or(Ok(()), |(_, broken)| Err(broken))
    }

    /// The tally that the counts are of.
    ///
    /// # Errors
    /// They are no tally of this model.
    pub fn tally(&self, model: &Model) -> Result<Tally, Flaw> {
        let mut counts: BTreeMap<&str, Vec<i128>> = BTreeMap::new();
        for (name, row) in &self.counts {
            let row = row.split(' ').filter(|count| !count.is_empty()).map(str::parse).collect::<Result<_, _>>();
            counts.insert(name, row.map_err(|_: ParseIntError| contradiction("a count is no whole number"))?);
        }
        let tally = Tally::from_counts(model, |name| counts.get(name).map(Vec::as_slice));
        let tally = tally.map_err(Flaw::Contradiction)?;
        // No more, and in no other form.
        if Self::counts_of(&tally) != self.counts {
            return Err(contradiction("the counts are not written as offramp writes them"));
        }
        Ok(tally)
    }

    /// The shard as JSON, ending in a newline, with its digest.
    ///
    /// # Errors
    /// None that a shard can cause.
    pub fn json(&self) -> Result<String, Error> {
        sealed(self)
    }

    /// Whether another shard is the same part of the same run.
    #[must_use]
    pub fn is_the_part(&self, other: &Self) -> bool {
        self.part == other.part && self.is_of_the_run_of(other)
    }

    /// Whether another shard is of the same run.
    #[must_use]
    pub fn is_of_the_run_of(&self, other: &Self) -> bool {
        let run = |shard: &Self| (shard.stream_version, shard.seed, shard.trials, shard.of);
        run(self) == run(other)
            && self.version == other.version
            && self.sha256 == other.sha256
            && self.scenario == other.scenario
            && self.changes == other.changes
    }
}

fn contradiction(reason: &str) -> Flaw {
    Flaw::Contradiction(reason.to_owned())
}
