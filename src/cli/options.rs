//! Options that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::{self, ShardPart};
use crate::report::figure::{ChartLook, Medium};
use crate::scenario::{Setting, Settings};

/// How to run a scenario and what to make of it.
#[derive(Clone, Debug, Args)]
pub struct RunOptions {
    /// How many times the scenario is run [default: 100000]
    #[arg(long, value_name = "N", value_parser = values::trials, allow_negative_numbers = true)]
    pub trials: Option<u64>,
    /// Random seed: the same seed gives the same results
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = values::seed, allow_negative_numbers = true)]
    pub seed: u64,
    /// Stop once the 95 % interval of every outcome is narrower than this to either side; looks at
    /// 10,000 trials, 20,000, 40,000, ...
    #[arg(long, value_name = "X", value_parser = values::precision, allow_negative_numbers = true)]
    pub precision: Option<f64>,
    /// What to change in the scenario.
    #[command(flatten)]
    pub settings: SettingOptions,
    /// How many threads; changes no result [default: all]
    #[arg(long, value_name = "N", value_parser = values::threads, allow_negative_numbers = true)]
    pub threads: Option<u16>,
    /// Also write trials.csv: one line for each trial
    #[arg(long, conflicts_with_all = ["shard", "no_files"])]
    pub trials_csv: bool,
    /// Run only the I-th of N parts, and write its counts for `offramp merge`
    #[arg(long, value_name = "I/N", value_parser = values::shard, allow_hyphen_values = true, conflicts_with_all = ["precision", "no_files"])]
    pub shard: Option<ShardPart>,
    /// What to make of the results.
    #[command(flatten)]
    pub output: OutputOptions,
}

/// How to run several scenarios beside each other.
#[derive(Clone, Debug, Args)]
pub struct StudyOptions {
    /// How many times each is run
    #[arg(long, value_name = "N", default_value = "100_000", value_parser = values::trials, allow_negative_numbers = true)]
    pub trials: u64,
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

/// What to make of results.
#[derive(Clone, Debug, Args)]
pub struct OutputOptions {
    /// Where to put the files [default: a folder in results, named by scenario and changes]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write no files
    #[arg(long, conflicts_with = "out")]
    pub no_files: bool,
    /// What to print on standard output
    #[arg(long, value_enum, default_value = "table")]
    pub format: Format,
    /// Which charts to write: svg, png, svg,png or none
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
    /// Print every table and all that is said of them
    #[arg(long)]
    pub full: bool,
    /// No table and no progress: nothing but errors, what was replaced by something else, and JSON
    /// where it is asked for
    #[arg(long)]
    pub quiet: bool,
}

/// What to change in a scenario.
#[derive(Clone, Debug, Args)]
pub struct SettingOptions {
    /// Set a number; it has the last word over facts and arguments: actors.iran.stake=0.5,
    /// arguments.ID=0.5 (repeatable)
    #[arg(long, value_name = "PATH=VALUE", value_parser = values::setting)]
    pub set: Vec<(String, String)>,
    /// Switch an argument off (repeatable)
    #[arg(long, value_name = "ARGUMENT")]
    pub without: Vec<String>,
    /// Switch an argument on (repeatable)
    #[arg(long, value_name = "ARGUMENT")]
    pub with: Vec<String>,
}

/// The options by which a scenario is changed.
pub const SETTINGS: [&str; 3] = ["set", "without", "with"];

impl SettingOptions {
    /// The settings as a scenario takes them.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let set = self
            .set
            .iter()
            .map(|(path, value)| Setting::set(path, value))
            .collect();
        Settings {
            set,
            with: self.with.clone(),
            without: self.without.clone(),
        }
    }
}

/// What to print on standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people
    Table,
    /// One JSON document
    Json,
}

/// How charts look.
#[derive(Clone, Debug, Args)]
pub struct LookOptions {
    /// What the charts are for: a slide, read from afar, or a page
    #[arg(
        long = "for",
        value_enum,
        value_name = "MEDIUM",
        default_value = "slide"
    )]
    pub medium: ChartMedium,
    /// A title for the charts in place of the finding
    #[arg(long, value_name = "TEXT", value_parser = values::title)]
    pub title: Option<String>,
}

impl From<&LookOptions> for ChartLook {
    fn from(options: &LookOptions) -> Self {
        Self {
            medium: options.medium.into(),
            title: options.title.clone(),
        }
    }
}

/// What charts are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChartMedium {
    /// A projector: large text
    Slide,
    /// A page: smaller text, for reading
    Page,
}

impl From<ChartMedium> for Medium {
    fn from(medium: ChartMedium) -> Self {
        match medium {
            ChartMedium::Slide => Self::Slide,
            ChartMedium::Page => Self::Page,
        }
    }
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
