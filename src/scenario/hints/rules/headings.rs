//! Slips in the heading of a table.

use crate::scenario::hints::line::{Form, Line, Typo};
use crate::scenario::read::ids::sound_id;

/// Other brackets than square ones.
pub fn round_brackets(line: &Line<'_>) -> Option<Typo> {
    let name = line.code.strip_prefix('(')?.strip_suffix(')')?;
    Some(Typo::new(
        "a heading stands in square brackets",
        format!("write [{}]", name.trim()),
    ))
}

/// Words behind it.
pub fn comment_behind(line: &Line<'_>) -> Option<Typo> {
    let Form::Heading(heading) = &line.form else {
        return None;
    };
    if heading.behind.is_empty() {
        return None;
    }
    let right = format!(
        "write {}{}{} # {}",
        heading.open, heading.name, heading.close, heading.behind
    );
    Some(Typo::new("a comment begins with `#`", right))
}

/// A letter that no heading has.
pub fn letters(line: &Line<'_>) -> Option<Typo> {
    let Form::Heading(heading) = &line.form else {
        return None;
    };
    let wrong = heading
        .name
        .chars()
        .find(|&c| !(c.is_ascii_alphanumeric() || "-_.\"".contains(c)))?;
    let message = if wrong.is_whitespace() {
        "a heading has no spaces in it".to_owned()
    } else {
        format!("a heading has no `{wrong}` in it")
    };
    // What is not English has no spelling that could be guessed.
    if !heading.name.is_ascii() {
        return Some(Typo::new(
            message,
            "use the letters a to z, digits and hyphens; a `label` may say anything",
        ));
    }
    let parts: Vec<String> = heading
        .name
        .split(['.', ',', '/', ':'])
        .map(|part| sound_id(part.trim()))
        .collect();
    let right = format!("{}{}{}", heading.open, parts.join("."), heading.close);
    Some(Typo::new(
        message,
        format!("write {right}, with letters, digits and hyphens alone"),
    ))
}

/// Brackets that do not match.
pub fn closing(line: &Line<'_>) -> Option<Typo> {
    let Form::Heading(heading) = &line.form else {
        return None;
    };
    let right = format!("write {}{}{}", heading.open, heading.name, heading.close);
    (!heading.is_closed).then(|| Typo::new("the heading is not closed as it was opened", right))
}
