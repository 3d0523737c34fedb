//! The counts of a part of a run, to be put together with those of the others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Problem};
use crate::model::Model;
use crate::tally::Tally;

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
        tally.counts().into_iter().map(|(name, counts)| (name.to_owned(), row(counts))).collect()
    }

    /// The tally that the counts are of.
    ///
    /// # Errors
    /// [`Error::Scenario`] where they are no tally of this model.
    pub fn tally(&self, model: &Model) -> Result<Tally, Error> {
        let row = |row: &String| row.split_whitespace().map(|count| count.parse().ok()).collect::<Option<Vec<i128>>>();
        let counts: BTreeMap<&str, Vec<i128>> =
            self.counts.iter().filter_map(|(name, counts)| Some((name.as_str(), row(counts)?))).collect();
        Tally::from_counts(model, |name| counts.get(name).map(Vec::as_slice)).ok_or_else(|| {
            let problem = Problem::new(format!("the counts of shard {} of {} are damaged", self.part, self.of));
            Error::Scenario(vec![problem.help("run this shard again")])
        })
    }

    /// The shard as JSON, ending in a newline.
    ///
    /// # Errors
    /// None that a shard can cause.
    pub fn json(&self) -> Result<String, Error> {
        super::json::pretty(self)
    }

    /// Whether another shard is of the same run.
    #[must_use]
    pub fn is_of_the_run_of(&self, other: &Self) -> bool {
        let run = |shard: &Self| (shard.stream_version, shard.seed, shard.trials, shard.of);
        run(self) == run(other) && self.scenario == other.scenario && self.changes == other.changes
    }
}
