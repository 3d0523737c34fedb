//! The program: hand over the command line, give the exit code.

use std::process::{ExitCode, exit};

use offramp::commands::{self, fault};

fn main() -> ExitCode {
    // On whatever thread it happens. What was being written stays as after a kill: nothing half
    // done has its name yet.
    std::panic::set_hook(Box::new(|what| exit(fault(&what.to_string()))));
    ExitCode::from(commands::main(std::env::args_os()))
}
