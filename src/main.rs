//! The program: parse, dispatch, print the error, exit code.

use std::io::{Write, stderr};
use std::process::ExitCode;

use offramp::cli::Cli;
use offramp::commands::dispatch;

fn main() -> ExitCode {
    let cli = Cli::parse_or_tell();
    match std::panic::catch_unwind(|| dispatch(cli)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            let _ = writeln!(stderr(), "{error}"); // there is nowhere else to tell it
            ExitCode::from(error.exit_code())
        }
        Err(_) => {
            let _ = writeln!(stderr(), "error: this is a fault of offramp; please report it with the lines above");
            ExitCode::from(70)
        }
    }
}
