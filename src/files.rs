//! Reads files that anybody may have made: scenarios, shards, manifests, lists.
//!
//! What is read is the file that is open, never what its name stood for a moment before. A file is
//! opened without waiting, so that no pipe can keep the program; it must be a regular file; and it
//! is read up to a limit, whatever length the system gives for it: the kernel's own files give zero
//! and may never end.

mod scenarios;

use std::fmt;
use std::fs::{File, FileType, OpenOptions};
use std::io::Read;
use std::path::Path;

use crate::error::{Error, Problem};

pub use scenarios::{Scenarios, as_written, document};

/// The reason why a file was not read.
#[derive(Debug)]
pub enum Unreadable {
    /// The system refuses: there is no such file, or it may not be read.
    Refused(std::io::Error),
    /// It is no regular file, but this: `a folder`, `a pipe`.
    Kind(&'static str),
    /// It holds more than so many bytes.
    TooLong(u64),
    /// It is not UTF-8; the first line that is not, from 1.
    NotText(usize),
}

impl fmt::Display for Unreadable {
    /// What follows "cannot read FILE: ".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(reason) => reason.fmt(f),
            Self::Kind(kind) => write!(f, "it is {kind}, not a regular file"),
            Self::TooLong(most) => write!(
                f,
                "it is longer than {}, the most that such a file may have",
                size(*most)
            ),
            Self::NotText(line) => write!(f, "it is not UTF-8 text (line {line})"),
        }
    }
}

impl Unreadable {
    /// The error for the user, with a remedy: [`Error::NotFound`] where the system refuses, else
    /// [`Error::Scenario`].
    #[must_use]
    pub fn error(&self, path: &Path, help: impl Into<String>) -> Error {
        let problem = Problem::new(format!("cannot read {}: {self}", path.display())).help(help);
        match self {
            Self::Refused(reason) => Error::NotFound(match too_many_open(reason) {
                Some(help) => problem.help(help),
                None => problem,
            }),
            _ => Error::Scenario(vec![problem]),
        }
    }

    /// Whether there is no file of that name.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Refused(reason) if reason.kind() == std::io::ErrorKind::NotFound)
    }
}

/// What to do where a file cannot be opened since too many are open; none where that is not what is
/// wrong.
#[must_use]
pub fn too_many_open(reason: &std::io::Error) -> Option<&'static str> {
    // What Unix calls EMFILE, of a process, and ENFILE, of the whole system.
    const HERE: i32 = 24;
    const EVERYWHERE: i32 = 23;
    match reason.raw_os_error() {
        Some(HERE) if cfg!(unix) => Some("allow more open files: `ulimit -n 256`"),
        Some(EVERYWHERE) if cfg!(unix) => {
            Some("end programs that have many files open, then run it again")
        }
        _ => None,
    }
}

/// A length in the largest unit that it fills.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes >> 10),
        _ => format!("{} MiB", bytes >> 20),
    }
}

/// Opens a regular file, or one that a link leads to.
///
/// # Errors
/// The system refuses, or it is no regular file.
pub fn open(path: &Path) -> Result<File, Unreadable> {
    open_with(path, true)
}

/// Opens a regular file; a link is refused, wherever it leads.
///
/// # Errors
/// The system refuses, or it is no regular file.
pub fn open_no_link(path: &Path) -> Result<File, Unreadable> {
    open_with(path, false)
}

/// Reads a file whole.
///
/// # Errors
/// The system refuses, it is no regular file, or it is longer than `most_bytes`.
pub fn bytes(path: &Path, most_bytes: u64) -> Result<Vec<u8>, Unreadable> {
    rest(open(path)?, most_bytes)
}

/// Reads a file of UTF-8 text whole.
///
/// # Errors
/// As [`bytes`], or it is not UTF-8.
pub fn text(path: &Path, most_bytes: u64) -> Result<String, Unreadable> {
    decoded(bytes(path, most_bytes)?)
}

/// Reads what is left of an open file.
///
/// # Errors
/// Reading fails, or there are more than `most_bytes`.
pub fn rest(file: File, most_bytes: u64) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    file.take(most_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if bytes.len() as u64 > most_bytes {
        Err(Unreadable::TooLong(most_bytes))
    } else {
        Ok(bytes)
    }
}

/// The text that bytes stand for.
///
/// # Errors
/// They are not UTF-8.
pub fn decoded(bytes: Vec<u8>) -> Result<String, Unreadable> {
    String::from_utf8(bytes).map_err(|wrong| {
        let before = &wrong.as_bytes()[..wrong.utf8_error().valid_up_to()];
        Unreadable::NotText(before.split(|&byte| byte == b'\n').count())
    })
}

fn open_with(path: &Path, follow: bool) -> Result<File, Unreadable> {
    // The kind is asked first, since merely opening a device may do something.
    let facts = if follow {
        path.metadata()
    } else {
        path.symlink_metadata()
    };
    regular(facts.map_err(Unreadable::Refused)?.file_type())?;
    let mut options = OpenOptions::new();
    options.read(true);
    without_waiting(&mut options, follow);
    let file = options.open(path).map_err(Unreadable::Refused)?;
    // What was asked about may have been replaced before it was opened.
    regular(file.metadata().map_err(Unreadable::Refused)?.file_type())?;
    Ok(file)
}

fn regular(kind: FileType) -> Result<(), Unreadable> {
    if kind.is_file() {
        Ok(())
    } else {
        Err(Unreadable::Kind(called(kind)))
    }
}

/// A file of the kernel's may be regular and still have nothing to give until something happens.
fn refused(reason: std::io::Error) -> Unreadable {
    match reason.kind() {
        std::io::ErrorKind::WouldBlock => {
            Unreadable::Kind("a file of the system that waits for something to happen")
        }
        _ => Unreadable::Refused(reason),
    }
}

#[cfg(unix)]
fn without_waiting(options: &mut OpenOptions, follow: bool) {
    use std::os::unix::fs::OpenOptionsExt;
    let link = if follow { 0 } else { libc::O_NOFOLLOW };
    options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY | link);
}

#[cfg(not(unix))]
fn without_waiting(_: &mut OpenOptions, _: bool) {}

/// The name of a kind of file that is not regular.
fn called(kind: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return "a pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "a device";
        }
    }
    match (kind.is_dir(), kind.is_symlink()) {
        (true, _) => "a folder",
        (_, true) => "a link",
        _ => "something else",
    }
}

#[cfg(test)]
mod tests;
