//! Where a scenario's text comes from: a file or the shipped library, and what it extends.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::library;
use super::section::suggestion;
use crate::error::{Error, Problem, shell_quoted};
use crate::files::{self, Unreadable};

/// A scenario file longer than this is not one.
const MOST_BYTES: u64 = 1 << 20;

/// Which scenario: a file, or one that is shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A path that ends in `.toml`.
    File(PathBuf),
    /// The name of a shipped scenario.
    Shipped(String),
}

impl Source {
    /// A path where it ends in `.toml`, else the name of a shipped scenario; relative to the folder of `from`.
    #[must_use]
    pub fn named(name: impl AsRef<OsStr>, from: Option<&Self>) -> Self {
        let name = name.as_ref();
        if !is_toml(Path::new(name)) {
            return Self::Shipped(name.to_string_lossy().into_owned());
        }
        let folder = match from {
            Some(Self::File(path)) => path.parent(),
            _ => None,
        };
        Self::File(folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name)))
    }

    /// What to call it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Shipped(name) => name.clone(),
        }
    }

    /// A short name of lower-case letters, digits and hyphens, fit for a folder.
    #[must_use]
    pub fn slug(&self) -> String {
        let name = match self {
            Self::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            Self::Shipped(name) => name.clone(),
        };
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let slug: String = name.chars().take(60).map(plain).collect();
        let slug = slug.trim_matches('-');
        match slug {
            "" => "scenario".to_owned(),
            _ if is_device(slug) => format!("scenario-{slug}"),
            _ => slug.to_owned(),
        }
    }

    /// Which scenario it is, however it was written: to notice one that extends itself.
    pub(super) fn identity(&self) -> Self {
        match self {
            Self::File(path) => Self::File(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
            Self::Shipped(_) => self.clone(),
        }
    }

    pub(super) fn read(&self) -> Result<String, Error> {
        match self {
            Self::Shipped(name) => library::text(name).map(str::to_owned).ok_or_else(|| not_shipped(name)),
            Self::File(path) => read_file(path),
        }
    }
}

/// Whether some systems keep a name for a device.
fn is_device(name: &str) -> bool {
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    ["con", "prn", "aux", "nul"].contains(&name)
        || numbered.is_some_and(|number| number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit()))
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "toml")
}

fn not_shipped(name: &str) -> Error {
    let problem = Problem::new(format!("there is no shipped scenario `{name}`"));
    let file = format!("{name}.toml");
    let help = if Path::new(&file).is_file() {
        format!("there is a file of that name: write {}", shell_quoted(&file))
    } else {
        let near = suggestion(name, &library::names());
        near.unwrap_or_else(|| "`offramp list` names them all; the name of a file must end in .toml".to_owned())
    };
    Error::NotFound(problem.help(help))
}

fn read_file(path: &Path) -> Result<String, Error> {
    let shown = path.display();
    let wrong = |message: String, help: &str| Error::Scenario(vec![Problem::new(message).help(help)]);
    let text = files::text(path, MOST_BYTES).map_err(|reason| match reason {
        Unreadable::Refused(reason) => {
            let problem = Problem::new(format!("cannot read {shown}: {reason}"));
            Error::NotFound(problem.help(instead(path, reason.kind())))
        }
        Unreadable::Kind(kind) => wrong(format!("{shown} is {kind}, not a regular file"), "name a scenario file"),
        Unreadable::TooLong(_) => {
            wrong(format!("{shown} is larger than 1 MiB"), "a scenario is a page or two of text; is this one?")
        }
        Unreadable::NotText(line) => wrong(format!("{shown} is not UTF-8 text (line {line})"), "save it as UTF-8"),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text.trim().is_empty() {
        return Err(wrong(format!("{shown} is empty"), "a scenario needs a name, an opening and two actors"));
    }
    Ok(text.to_owned())
}

/// What to do about a file that the system does not open.
fn instead(path: &Path, reason: ErrorKind) -> String {
    let is_link = path.symlink_metadata().is_ok_and(|facts| facts.is_symlink());
    match reason {
        ErrorKind::PermissionDenied => "make it readable for you, and the folders that it lies in".to_owned(),
        _ if is_link => "it is a link: look at where it leads".to_owned(),
        ErrorKind::NotFound => near_file(path).unwrap_or_else(|| looked_for_in(path)),
        _ => looked_for_in(path),
    }
}

fn looked_for_in(path: &Path) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder =
        fs::canonicalize(folder).map_or_else(|_| folder.display().to_string(), |folder| folder.display().to_string());
    format!("it was looked for in {folder}")
}

/// A file beside it whose name is nearly the same.
fn near_file(path: &Path) -> Option<String> {
    const MOST: usize = 1000;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).ok()?.take(MOST).flatten().map(|entry| entry.file_name());
    let scenarios: Vec<String> =
        names.filter_map(|name| name.into_string().ok()).filter(|name| is_toml(Path::new(name))).collect();
    suggestion(path.file_name()?.to_str()?, &scenarios)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_ends_in_toml_and_is_relative_to_the_file_that_extends() {
        assert_eq!(Source::named("hotline", None), Source::Shipped("hotline".into()));
        let from = Source::File("a/b.toml".into());
        assert_eq!(Source::named("c.toml", Some(&from)), Source::File("a/c.toml".into()));
        assert_eq!(Source::named("../c.toml", None), Source::File("../c.toml".into()));
    }

    #[test]
    fn slugs_are_safe_folder_names() {
        for (path, slug) in [
            ("x/../My Case.toml", "my-case"),
            ("....toml", "scenario"),
            ("<script>.toml", "script"),
            ("CON.toml", "scenario-con"),
            ("com1.toml", "scenario-com1"),
            ("lpt9.toml", "scenario-lpt9"),
            ("com10.toml", "com10"),
        ] {
            assert_eq!(Source::File(path.into()).slug(), slug);
        }
    }
}
