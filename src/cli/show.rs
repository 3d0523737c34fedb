//! The arguments of `offramp show`.

use std::ffi::OsString;

use clap::Args;

use super::options::{SETTINGS, SettingOptions};
use crate::scenario::library::BASELINE;

/// `offramp show`.
#[derive(Debug, Args)]
pub struct ShowCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// What to read in it.
    #[command(flatten)]
    pub reading: ReadingOptions,
    /// Only what differs from this scenario
    #[arg(long, value_name = "BASE", group = "what")]
    pub diff: Option<OsString>,
    /// Who says what, and who set what: every argument with its source, and every number that is
    /// not at its default with what made it so
    #[arg(long, group = "what")]
    pub arguments: bool,
    /// What to change in the scenario.
    #[command(flatten)]
    pub settings: SettingOptions,
}

/// What to read in a scenario: words, sources, or all of it.
#[derive(Debug, Args)]
pub struct ReadingOptions {
    /// What it is about, what its results show and what to try, to be read
    #[arg(long, group = "what", conflicts_with_all = SETTINGS)]
    pub about: bool,
    /// The sources, and which arguments and parts of the file cite each
    #[arg(long, group = "what")]
    pub sources: bool,
    /// The file as its authors wrote it, with arguments, sources and comments; of one that extends
    /// another, that file alone
    #[arg(long, group = "what", conflicts_with_all = SETTINGS)]
    pub as_written: bool,
}
