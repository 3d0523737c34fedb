//! Scenarios in files: read up to a limit, and with a remedy for everything that can be wrong with
//! a file.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{Unreadable, bytes, text};
use crate::error::{Error, Problem, copyable};
use crate::scenario::{Document, Found, Resolver, Shipped, Source, suggestion};

/// A scenario file longer than this is not one.
const MOST_BYTES: u64 = 1 << 20;

/// Reads a scenario by the name or path that a user gives: a path where it ends in `.toml`, else
/// the name of a shipped one.
///
/// # Errors
/// As [`Document::read`], and a file that is missing or cannot be read.
pub fn document(name: impl AsRef<OsStr>) -> Result<Document, Error> {
    Document::read(Source::named(name, None), &Scenarios)
}

/// The file of a scenario as its authors wrote it, byte for byte.
///
/// # Errors
/// It is missing or cannot be read.
pub fn as_written(source: &Source) -> Result<Vec<u8>, Error> {
    match source {
        Source::Shipped(_) => Ok(Shipped.text(source)?.text.into_owned().into_bytes()),
        Source::File(path) => {
            bytes(path, MOST_BYTES).map_err(|reason| reason.error(path, "name a scenario file"))
        }
    }
}

/// The scenarios in files, and the shipped ones.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scenarios;

impl Resolver for Scenarios {
    fn text(&self, source: &Source) -> Result<Found, Error> {
        match source {
            Source::Shipped(name) => Shipped.text(source).map_err(|error| or_file(error, name)),
            Source::File(path) => {
                let text = Cow::Owned(read(path)?);
                // A path that cannot be resolved is still read by its name.
                let identity = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
                Ok(Found {
                    text,
                    identity: Source::File(identity),
                })
            }
        }
    }
}

/// The error of a shipped scenario that does not exist: perhaps a file was meant, and named without
/// its end.
fn or_file(error: Error, name: &str) -> Error {
    let file = format!("{name}.toml");
    match error {
        Error::NotFound(problem) if Path::new(&file).is_file() => {
            let help = match copyable(&file) {
                Some(file) => format!("there is a file of that name: write {file}"),
                None => "there is a file of that name: write .toml behind it".to_owned(),
            };
            Error::NotFound(problem.help(help))
        }
        error => error,
    }
}

fn read(path: &Path) -> Result<String, Error> {
    let shown = path.display();
    let wrong =
        |message: String, help: &str| Error::Scenario(vec![Problem::new(message).help(help)]);
    let text = text(path, MOST_BYTES).map_err(|reason| match reason {
        Unreadable::Refused(reason) => {
            let problem = Problem::new(format!("cannot read {shown}: {reason}"));
            Error::NotFound(problem.help(instead(path, reason.kind())))
        }
        Unreadable::Kind(kind) => wrong(
            format!("{shown} is {kind}, not a regular file"),
            "name a scenario file",
        ),
        Unreadable::TooLong(_) => wrong(
            format!("{shown} is larger than 1 MiB"),
            "a scenario is a page or two of text; is this one?",
        ),
        Unreadable::NotText(line) => wrong(
            format!("{shown} is not UTF-8 text (line {line})"),
            "save it as UTF-8",
        ),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text.trim().is_empty() {
        return Err(wrong(
            format!("{shown} is empty"),
            "a scenario needs a name, an opening and two actors",
        ));
    }
    Ok(text.to_owned())
}

/// What to do about a file that the system does not open.
fn instead(path: &Path, reason: ErrorKind) -> String {
    let is_link = path
        .symlink_metadata()
        .is_ok_and(|facts| facts.is_symlink());
    match reason {
        ErrorKind::PermissionDenied => {
            "make it readable for you, and the folders that it lies in".to_owned()
        }
        _ if is_link => "it is a link: look at where it leads".to_owned(),
        ErrorKind::NotFound => near_file(path).unwrap_or_else(|| looked_for_in(path)),
        _ => looked_for_in(path),
    }
}

fn looked_for_in(path: &Path) -> String {
    let folder = folder(path);
    let whole = fs::canonicalize(folder);
    format!(
        "it was looked for in {}",
        whole.as_deref().unwrap_or(folder).display()
    )
}

/// A file beside it whose name is nearly the same.
fn near_file(path: &Path) -> Option<String> {
    const MOST: usize = 1000;
    let names = fs::read_dir(folder(path))
        .ok()?
        .take(MOST)
        .flatten()
        .map(|entry| entry.file_name());
    let scenarios: Vec<String> = names
        .filter_map(|name| name.into_string().ok())
        .filter(|name| matches!(Source::named(name, None), Source::File(_)))
        .collect();
    suggestion(path.file_name()?.to_str()?, &scenarios)
}

/// The folder that a file lies in.
fn folder(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
