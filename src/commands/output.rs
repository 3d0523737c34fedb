//! What goes to the terminal.

use std::io::Write;

use crate::error::{Error, Problem};

/// Prints on standard output; a reader that has gone away is no fault.
pub fn print(text: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(reason) if reason.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::Disk(Problem::new(format!("cannot write to standard output: {reason}"))))
        }
        _ => Ok(()),
    }
}

/// Tells warnings on standard error; they keep nothing from being done.
pub fn warn(warnings: &[Problem]) {
    let mut err = std::io::stderr().lock();
    for warning in warnings {
        let _ = writeln!(err, "{warning}\n"); // there is nowhere else to tell it
    }
}
