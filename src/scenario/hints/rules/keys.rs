//! Slips in a key, in its value, and in what stands between them.

use crate::scenario::hints::lexer::outside_texts;
use crate::scenario::hints::line::{Form, Line, Typo};
use crate::scenario::hints::slips;
use crate::scenario::hints::slips::numbers::number;

/// A key or heading that is there already.
pub fn twice(line: &Line<'_>) -> Option<Typo> {
    if !line.said.contains("duplicate key") {
        return None;
    }
    let place = line.place;
    let key: String = place
        .text
        .chars()
        .skip(place.offset)
        .take(place.width)
        .collect();
    let help = if line.code.starts_with('[') && line.code.contains('.') {
        "put everything under one heading, or give this one another name".to_owned()
    } else if line.code.starts_with('[') {
        "put everything under one heading".to_owned()
    } else {
        format!(
            "keep one of the two; or is a heading missing above line {}, such as [actors.ID]?",
            place.line
        )
    };
    Some(Typo::new(
        format!("`{key}` is there twice in its table"),
        help,
    ))
}

/// A path in place of the key.
pub fn path_as_key(line: &Line<'_>) -> Option<Typo> {
    let Form::Pair { key, value } = line.form else {
        return None;
    };
    let is_path = is_path(key) && key.contains('*');
    is_path.then(|| {
        Typo::new(
            "a path stands in quotes",
            format!("write \"{key}\" = {value}"),
        )
    })
}

/// Several words.
pub fn spaces(line: &Line<'_>) -> Option<Typo> {
    let Form::Pair { key, .. } = line.form else {
        return None;
    };
    let has_spaces = key.contains(char::is_whitespace) && !key.starts_with(['"', '\'']);
    let help = "use the key's own name: `offramp parameters` lists them";
    has_spaces.then(|| Typo::new("a key has no spaces in it", help))
}

/// A path without quotes inside the value.
pub fn path_in_value(line: &Line<'_>) -> Option<Typo> {
    let Form::Pair { value, .. } = line.form else {
        return None;
    };
    let bare = outside_texts(value);
    let path = bare
        .split(['{', '}', '=', ',', ' '])
        .find(|word| is_path(word))?;
    number(path)
        .is_none()
        .then(|| Typo::new("a path stands in quotes", format!("write \"{path}\"")))
}

/// Nothing behind the `=`.
pub fn no_value(line: &Line<'_>) -> Option<Typo> {
    let Form::Pair { key, value } = line.form else {
        return None;
    };
    let help = "write one after the `=`, or remove the line";
    value
        .is_empty()
        .then(|| Typo::new(format!("`{key}` has no value"), help))
}

/// A slip in the value.
pub fn value(line: &Line<'_>) -> Option<Typo> {
    let Form::Pair { key, value } = line.form else {
        return None;
    };
    // The comma behind an entry of a table that goes over lines is right.
    let value = value
        .strip_suffix(',')
        .filter(|value| !slips::is_toml(value))
        .unwrap_or(value);
    let slip = slips::of_value(value)?;
    let help = slip.help(|right| format!("write {key} = {right}"));
    Some(Typo::new(slip.what, help))
}

/// A slip in an item of a list on a line of its own.
pub fn item(line: &Line<'_>) -> Option<Typo> {
    let Form::Item(item) = line.form else {
        return None;
    };
    let slip = slips::of_value(item)?;
    let help = slip.help(|right| format!("write {right},"));
    Some(Typo::new(slip.what, help))
}

/// A colon for the `=`, or at the end of a heading.
pub fn colon(line: &Line<'_>) -> Option<Typo> {
    let Form::Other = line.form else { return None };
    let (key, value) = line.code.split_once(':')?;
    let key = key.trim();
    let value = value.trim();
    if value.is_empty() {
        let help = format!("a heading is written [{key}]; a key has a value: {key} = ...");
        return Some(Typo::new("a line does not end with a colon", help));
    }
    let right = format!("write {key} = {}", slips::right(value));
    Some(Typo::new(
        "a key and its value have `=` between them",
        right,
    ))
}

/// Only a space for the `=`.
pub fn no_sign(line: &Line<'_>) -> Option<Typo> {
    let Form::Other = line.form else { return None };
    let (key, value) = line.code.split_once(char::is_whitespace)?;
    Some(Typo::new(
        "there is no `=`",
        format!("write {key} = {}", slips::right(value.trim())),
    ))
}

/// Whether a word is a path without quotes: it has a `*`, or more dots than a key or a number.
fn is_path(word: &str) -> bool {
    let plain = word.starts_with(char::is_alphabetic) && !word.contains(char::is_whitespace);
    plain && (word.contains("*.") || word.matches('.').count() >= 2)
}
