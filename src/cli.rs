//! The command line: what can be asked for, in words. No logic.

mod discover;
mod examples;
mod options;
mod rank;
mod requests;
mod shake;
mod show;
mod stored;
mod story;
mod studies;
pub mod values;

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::error::{copyable, printable};
use crate::scenario::library::{self, BASELINE};
use crate::scenario::starter;

pub use discover::DiscoverCommand;
use examples::{
    COMPARE_EXAMPLES, DISCOVER_EXAMPLES, EXAMPLES, MERGE_EXAMPLES, NEW_EXAMPLES,
    PARAMETERS_EXAMPLES, PLOT_EXAMPLES, RANK_EXAMPLES, SHAKE_EXAMPLES, SHOW_EXAMPLES,
    STORY_EXAMPLES, SWEEP_EXAMPLES, TIP_EXAMPLES, WHY_EXAMPLES,
};
pub use options::{
    ChartKind, ChartMedium, Format, LookOptions, OutputOptions, RunOptions, SettingOptions,
    StudyOptions,
};
pub use rank::RankCommand;
pub use shake::ShakeCommand;
pub use show::ShowCommand;
pub use stored::{MergeCommand, PlotCommand, RerunCommand};
pub use story::StoryCommand;
pub use studies::{CompareCommand, SweepCommand, TipCommand, WhyCommand};

/// A simulator of escalation between two states, for teaching and argument. Not a forecast.
#[derive(Debug, Parser)]
#[command(name = "offramp", bin_name = "offramp", no_binary_name = true, version, about, term_width = 80, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do; nothing named means `run`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The options of `run`, for `offramp` alone.
    #[command(flatten)]
    pub options: RunOptions,
}

impl Cli {
    /// Reads the words of a command line, the program's name left out.
    ///
    /// # Errors
    /// A line that makes no sense, or that asks for help: what to print.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let words: Vec<OsString> = words.into_iter().collect();
        Self::try_parse_from(&words).map_err(|error| in_lines_of_its_own(error, &words))
    }
}

/// The error of a command line with an end of line or the like in a word: that of the words as they
/// can be shown, so that none of them makes a line of its own.
fn in_lines_of_its_own(error: clap::Error, words: &[OsString]) -> clap::Error {
    let shown: Vec<OsString> = words
        .iter()
        .map(|word| printable(&word.to_string_lossy()).into())
        .collect();
    let error = if shown == words {
        error
    } else {
        Cli::try_parse_from(&shown).err().unwrap_or(error)
    };
    with_remedy(error, &shown)
}

