//! One file per subcommand; each reads as the flow from scenario to output. Nothing is computed here.

mod check;
mod compare;
mod list;
mod merge;
mod new;
mod output;
mod parameters;
mod progress;
mod rerun;
mod results;
mod run;
mod shell;
mod show;
mod simulate;
mod stop;
mod study;
mod sweep;
mod tip;

use crate::cli::{Cli, Command, RunCommand};
use crate::error::Error;
use crate::scenario::library::BASELINE;
use crate::scenario::schema;

/// Does what the command line asks for.
///
/// # Errors
/// Whatever kept it from being done.
pub fn dispatch(cli: Cli) -> Result<(), Error> {
    match cli.command {
        None => run::run(&RunCommand { scenario: BASELINE.to_owned(), options: cli.options }),
        Some(Command::Run(command)) => run::run(&command),
        Some(Command::Compare(command)) => compare::compare(&command),
        Some(Command::Sweep(command)) => sweep::sweep(&command),
        Some(Command::Tip(command)) => tip::tip(&command),
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
