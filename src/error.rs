//! The one error type: sentences with the place and the remedy.

mod columns;
mod text;

use std::fmt;

pub use columns::{columns, first_columns, last_columns, within};
pub use text::{
    capitalised, copyable, escaped, hexadecimal, is_unsafe, masked, printable, shell_quoted,
    shortened, uncapitalised, wrapped,
};

/// Where a text was written that problems can lie in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenIn {
    /// In a scenario file or a shipped scenario, as the user would name it.
    Scenario(String),
    /// In a `--set` of the command line.
    Set,
    /// In a `--vary` of the command line.
    Vary,
}

impl fmt::Display for WrittenIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scenario(name) => f.write_str(name),
            Self::Set => f.write_str("--set"),
            Self::Vary => f.write_str("--vary"),
        }
    }
}

/// Where in a scenario file or an option a problem lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file or option.
    pub written_in: WrittenIn,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The text of the line; of a very long one the part around the place.
    pub text: String,
    /// Where in that text the place begins, from 0, in characters.
    pub offset: usize,
    /// How many characters of that text are meant; at least 1.
    pub width: usize,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// Nothing can be run.
    Error,
    /// It can be run, but is surely not what was meant.
    Warning,
}

/// One thing that is wrong with a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub gravity: Gravity,
    /// What is wrong: a sentence.
    pub message: String,
    /// Where; none where it lies in no text (a missing key, an option that names no path).
    pub place: Option<Box<Place>>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Problem {
    /// A problem; its place and remedy may be added.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            gravity: Gravity::Error,
            message: message.into(),
            place: None,
            help: None,
        }
    }

    /// Something legal that is surely a mistake.
    #[must_use]
    pub fn warning(message: impl Into<String>) -> Self {
        Self {
            gravity: Gravity::Warning,
            ..Self::new(message)
        }
    }

    /// Adds the place to a problem.
    #[must_use]
    pub fn at(self, place: Option<Place>) -> Self {
        Self {
            place: place.map(Box::new),
            ..self
        }
    }

    /// Adds the remedy to a problem.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }
}

/// The problems found so far.
pub type Problems = Vec<Problem>;

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The command line asks for something that makes no sense. Exit code 2.
    Usage(Problem),
    /// A scenario is wrong: all its problems. Exit code 65.
    Scenario(Vec<Problem>),
    /// A scenario or file is not there, or cannot be read. Exit code 66.
    NotFound(Problem),
    /// A folder or file cannot be created. Exit code 73.
    CannotCreate(Problem),
    /// Writing failed half-way. Exit code 74.
    Disk(Problem),
    /// A fault of the program itself. Exit code 70.
    Fault(Problem),
    /// The system gives too little memory. Exit code 71.
    Memory(Problem),
    /// Another run holds the folder. Exit code 75.
    Held(Problem),
    /// The user stopped the run; what there is to report has been reported. Exit code 130.
    Stopped(Problem),
}

impl Error {
    /// The program's exit code for this error (after BSD's sysexits).
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Scenario(_) => 65,
            Self::NotFound(_) => 66,
            Self::Fault(_) => 70,
            Self::Memory(_) => 71,
            Self::CannotCreate(_) => 73,
            Self::Disk(_) => 74,
            Self::Held(_) => 75,
            Self::Stopped(_) => 130,
        }
    }

    /// All its problems; at least one.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Scenario(problems) => problems,
            Self::Usage(problem)
            | Self::NotFound(problem)
            | Self::CannotCreate(problem)
            | Self::Disk(problem)
            | Self::Fault(problem)
            | Self::Memory(problem)
            | Self::Held(problem)
            | Self::Stopped(problem) => std::slice::from_ref(problem),
        }
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&together(self.problems()))
    }
}

/// Maximum problems that are shown; of the others only their number.
pub const MOST_REPORTED: usize = 50;

/// Problems as they are shown: the first ones, and how many more there are.
#[must_use]
pub fn together(problems: &[Problem]) -> String {
    let mut messages: Vec<String> = problems
        .iter()
        .take(MOST_REPORTED)
        .map(ToString::to_string)
        .collect();
    if let Some(first_left_out) = problems.get(MOST_REPORTED) {
        let message = format!("and {} more like these", problems.len() - MOST_REPORTED);
        let rest = Problem {
            gravity: first_left_out.gravity,
            ..Problem::new(message)
        };
        messages.push(rest.help("mend these first").to_string());
    }
    messages.join("\n\n")
}

impl fmt::Display for Problem {
    /// In the manner of rustc: the message, the place with its line marked, the remedy.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gravity = match self.gravity {
            Gravity::Error => "error",
            Gravity::Warning => "warning",
        };
        write!(f, "{gravity}: {}", shown(&self.message))?;
        let margin = self
            .place
            .as_ref()
            .map_or(0, |place| place.line.to_string().len());
        if let Some(place) = &self.place {
            write!(
                f,
                "\n{:margin$}--> {}:{}:{}",
                "",
                shown(&place.written_in.to_string()),
                place.line,
                place.column
            )?;
            write!(
                f,
                "\n{:margin$} |\n{} | {}",
                "",
                place.line,
                printable(&place.text)
            )?;
            let before = " ".repeat(place.offset);
            let marks = "^".repeat(place.width.max(1));
            write!(f, "\n{:margin$} | {before}{marks}", "")?;
        }
        if let Some(help) = &self.help {
            let indent = margin + " = help: ".len();
            let help = wrapped(&shown(help), WIDTH.saturating_sub(indent));
            write!(
                f,
                "\n{:margin$} = help: {}",
                "",
                help.join(&format!("\n{:indent$}", ""))
            )?;
        }
        Ok(())
    }
}

/// Width of a remedy in characters.
const WIDTH: usize = 80;
/// Maximum characters of a sentence of a problem, with the names and lists in it.
const MOST_MESSAGE: usize = 2000;

/// A text of a problem as it is shown: one line, and no longer than can be read.
fn shown(text: &str) -> String {
    printable(&shortened(text, MOST_MESSAGE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_like_rustc() {
        let place = Place {
            written_in: WrittenIn::Scenario("mine.toml".into()),
            line: 14,
            column: 17,
            text: "misperception = 3.5".into(),
            offset: 16,
            width: 3,
        };
        let problem = Problem::new("`misperception` must lie between 0 and 2, but it is 3.5")
            .at(Some(place))
            .help("choose a value in its range");
        let expected = "error: `misperception` must lie between 0 and 2, but it is 3.5\n  --> mine.toml:14:17\n   |\n14 | misperception = 3.5\n   |                 ^^^\n   = help: choose a value in its range";
        assert_eq!(Error::Scenario(vec![problem]).to_string(), expected);
    }

    #[test]
    fn escapes_and_direction_marks_do_not_reach_the_terminal() {
        let shown = Problem::new("a\u{1b}[31mred\u{202e}x\n").to_string();
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}') && !shown.contains('\n'));
    }
}
