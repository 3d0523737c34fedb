//! The one door to the terminal: everything that is shown, on standard output or standard error,
//! goes through here. Its text can only be read.
//!
//! The lints forbid every other way out. What draws progress writes by itself, a text of our own
//! without a name in it.
#![allow(clippy::disallowed_methods)]

use std::io::{BufWriter, ErrorKind, IsTerminal, Write, stderr, stdout};

use crate::error::{Error, Problem, masked, printable, shortened, together};
use crate::report::chart;

/// Maximum characters of a message about the command line, with the words in it.
const MOST_USAGE: usize = 4000;
/// Maximum names in one warning.
const MOST_NAMES: usize = 3;
/// The exit code of a command line that makes no sense.
const USAGE: u8 = 2;

/// Prints on standard output; a reader that has gone away is no fault.
///
/// # Errors
/// Standard output cannot be written to.
pub fn print(text: &str) -> Result<(), Error> {
    raw(masked(text).as_bytes())
}

/// Prints a file on standard output, byte for byte; on a terminal as everything that is shown.
///
/// # Errors
/// As [`print()`].
pub fn print_file(bytes: &[u8]) -> Result<(), Error> {
    if stdout().is_terminal() {
        print(&String::from_utf8_lossy(bytes))
    } else {
        raw(bytes)
    }
}

/// Prints line by line what `write` writes, however long it is.
///
/// # Errors
/// As [`print()`].
pub fn print_all(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Error> {
    let mut lines = Lines {
        out: BufWriter::new(stdout().lock()),
        line: Vec::new(),
    };
    printed(write(&mut lines).and_then(|()| lines.flush()))
}

/// A way to standard output that masks what it is given, a line at a time.
struct Lines<W: Write> {
    out: W,
    line: Vec<u8>,
}

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let end = bytes
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(bytes.len(), |at| at + 1);
        self.line.extend_from_slice(&bytes[..end]);
        if self.line.ends_with(b"\n") {
            self.out
                .write_all(masked(&String::from_utf8_lossy(&self.line)).as_bytes())?;
            self.line.clear();
        }
        Ok(end)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out
            .write_all(masked(&String::from_utf8_lossy(&self.line)).as_bytes())?;
        self.line.clear();
        self.out.flush()
    }
}

fn raw(bytes: &[u8]) -> Result<(), Error> {
    let mut out = stdout().lock();
    printed(out.write_all(bytes).and_then(|()| out.flush()))
}

fn printed(result: std::io::Result<()>) -> Result<(), Error> {
    match result {
        Err(reason) if reason.kind() != ErrorKind::BrokenPipe => {
            let problem = Problem::new(format!("cannot write to standard output: {reason}"));
            Err(Error::Disk(problem.help("make room, or send it elsewhere")))
        }
        _ => Ok(()),
    }
}

/// Tells something on standard error; where that fails, there is nowhere else to tell it.
pub fn tell(text: &str) {
    let _ = writeln!(stderr().lock(), "{}", masked(text));
}

/// Tells warnings; they keep nothing from being done.
pub fn warn(warnings: &[Problem]) {
    if !warnings.is_empty() {
        tell(&(together(warnings) + "\n"));
    }
}

/// Tells why something could not be done. Gives the program's exit code.
pub fn fail(error: &Error) -> u8 {
    tell(&error.to_string());
    error.exit_code()
}

/// Ends a command line that asks for nothing to be done: for help, which is printed, or for what
/// makes no sense. Gives the program's exit code.
pub fn end_of_line(asked: &clap::Error) -> u8 {
    if asked.use_stderr() {
        let text = asked.render().to_string();
        let lines: Vec<_> = text
            .trim_end()
            .lines()
            .map(|line| shortened(line, MOST_USAGE))
            .collect();
        tell(&shortened(&lines.join("\n"), MOST_USAGE));
        return USAGE;
    }
    // The program's own words, which may have colours where they are seen.
    let coloured =
        stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let text = asked.render();
    let printed = if coloured {
        raw(text.ansi().to_string().as_bytes())
    } else {
        print(&text.to_string())
    };
    printed.map_or_else(|error| fail(&error), |()| 0)
}

/// The end of a command that has printed and written. If both failed, both errors are reported.
///
/// # Errors
/// What failed; where both did, what kept the files from being written.
pub fn both<T>(printed: Result<(), Error>, written: Result<T, Error>) -> Result<T, Error> {
    match (printed, written) {
        (Ok(()), written) => written,
        (Err(error), Ok(_)) => Err(error),
        (Err(error), Err(other)) => {
            if error != other {
                warn(error.problems());
            }
            Err(other)
        }
    }
}

/// Tells on standard error what its user should know of what was done.
pub fn note(notes: &[String]) {
    for note in notes {
        tell(&format!("note: {}", printable(note)));
    }
}

/// Warns of names that charts replace, since their font lacks characters of these; the first are
/// named and the others counted.
pub fn warn_of_replaced_names(names: &[String]) {
    if names.is_empty() {
        return;
    }
    let mut named: Vec<String> = names
        .iter()
        .take(MOST_NAMES)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = names.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        named.push(format!("and {more} more"));
    }
    let message = format!(
        "the font of the charts lacks characters of {}",
        named.join(", ")
    );
    warn(&[Problem::warning(message).help(
        "charts show ids in place of labels, the file name of a scenario and the number of a variant",
    )]);
}

/// Refuses a title that the font of the charts cannot draw.
///
/// # Errors
/// [`Error::Usage`] with the characters that are missing; the font cannot be read, which is the
/// program's fault.
pub fn refuse_undrawable_title(title: Option<&str>) -> Result<(), Error> {
    let title = title.unwrap_or_default();
    if chart::can_draw(title)? {
        return Ok(());
    }
    let mut missing = Vec::new();
    for letter in title.chars() {
        let letter = letter.to_string();
        if !missing.contains(&letter) && !chart::can_draw(&letter)? {
            missing.push(letter);
        }
    }
    let message = format!(
        "the charts cannot show {} of `--title`",
        printable(&missing.join(" "))
    );
    let help = "the font of the charts covers Latin, Greek and Cyrillic";
    Err(Error::Usage(Problem::new(message).help(help)))
}
