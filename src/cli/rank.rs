//! The arguments of `offramp rank`.

use std::ffi::OsString;

use clap::{Args, ValueEnum};

use super::options::{OutputOptions, SettingOptions};
use super::values;
use crate::quantities::Quantity;
use crate::scenario::library::BASELINE;
use crate::study::{RankBy, RankMethod};

/// `offramp rank`.
#[derive(Debug, Args)]
pub struct RankCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// The quantity whose carriers are looked for: an outcome, wars, answer, force, ...
    #[arg(long, value_name = "NAME", default_value = "wars", value_parser = values::quantity)]
    pub outcome: Quantity,
    /// Split the whole among all arguments: what each adds as they join in any order, on average
    /// (Shapley values). The parts add up to the whole
    #[arg(long, conflicts_with = "numbers")]
    pub shapley: bool,
    /// Move every judged number by a fifth, down and up, in place of leaving out arguments
    #[arg(long)]
    pub numbers: bool,
    /// What to leave out: one argument at a time, or all arguments of a theme together
    #[arg(long, value_enum, value_name = "WHAT", default_value = "argument")]
    pub by: RankedBy,
    /// With `--shapley` and more than 12 to split among: how many orders are drawn, each with its
    /// reverse
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(2..=100_000))]
    pub orders: u64,
    /// How to run them.
    #[command(flatten)]
    pub options: RankOptions,
}

/// What to rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RankedBy {
    /// One argument at a time
    Argument,
    /// All arguments of a theme together
    Theme,
}

/// How to run the scenarios of a ranking.
#[derive(Clone, Debug, Args)]
pub struct RankOptions {
    /// How many times each scenario is run [default: 100000; with --shapley --by theme 50000; with
    /// --numbers 20000]
    #[arg(long, value_name = "N", value_parser = values::trials, allow_negative_numbers = true)]
    pub trials: Option<u64>,
    /// Random seed: the same for all of them
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = values::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// What to change in all of them.
    #[command(flatten)]
    pub settings: SettingOptions,
    /// How many threads; changes no result [default: all]
    #[arg(long, value_name = "N", value_parser = values::threads, allow_negative_numbers = true)]
    pub threads: Option<u16>,
    /// What to make of the results.
    #[command(flatten)]
    pub output: OutputOptions,
}

impl From<RankedBy> for RankBy {
    fn from(by: RankedBy) -> Self {
        match by {
            RankedBy::Argument => Self::Argument,
            RankedBy::Theme => Self::Theme,
        }
    }
}

impl RankCommand {
    /// How it is ranked.
    #[must_use]
    pub const fn method(&self) -> RankMethod {
        if self.numbers {
            RankMethod::Numbers
        } else if self.shapley {
            RankMethod::Split
        } else {
            RankMethod::LeaveOut
        }
    }
}
