//! Which scenario is meant: a file, or one that is shipped.

mod written;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Which scenario: a file, or one that is shipped. In JSON it is a text, for a file name of any
/// bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Source {
    /// A path that ends in `.toml`.
    File(PathBuf),
    /// The name of a shipped scenario.
    Shipped(String),
}

impl Source {
    /// A path where it ends in `.toml`, else the name of a shipped scenario; relative to the folder
    /// of `from`.
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

    /// The source as a text that can be read back.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::File(path) => written::kept(path.as_os_str()),
            Self::Shipped(name) => name.clone(),
        }
    }

    /// What to call it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path_in_text(path),
            Self::Shipped(name) => name.clone(),
        }
    }

    /// A short name of lower-case letters, digits and hyphens, fit for a folder.
    #[must_use]
    pub fn slug(&self) -> String {
        let name = match self {
            Self::File(path) => path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default(),
            Self::Shipped(name) => name.clone(),
        };
        let slug: String = name.chars().take(60).map(plain).collect();
        let slug = slug.trim_matches('-');
        match slug {
            "" => "scenario".to_owned(),
            _ if is_device(slug) => format!("scenario-{slug}"),
            _ => slug.to_owned(),
        }
    }
}

/// A lower-case letter or a digit as it is, and a hyphen for anything else.
const fn plain(c: char) -> char {
    if c.is_ascii_alphanumeric() {
        c.to_ascii_lowercase()
    } else {
        '-'
    }
}

/// A path as text. A byte that is no text is written in hexadecimal behind the sign for it, so that
/// paths that differ in such bytes do not read alike.
fn path_in_text(path: &Path) -> String {
    let mut text = String::new();
    for part in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text += part.valid();
        for byte in part.invalid() {
            text += &format!("{}{byte:02x}", char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.written()
    }
}

impl From<String> for Source {
    fn from(written: String) -> Self {
        Self::named(written::restored(&written), None)
    }
}

/// Whether some systems keep a name for a device.
fn is_device(name: &str) -> bool {
    let numbered = name
        .strip_prefix("com")
        .or_else(|| name.strip_prefix("lpt"));
    ["con", "prn", "aux", "nul"].contains(&name)
        || numbered.is_some_and(|number| {
            number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit())
        })
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_ends_in_toml_and_is_relative_to_the_file_that_extends() {
        assert_eq!(
            Source::named("hotline", None),
            Source::Shipped("hotline".into())
        );
        let from = Source::File("a/b.toml".into());
        assert_eq!(
            Source::named("c.toml", Some(&from)),
            Source::File("a/c.toml".into())
        );
        assert_eq!(
            Source::named("../c.toml", None),
            Source::File("../c.toml".into())
        );
    }

    #[cfg(unix)]
    #[test]
    fn paths_that_differ_in_bytes_do_not_read_alike() {
        use std::os::unix::ffi::OsStrExt;
        let shown = |name: &[u8]| Source::named(OsStr::from_bytes(name), None).shown();
        assert_eq!(shown("d/\u{e9}.toml".as_bytes()), "d/\u{e9}.toml");
        assert_eq!(shown(b"o\xffd\xfe.toml"), "o\u{fffd}ffd\u{fffd}fe.toml");
        // What was shown once is shown so again: a run again knows no more.
        assert_eq!(shown("o\u{fffd}ffd.toml".as_bytes()), "o\u{fffd}ffd.toml");
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
