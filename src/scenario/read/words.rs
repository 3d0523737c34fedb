//! Names and texts in messages and files.

use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::renamed::renamed;
use crate::error::{escaped, is_unsafe};

/// No name that is compared with others has more bytes: room for the longest path of a number.
const MOST_COMPARED: usize = 120;

/// Names in a row; of many the first few, and how many there are.
pub fn listed(names: &[impl AsRef<str>]) -> String {
    const FEW: usize = 12;
    let shown: Vec<&str> = names.iter().map(AsRef::as_ref).take(FEW).collect();
    let rest = if names.len() > FEW {
        format!(", ... ({} in all)", names.len())
    } else {
        String::new()
    };
    shown.join(", ") + &rest
}

/// Whether a text is short enough for a name, and one that somebody could type as it is shown.
fn could_be_a_name(text: &str) -> bool {
    text.len() <= MOST_COMPARED && !text.chars().any(is_unsafe)
}

/// What an old name is called now; or "did you mean", where a known name is near.
#[must_use]
pub fn suggestion(name: &str, known: &[impl AsRef<str>]) -> Option<String> {
    since_version_2(name, known).or_else(|| near(name, known))
}

/// The same for a path, or for its key: an old key has a new name, however much other paths look
/// like its own.
#[must_use]
pub fn suggestion_of_path(path: &str, known: &[impl AsRef<str>]) -> Option<String> {
    let key = path.rsplit('.').next().unwrap_or(path);
    since_version_2(path, known)
        .or_else(|| since_version_2(key, known))
        .or_else(|| near(path, known))
        .or_else(|| near(key, known))
}

/// What an old name is called now.
fn since_version_2(name: &str, known: &[impl AsRef<str>]) -> Option<String> {
    let new = renamed(name, known)?;
    Some(format!("it is called `{new}` since version 2 of the model"))
}

/// "did you mean", where a known name is near.
fn near(name: &str, known: &[impl AsRef<str>]) -> Option<String> {
    // What is longer than any name can be is none, and comparing it would take its time.
    let name = Some(name).filter(|name| name.len() <= MOST_COMPARED)?;
    let near = known
        .iter()
        .map(AsRef::as_ref)
        .filter(|other| could_be_a_name(other))
        .map(|other| (strsim::jaro_winkler(name, other), other));
    let (likeness, best) = near.max_by(|one, two| one.0.total_cmp(&two.0))?;
    (likeness > 0.8).then(|| format!("did you mean `{best}`?"))
}

/// A text in quotes, as TOML writes it; characters that do more than be read are escaped.
pub fn quoted(text: &str) -> String {
    escaped(&TomlStringBuilder::new(text).as_basic().to_toml_value()).into_owned()
}