/// A scenario in place of a command is the commonest slip, and gets its remedy. So does a new
/// scenario whose name would begin like an option.
fn with_remedy(mut error: clap::Error, words: &[OsString]) -> clap::Error {
    if let (Some(ContextValue::String(option)), true) = (
        error.get(ContextKind::InvalidArg),
        words.first().is_some_and(|word| word == "new"),
    ) {
        let written = words
            .iter()
            .filter_map(|word| word.to_str())
            .find(|word| word.starts_with(option.as_str()) && !word.starts_with("--"));
        if let Some(written) = written {
            let tip = format!(
                "a name begins with a letter or a digit: offramp new {}",
                starter::named(written)
            );
            error.insert(
                ContextKind::Suggested,
                ContextValue::StyledStrs(vec![tip.into()]),
            );
        }
        return error;
    }
    let Some(ContextValue::String(written)) = error.get(ContextKind::InvalidSubcommand) else {
        return error;
    };
    if Path::new(written)
        .extension()
        .is_some_and(|end| end == "toml")
        || library::names().contains(&written.as_str())
    {
        let scenario = copyable(written).unwrap_or_else(|| "SCENARIO".to_owned());
        let tip = format!("a scenario follows a command: offramp run {scenario}");
        error.insert(
            ContextKind::Suggested,
            ContextValue::StyledStrs(vec![tip.into()]),
        );
    }
    error
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run one scenario many times: table, charts, JSON
    #[command(after_help = EXAMPLES)]
    Run(RunCommand),
    /// What if? Scenarios on the same luck: what differs, and which histories flip
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(CompareCommand),
    /// Vary a number: how the outcomes change along it
    #[command(after_help = SWEEP_EXAMPLES)]
    Sweep(SweepCommand),
    /// Where along a number a share crosses a value
    #[command(after_help = TIP_EXAMPLES)]
    Tip(TipCommand),
    /// One history told day by day, with the reasons for every decision
    #[command(after_help = STORY_EXAMPLES)]
    Story(StoryCommand),
    /// Why histories go as they do: what speaks for force and against it, and which paths they take
    #[command(after_help = WHY_EXAMPLES)]
    Why(WhyCommand),
    /// Which of the analysts' arguments carries the conclusion, and how much of it
    #[command(after_help = RANK_EXAMPLES)]
    Rank(RankCommand),
    /// What if the judged numbers are off? The range of every share, and which numbers matter
    #[command(after_help = SHAKE_EXAMPLES)]
    Shake(ShakeCommand),
    /// Under which conditions an outcome is common: the numbers that bring it about, as a sentence
    #[command(after_help = DISCOVER_EXAMPLES)]
    Discover(DiscoverCommand),
    /// Draw the charts of a stored result again: another title, size or kind; nothing is run
    #[command(after_help = PLOT_EXAMPLES)]
    Plot(PlotCommand),
    /// Repeat a run or study from its manifest; the files are the same, byte for byte
    Rerun(RerunCommand),
    /// Merge the shards of a run, comparison or sweep; the files are the same, byte for byte
    #[command(after_help = MERGE_EXAMPLES)]
    Merge(MergeCommand),
    /// List the shipped scenarios
    List,
    /// Print a scenario: resolved, as it was written, what it is about, its arguments, its sources
    #[command(after_help = SHOW_EXAMPLES)]
    Show(ShowCommand),
    /// Report every problem in scenario files; nothing is run
    Check(CheckCommand),
    /// Begin a scenario file of your own
    #[command(after_help = NEW_EXAMPLES)]
    New(NewCommand),
    /// What every number means: default, range, unit, source
    #[command(after_help = PARAMETERS_EXAMPLES)]
    Parameters(ParametersCommand),
    /// Print the JSON Schema of scenario files, for editors
    Schema,
    /// Print the completions of a shell
    Completions {
        /// The shell
        #[arg(help_heading = "Inputs")]
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// `offramp check`.
#[derive(Debug, Args)]
pub struct CheckCommand {
    /// Scenario files, or names of shipped scenarios
    #[arg(required = true, value_name = "SCENARIO", help_heading = "Inputs")]
    pub scenarios: Vec<OsString>,
    /// What to change in each.
    #[command(flatten)]
    pub settings: SettingOptions,
}

/// `offramp new`.
#[derive(Debug, Args)]
pub struct NewCommand {
    /// Its name: the file will be NAME.toml
    #[arg(help_heading = "Inputs")]
    pub name: String,
    /// Begin a what-if on top of this scenario instead of a scenario from scratch
    #[arg(long, value_name = "SCENARIO")]
    pub extends: Option<OsString>,
}

/// `offramp parameters`.
#[derive(Debug, Args)]
pub struct ParametersCommand {
    /// A path or a key: actors.iran.stake, actors.*.stake, stake
    #[arg(help_heading = "Inputs")]
    pub path: Option<String>,
    /// The values in this scenario, and what made them so
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<OsString>,
    /// As a list for people, or as the reference page of the documentation
    #[arg(long, value_enum, default_value = "text")]
    pub format: PageFormat,
    /// What to change in the scenario.
    #[command(flatten)]
    pub settings: SettingOptions,
}

/// In what form to print a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// For a terminal
    Text,
    /// The reference page of scenario files
    Markdown,
}

/// `offramp run`.
#[derive(Debug, Args)]
pub struct RunCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// Its options.
    #[command(flatten)]
    pub options: RunOptions,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
