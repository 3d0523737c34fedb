//! The counts of a part of a run, a comparison or a sweep, to be put together with those of the
//! others.

mod counted;

use std::collections::BTreeMap;
use std::num::ParseIntError;

use serde::{Deserialize, Serialize};

use super::sealed::{Flaw, is_sha256, sealed, unsealed};
use crate::ensemble::MOST_TRIALS;
use crate::error::Error;
use crate::request::{Request, Texts};

pub use counted::{Counted, Refusal, part};

/// No shard is longer.
pub const MOST_BYTES: u64 = 64 << 20;
/// Nothing has more parts.
pub const MOST_PARTS: u64 = 10_000;

/// A part of what a request comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    /// What every artefact says of itself.
    pub purpose: String,
    /// The version of the program.
    pub version: String,
    /// The version of its luck.
    pub stream_version: u32,
    /// What was asked for.
    pub request: Request,
    /// The texts of its scenarios, by name.
    pub texts: Texts,
    /// The digest of all that decides what is counted, [`Request::digest`]: shards of one digest
    /// are of one whole, however their scenarios and changes are written.
    pub inputs: String,
    /// The seed in writing: many programs read numbers of JSON to 53 bits only.
    pub seed_text: String,
    /// Which part this is, from 1.
    pub part: u64,
    /// How many parts there are.
    pub of: u64,
    /// Lists of counts by name, whole numbers in a row. A run has one; a comparison has one for
    /// each scenario, then one for each variant beside the base; a sweep has one for each point.
    pub counts: Vec<WrittenCounts>,
}

/// Counts by name: whole numbers in a row.
pub type WrittenCounts = BTreeMap<String, String>;

/// Counts in writing.
#[must_use]
pub fn rows(counts: Vec<(String, Vec<i128>)>) -> WrittenCounts {
    counts
        .into_iter()
        .map(|(name, counts)| (name, row(&counts)))
        .collect()
}

fn row(counts: &[i128]) -> String {
    let written: Vec<String> = counts.iter().map(i128::to_string).collect();
    written.join(" ")
}

/// Counts that were read.
pub struct Read<'r>(BTreeMap<&'r str, Vec<i128>>);

impl<'r> Read<'r> {
    /// Reads counts.
    ///
    /// # Errors
    /// One is no whole number.
    pub fn new(rows: &'r WrittenCounts) -> Result<Self, Flaw> {
        let mut counts: BTreeMap<&str, Vec<i128>> = BTreeMap::new();
        for (name, row) in rows {
            let row = row
                .split(' ')
                .filter(|count| !count.is_empty())
                .map(str::parse)
                .collect::<Result<_, _>>();
            counts.insert(
                name,
                row.map_err(|_: ParseIntError| contradiction("a count is no whole number"))?,
            );
        }
        Ok(Self(counts))
    }

    /// The counts of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[i128]> {
        self.0.get(name).map(Vec::as_slice)
    }
}

impl Shard {
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
            (
                self.seed_text == self.request.seed().to_string(),
                "`seed_text` is not the seed",
            ),
            (
                (1..=MOST_TRIALS).contains(&self.request.trials()),
                "`trials` is no number of trials",
            ),
            (
                (1..=MOST_PARTS).contains(&self.of) && (1..=self.of).contains(&self.part),
                "it is a part that the whole does not have",
            ),
            (is_sha256(&self.inputs), "`inputs` is no digest"),
            (
                !matches!(
                    self.request,
                    Request::Tip(_) | Request::Shake(_) | Request::Discover(_)
                ),
                "such a study has no shards",
            ),
            (
                !matches!(self.request, Request::Story(_)),
                "a story has no shards",
            ),
            (
                !matches!(self.request, Request::Why(_)),
                "an explanation has no shards",
            ),
            (
                !matches!(self.request, Request::Rank(_)),
                "a ranking has no shards",
            ),
            (
                !self.request.may_stop_early(),
                "a run that ends once it is precise has no shards",
            ),
        ];
        holds
            .into_iter()
            .find(|&(holds, _)| !holds)
            .map_or(Ok(()), |(_, broken)| Err(broken))
    }

    /// The shard as JSON, ending in a newline, with its digest.
    ///
    /// # Errors
    /// None that a shard can cause.
    pub fn json(&self) -> Result<String, Error> {
        sealed(self)
    }

    /// Whether another shard is the same part of the same whole.
    #[must_use]
    pub fn is_the_part(&self, other: &Self) -> bool {
        self.part == other.part && self.is_of_the_whole_of(other)
    }

    /// Whether another shard is of the same whole.
    #[must_use]
    pub fn is_of_the_whole_of(&self, other: &Self) -> bool {
        self.stream_version == other.stream_version
            && self.of == other.of
            && self.version == other.version
            && self.inputs == other.inputs
            && self.request.is_alike(&other.request)
    }
}

pub(super) fn contradiction(reason: &str) -> Flaw {
    Flaw::Contradiction(reason.to_owned())
}
