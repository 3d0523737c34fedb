//! The command line: what can be asked for, in words. No logic.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::ensemble::MOST_TRIALS;
use crate::scenario::library::BASELINE;
use crate::study::words::count;

const EXAMPLES: &str = "Examples:
  offramp                      the baseline: Iran and Pakistan, January 2024
  offramp run reference-class --trials 1_000_000
  offramp run --without china-counsels --without russia-and-sco
  offramp run --set relations.channel=0.9 --format json

A teaching model. Not a forecast.";

/// A simulator of escalation between two states, for teaching and argument. Not a forecast.
#[derive(Debug, Parser)]
#[command(name = "offramp", version, about, max_term_width = 80, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do; nothing named means `run`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The options of `run`, for `offramp` alone.
    #[command(flatten)]
    pub options: RunOptions,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run one scenario many times: table, charts, JSON
    #[command(after_help = EXAMPLES)]
    Run(RunCommand),
}

/// `offramp run`.
#[derive(Debug, Args)]
pub struct RunCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: String,
    /// Its options.
    #[command(flatten)]
    pub options: RunOptions,
}

/// How to run a scenario and what to make of it.
#[derive(Clone, Debug, Args)]
pub struct RunOptions {
    /// How many times the scenario is run
    #[arg(long, value_name = "N", default_value = "100_000", value_parser = trials)]
    pub trials: u64,
    /// Which luck: the same seed gives the same results
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Set a number, whatever facts and arguments say: actors.iran.signalling=0.5, arguments.ID=0.5 (repeatable)
    #[arg(long, value_name = "PATH=VALUE", value_parser = setting)]
    pub set: Vec<(String, String)>,
    /// Switch an argument off (repeatable)
    #[arg(long, value_name = "ARGUMENT")]
    pub without: Vec<String>,
    /// Switch an argument on (repeatable)
    #[arg(long, value_name = "ARGUMENT")]
    pub with: Vec<String>,
    /// How many threads; changes no result [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Where to put results; the charts go to its folder `charts` [default: results/SCENARIO]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Which charts to write: svg, png, svg,png or none
    #[arg(long, value_enum, value_name = "KINDS", value_delimiter = ',', default_value = "svg,png")]
    pub charts: Vec<ChartKind>,
    /// No table and no progress: nothing but errors, and JSON where it is asked for
    #[arg(long)]
    pub quiet: bool,
}

/// What to print on standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people
    Table,
    /// One JSON document
    Json,
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChartKind {
    /// Drawings that scale
    Svg,
    /// Pictures for slides
    Png,
    /// No charts
    None,
}

fn trials(written: &str) -> Result<u64, String> {
    let plain: String = written.chars().filter(|&c| c != '_').collect();
    let number: u64 = plain.parse().map_err(|_| match plain.parse::<f64>() {
        Ok(number) if plain.contains(['e', 'E']) && number >= 1.0 && number.fract() == 0.0 && number <= 1e12 => {
            format!("write it out: {}", count(number as u64).replace(',', "_"))
        }
        _ => "it must be a whole number such as 100000 or 100_000, without point or comma".to_owned(),
    })?;
    if (1..=MOST_TRIALS).contains(&number) {
        return Ok(number);
    }
    Err(format!("it must lie between 1 and {MOST_TRIALS}; a million trials give shares to within 0.1 %"))
}

fn setting(written: &str) -> Result<(String, String), String> {
    match written.split_once('=').map(|(path, value)| (path.trim(), value.trim())) {
        Some((path, value)) if !path.is_empty() && !value.is_empty() => Ok((path.to_owned(), value.to_owned())),
        _ => Err("write PATH=VALUE, such as relations.channel=0.9".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn trials_are_whole_numbers_with_underscores_and_a_hint() {
        assert_eq!(trials("1_000"), Ok(1000));
        assert!(trials("1e6").unwrap_err().contains("1_000_000"));
        assert!(trials("0").is_err() && trials("18446744073709551615").is_err() && trials("many").is_err());
    }
}
