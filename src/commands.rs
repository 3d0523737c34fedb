//! One file per subcommand; each reads as the flow from scenario to output. Nothing is computed here.

mod run;

use crate::cli::{Cli, Command, RunCommand};
use crate::error::Error;
use crate::scenario::library::BASELINE;

/// Does what the command line asks for.
///
/// # Errors
/// Whatever kept it from being done.
pub fn dispatch(cli: Cli) -> Result<(), Error> {
    match cli.command {
        Some(Command::Run(command)) => run::run(&command),
        None => run::run(&RunCommand { scenario: BASELINE.to_owned(), options: cli.options }),
    }
}
