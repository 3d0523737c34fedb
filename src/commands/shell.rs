//! Output for the shell: completions and the manual page.

use clap::CommandFactory;
use clap_complete::Shell;

use super::output;
use crate::cli::Cli;
use crate::error::{Error, Problem};

/// `offramp completions`.
pub fn completions(shell: Shell) -> Result<(), Error> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "offramp", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}

/// `offramp man`: the page of the program, then those of its commands.
pub fn man() -> Result<(), Error> {
    let mut program = Cli::command();
    program.build();
    let mut page = Vec::new();
    let commands = program
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
        .cloned();
    let rendered = std::iter::once(program.clone())
        .chain(commands)
        .try_for_each(|command| clap_mangen::Man::new(command).render(&mut page));
    rendered.map_err(|reason| {
        Error::Fault(Problem::new(format!(
            "the manual page cannot be made: {reason}"
        )))
    })?;
    output::print(&String::from_utf8_lossy(&page))
}
