//! What goes to the terminal.

use std::io::Write;

use crate::chart;
use crate::error::{Error, Problem, printable};
use crate::scenario::Scenario;

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

/// The end of a command that has printed and written: where both failed, both are told.
///
/// # Errors
/// What failed; where both did, what kept the files from being written.
pub fn both<T>(printed: Result<(), Error>, written: Result<T, Error>) -> Result<T, Error> {
    match (printed, written) {
        (Ok(()), written) => written,
        (Err(error), Ok(_)) => Err(error),
        (Err(error), Err(other)) => {
            warn(error.problems());
            Err(other)
        }
    }
}

/// Tells on standard error what its user should know of what was done.
pub fn note(notes: &[String]) {
    let mut err = std::io::stderr().lock();
    for note in notes {
        let _ = writeln!(err, "note: {}", printable(note)); // there is nowhere else to tell it
    }
}

/// Warns where the font of the charts lacks characters of a scenario's names, or of the names of variants.
///
/// # Errors
/// The font cannot be read, which is the program's fault.
pub fn warn_of_missing_characters(scenario: &Scenario, variants: &[&str]) -> Result<(), Error> {
    let labels = scenario.names.rungs.iter().map(|rung| rung.label.as_str());
    for name in std::iter::once(scenario.name.as_str()).chain(labels).chain(variants.iter().copied()) {
        if !chart::can_draw(name)? {
            let problem = Problem::warning(format!("the font of the charts lacks characters of `{name}`"));
            warn(&[problem.help("charts show a rung's id in place of its label, and `?` for other characters")]);
            return Ok(()); // one is enough to know
        }
    }
    Ok(())
}
