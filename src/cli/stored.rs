//! The command line of what works on results that are there already.

use std::path::PathBuf;

use clap::Args;

use super::options::{ChartKind, LookOptions, OutputOptions};
use super::values;

/// `offramp rerun`.
#[derive(Debug, Args)]
pub struct RerunCommand {
    /// The manifest.json of an earlier run, comparison, sweep, tip or story
    /// The manifest.json of an earlier run, comparison, sweep, tip or ranking
    #[arg(help_heading = "Inputs")]
    pub manifest: PathBuf,
    /// Where to put the files [default: the folder of the manifest with -again behind its name]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How many threads; changes no result [default: all]
    #[arg(long, value_name = "N", value_parser = values::threads, allow_negative_numbers = true)]
    pub threads: Option<u16>,
    /// No table and no progress
    #[arg(long)]
    pub quiet: bool,
}

/// `offramp plot`.
#[derive(Debug, Args)]
pub struct PlotCommand {
    /// The folder of a run, comparison, sweep, tip or story, or its manifest.json
    /// The folder of a run, comparison, sweep, tip or ranking, or its manifest.json
    #[arg(value_name = "DIR", help_heading = "Inputs")]
    pub result: PathBuf,
    /// Which charts to draw, by name: outcomes, levels, ... [default: all]
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    /// In which form: svg, png or both
    #[arg(
        long,
        value_enum,
        value_name = "KINDS",
        value_delimiter = ',',
        default_value = "svg,png"
    )]
    pub charts: Vec<ChartKind>,
    /// How the charts look.
    #[command(flatten)]
    pub look: LookOptions,
    /// Where to put the files [default: the folder plots in that of the result]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Do not list the files
    #[arg(long)]
    pub quiet: bool,
}

/// `offramp merge`.
#[derive(Debug, Args)]
pub struct MergeCommand {
    /// The files of all shards, in any order
    #[arg(required = true, value_name = "FILE", help_heading = "Inputs")]
    pub shards: Vec<PathBuf>,
    /// How many threads run the points that a sweep's title compares; changes no result [default:
    /// all]
    #[arg(long, value_name = "N", value_parser = values::threads, allow_negative_numbers = true)]
    pub threads: Option<u16>,
    /// What to make of the results.
    #[command(flatten)]
    pub output: OutputOptions,
}
