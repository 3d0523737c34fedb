//! What went wrong on the disk, in sentences.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::error::{Error, Problem};
use crate::files;

const OTHER_FOLDER: &str = "name another folder with `--out`, or `--no-files` to write none";

/// The error of a file that is somebody else's.
pub fn foreign(place: &Path, why: &str) -> Error {
    let problem = Problem::new(format!("{} {why}", place.display()));
    Error::CannotCreate(problem.help("move it away, or name another folder with `--out`"))
}

/// The error of a folder that is none to write into.
pub fn refused(message: String) -> Error {
    Error::CannotCreate(Problem::new(message).help(OTHER_FOLDER))
}

/// The error of a file or folder that cannot be made.
pub fn cannot_create(path: &Path, reason: &io::Error) -> Error {
    let problem = Problem::new(format!(
        "cannot create {}: {}",
        path.display(),
        plain(reason)
    ));
    let help = match too_many_open(reason) {
        Some(help) => help.to_owned(),
        None if is_full(reason) => format!("make room, or {OTHER_FOLDER}"),
        None => OTHER_FOLDER.to_owned(),
    };
    Error::CannotCreate(problem.help(help))
}

/// The error of a file that only its owner may replace.
pub fn of_another_user(folder: &Path, name: &str) -> Error {
    let message = format!(
        "{} belongs to another user, and in {} each may replace only their own",
        folder.join(name).display(),
        folder.display()
    );
    Error::CannotCreate(Problem::new(message).help("name another folder with `--out`"))
}

/// The error of a file that cannot be looked at.
pub fn unread(place: &Path, reason: &io::Error) -> Error {
    let reason_told = plain(reason);
    let message = format!(
        "{} cannot be read, and so it is not known whether a run wrote it: {reason_told}",
        place.display()
    );
    let help = too_many_open(reason).unwrap_or("move it away, or name another folder with `--out`");
    Error::CannotCreate(Problem::new(message).help(help))
}

/// What to do where too many files are open.
fn too_many_open(reason: &io::Error) -> Option<&'static str> {
    files::too_many_open(innermost(reason).unwrap_or(reason))
}

/// The error of a folder that cannot be made or opened.
pub fn no_folder(path: &Path, reason: &io::Error) -> Error {
    // What is in the way may lie further up.
    let there = path
        .ancestors()
        .find_map(|place| Some((place, place.symlink_metadata().ok()?)));
    let Some((place, facts)) = there else {
        return cannot_create(path, reason);
    };
    let shown = place.display();
    match (facts.is_symlink(), place.metadata()) {
        (true, Ok(folder)) if folder.is_dir() && place == path => {
            refused(format!("{shown} is a link to another folder"))
        }
        (true, Err(_)) => nowhere(place),
        (true, Ok(target)) if !target.is_dir() => {
            refused(format!("{shown} is a link, and not to a folder"))
        }
        (false, Ok(file)) if !file.is_dir() => refused(format!("{shown} is no folder")),
        _ => cannot_create(path, reason),
    }
}

/// The error of a link whose target is not there.
fn nowhere(link: &Path) -> Error {
    let target = link.read_link().map_or_else(
        |_| "nothing".to_owned(),
        |target| target.display().to_string(),
    );
    let problem = Problem::new(format!(
        "{} is a link that leads nowhere: to {target}",
        link.display()
    ));
    Error::CannotCreate(problem.help(
        "make the folder that it leads to, remove the link, or name another folder with `--out`",
    ))
}

/// The error of a write that failed.
#[must_use]
pub fn disk(path: &Path, reason: &io::Error) -> Error {
    let problem = Problem::new(format!(
        "cannot write {}: {}",
        path.display(),
        plain(reason)
    ));
    let help = match too_many_open(reason) {
        Some(help) => help,
        None if is_full(reason) => "make room, or name another folder with `--out`",
        None => OTHER_FOLDER,
    };
    Error::Disk(problem.help(help))
}

/// Whether it is for want of room.
fn is_full(reason: &io::Error) -> bool {
    let kind = innermost(reason).map_or(reason.kind(), io::Error::kind);
    matches!(
        kind,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge
    )
}

/// The system's reason, however many libraries passed it on.
pub fn plain(reason: &io::Error) -> String {
    innermost(reason).map_or_else(|| reason.to_string(), ToString::to_string)
}

/// The error of the system in an error of a library, where there is one.
fn innermost(reason: &io::Error) -> Option<&io::Error> {
    let mut found = None;
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(reason);
    while let Some(error) = next {
        let io = error.downcast_ref::<io::Error>();
        found = io.filter(|io| io.raw_os_error().is_some()).or(found);
        // An error that wraps another gives the source of that, and passes over it itself.
        next = io
            .and_then(io::Error::get_ref)
            .map(|inner| inner as _)
            .or_else(|| error.source());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_not_lost_on_its_way_through_a_library() {
        let full = || io::Error::from_raw_os_error(28);
        let twice = io::Error::other(io::Error::other(full()));
        for reason in [full(), twice] {
            let message = disk(Path::new("r/trials.csv"), &reason).to_string();
            assert!(
                message.contains("make room") && !message.contains("other error"),
                "{message}"
            );
            assert!(message.contains(&full().to_string()), "{message}");
        }
        let denied = disk(Path::new("r/x"), &ErrorKind::PermissionDenied.into()).to_string();
        assert!(
            !denied.contains("make room") && denied.contains("permission denied"),
            "{denied}"
        );
    }
}
