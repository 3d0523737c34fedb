//! The arguments of the commands that lay scenarios beside each other.

use std::ffi::OsString;

use clap::Args;

use super::options::StudyOptions;
use super::values;
use crate::quantities::Quantity;
use crate::scenario::library::BASELINE;
use crate::study::Axis;

/// `offramp compare`.
#[derive(Debug, Args)]
pub struct CompareCommand {
    /// The scenario to compare with: a file (its name ends in .toml), or the name of a shipped one
    #[arg(help_heading = "Inputs")]
    pub base: OsString,
    /// Scenarios to lay beside it, eight at most
    #[arg(help_heading = "Inputs", value_name = "VARIANT")]
    pub variants: Vec<OsString>,
    /// A variant in place: a label, and what to change in the base: "trust: --set
    /// relations.trust=0.9" (repeatable)
    #[arg(long = "variant", value_name = "LABEL: OPTIONS", value_parser = values::variant)]
    pub in_place: Vec<values::InPlace>,
    /// Show this many histories that end differently, and the decision at which they part [1 where
    /// no =N is given]
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "1", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub flipped: Option<u16>,
    /// Run only the I-th of N parts, and write its counts for `offramp merge`
    #[arg(long, value_name = "I/N", value_parser = values::shard, allow_hyphen_values = true, conflicts_with = "no_files")]
    pub shard: Option<values::ShardPart>,
    /// How to run them.
    #[command(flatten)]
    pub options: StudyOptions,
}

/// `offramp sweep`.
#[derive(Debug, Args)]
pub struct SweepCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// What to vary: PATH=FROM..TO, PATH=FROM..TO:POINTS, ...:POINTS:log, or PATH=[0, 0.5, 1];
    /// given twice, a grid
    #[arg(long, value_name = "PATH=FROM..TO[:POINTS]", required = true, value_parser = values::axis)]
    pub vary: Vec<Axis>,
    /// The quantity that a grid shows, and that curves tell with its intervals: an outcome, wars,
    /// answer, force, ...
    #[arg(long, value_name = "NAME", default_value = "wars", value_parser = values::quantity)]
    pub outcome: Quantity,
    /// Run only the I-th of N parts of the points, and write its counts for `offramp merge`
    #[arg(long, value_name = "I/N", value_parser = values::shard, allow_hyphen_values = true, conflicts_with = "no_files")]
    pub shard: Option<values::ShardPart>,
    /// How to run them.
    #[command(flatten)]
    pub options: StudyOptions,
}

/// `offramp tip`.
#[derive(Debug, Args)]
pub struct TipCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// What to vary: PATH=FROM..TO, or PATH=FROM..TO:log
    #[arg(long, value_name = "PATH=FROM..TO", value_parser = values::stretch)]
    pub vary: Axis,
    /// The outcome, or another share: wars, answer, opening
    #[arg(long, value_name = "NAME", default_value = "wars", value_parser = values::share_quantity)]
    pub outcome: Quantity,
    /// The share to look for, between 0 and 1
    #[arg(long, value_name = "X", value_parser = values::share, allow_negative_numbers = true)]
    pub share: f64,
    /// How to run them.
    #[command(flatten)]
    pub options: StudyOptions,
}

/// `offramp why`.
#[derive(Debug, Args)]
pub struct WhyCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// Show also what each side's later answers rest on: all answers after the first
    #[arg(long)]
    pub later: bool,
    /// How to run it.
    #[command(flatten)]
    pub options: StudyOptions,
}
