//! The arguments of `offramp discover`.

use std::ffi::OsString;

use clap::Args;

use super::options::{OutputOptions, SettingOptions};
use super::values;
use crate::quantities::Quantity;
use crate::request::DiscoverRequest;
use crate::scenario::Source;
use crate::scenario::library::BASELINE;

/// `offramp discover`.
#[derive(Debug, Args)]
pub struct DiscoverCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// How far a judged number may be off, as a share of its value: 0.3 is 30 % to either side;
    /// numbers that the scenario gives as a range are drawn from that, with 0 these alone
    #[arg(long, value_name = "X", default_value = "0.3", value_parser = values::share_of_value, allow_negative_numbers = true)]
    pub by: f64,
    /// How many times all of them are drawn anew
    #[arg(long, value_name = "N", default_value = "2_000", value_parser = values::trials, allow_negative_numbers = true)]
    pub readings: u64,
    /// How many times each reading is run
    #[arg(long, value_name = "N", default_value = "2_000", value_parser = values::trials, allow_negative_numbers = true)]
    pub trials: u64,
    /// The outcome, or another share, to look for: wars, one-round, answer
    #[arg(long, value_name = "NAME", default_value = "wars", value_parser = values::share_quantity)]
    pub outcome: Quantity,
    /// Random seed: of the readings, and of the luck that all of them share
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = values::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// What to change in the scenario; what is set so is not doubted.
    #[command(flatten)]
    pub settings: SettingOptions,
    /// How many threads; changes no result [default: all]
    #[arg(long, value_name = "N", value_parser = values::threads, allow_negative_numbers = true)]
    pub threads: Option<u16>,
    /// What to make of the results.
    #[command(flatten)]
    pub output: OutputOptions,
}

impl DiscoverCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> DiscoverRequest {
        DiscoverRequest {
            scenario: Source::named(&self.scenario, None),
            settings: self.settings.settings(),
            by: self.by,
            readings: usize::try_from(self.readings).unwrap_or(usize::MAX),
            quantity: self.outcome,
            trials: self.trials,
            seed: self.seed,
        }
    }
}
