//! The program: parse, dispatch, print the error, exit code.

use std::io::{Write, stderr};
use std::process::{ExitCode, exit};

use offramp::cli::Cli;
use offramp::commands::dispatch;

/// How the program ends where it is itself at fault, as in sysexits.h.
const FAULT: i32 = 70;

fn main() -> ExitCode {
    // On whatever thread it happens. What was being written stays as after a kill: nothing half done has its name yet.
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |what| {
        tell(what);
        let _ = writeln!(stderr(), "error: this is a fault of offramp; please report it with the lines above");
        exit(FAULT);
    }));
    let cli = Cli::parse_or_tell();
    match dispatch(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(stderr(), "{error}"); // there is nowhere else to tell it
            ExitCode::from(error.exit_code())
        }
    }
}
