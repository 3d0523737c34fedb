//! One file per subcommand; each reads as the flow from scenario to output. Nothing is computed
//! here.

mod charts;
mod check;
mod compare;
mod delivery;
mod discover;
mod list;
mod luck;
mod merge;
mod new;
mod output;
mod parameters;
mod plot;
mod progress;
mod rank;
mod rerun;
mod results;
mod run;
mod session;
mod shake;
mod shards;
mod shell;
mod show;
mod simulate;
mod stop;
mod stored;
mod story;
mod sweep;
mod tip;
mod why;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::ffi::OsString;

use crate::cli::{Cli, Command, RunCommand};
use crate::error::Error;
use crate::scenario::library::BASELINE;
use crate::scenario::schema;

/// How the program ends where it is itself at fault, as in sysexits.h.
const FAULT: i32 = 70;

/// The whole program: does what the words of a command line ask for, the first of them its own
/// name, and says what kept it from being done. Gives the exit code.
pub fn main(words: impl IntoIterator<Item = OsString>) -> u8 {
    stop::begin();
    match Cli::read(words.into_iter().skip(1)) {
        Ok(cli) => dispatch(cli).map_or_else(|error| output::fail(&error), |()| 0),
        Err(asked) => output::end_of_line(&asked),
    }
}

/// Tells a fault of the program. Gives the exit code.
#[must_use]
pub fn fault(what: &str) -> i32 {
    output::tell(what);
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        output::tell(&trace.to_string());
    }
    output::tell("error: this is a fault of offramp; please report it with the lines above");
    FAULT
}

/// Does what the command line asks for.
///
/// # Errors
/// Whatever kept it from being done.
fn dispatch(cli: Cli) -> Result<(), Error> {
    match cli.command {
        None => run::run(&RunCommand {
            scenario: BASELINE.into(),
            options: cli.options,
        }),
        Some(Command::Run(command)) => run::run(&command),
        Some(Command::Compare(command)) => compare::compare(&command),
        Some(Command::Sweep(command)) => sweep::sweep(&command),
        Some(Command::Tip(command)) => tip::tip(&command),
        Some(Command::Story(command)) => story::story(&command),
        Some(Command::Why(command)) => why::why(&command),
        Some(Command::Rank(command)) => rank::rank(&command),
        Some(Command::Shake(command)) => shake::shake(&command),
        Some(Command::Discover(command)) => discover::discover(&command),
        Some(Command::Plot(command)) => plot::plot(&command),
        Some(Command::Rerun(command)) => rerun::rerun(&command),
        Some(Command::Merge(command)) => merge::merge(&command),
        Some(Command::List) => list::list(),
        Some(Command::Show(command)) => show::show(&command),
        Some(Command::Check(command)) => check::check(&command),
        Some(Command::New(command)) => new::new(&command),
        Some(Command::Parameters(command)) => parameters::parameters(&command),
        Some(Command::Schema) => output::print(&schema()),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man) => shell::man(),
    }
}
