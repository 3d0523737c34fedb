//! Slips in a line as a whole.

use super::quotes::without_comment;
use super::{headings, invisible, values};
use crate::error::Place;

const CURLY: [char; 5] = ['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\u{201e}'];

/// What is wrong with the line at a place, and what to write instead. `said` is the parser's reason.
pub fn typo(place: &Place, said: &str) -> Option<(String, String)> {
    let line = without_comment(place.text.trim());
    if said.contains("duplicate key") {
        return Some(twice(place, line));
    }
    if said.contains("recurs") {
        let help = "a scenario has no lists in lists, and tables in tables three deep at most";
        return Some(("lists or tables lie in each other too deeply to be read".into(), help.into()));
    }
    if line.contains(CURLY) {
        let straight = line.replace(CURLY, "\"");
        return Some(("curly quotes mean nothing in TOML".into(), format!("use straight ones: {straight}")));
    }
    if let Some(typo) = invisible::typo(without_comment(&place.text)) {
        return Some(typo);
    }
    if line.starts_with("//") || line.starts_with("--") || line.starts_with(';') {
        return Some((
            "a comment begins with `#`".into(),
            format!("write # {}", line.trim_start_matches(['/', '-', ';', ' '])),
        ));
    }
    let prose = line.split_whitespace().count() > 3 && !line.contains(['=', ':', '[', '{']);
    if prose || line.starts_with("- ") {
        return Some((
            "is this a comment?".into(),
            format!("a comment begins with `#`: # {}", line.trim_start_matches("- ")),
        ));
    }
    if let Some(name) = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Some(("a heading stands in square brackets".into(), format!("write [{}]", name.trim())));
    }
    if headings::is_heading(line) {
        return headings::typo(line);
    }
    match line.split_once('=') {
        Some((key, value)) => values::typo(key.trim(), value.trim()),
        None => assignment(line),
    }
}

fn twice(place: &Place, line: &str) -> (String, String) {
    let key: String = place.text.chars().skip(place.offset).take(place.width).collect();
    let help = if line.starts_with('[') && line.contains('.') {
        "put everything under one heading, or give this one another name".to_owned()
    } else if line.starts_with('[') {
        "put everything under one heading".to_owned()
    } else {
        format!("keep one of the two; or is a heading missing above line {}, such as [actors.ID]?", place.line)
    };
    (format!("`{key}` is there twice in its table"), help)
}

/// A line without `=`.
fn assignment(line: &str) -> Option<(String, String)> {
    if let Some(item) = line.strip_suffix(',') {
        return values::item_slip(item.trim());
    }
    if let Some((key, value)) = line.split_once(':') {
        let (key, value) = (key.trim(), value.trim());
        if value.is_empty() {
            let help = format!("a heading is written [{key}]; a key has a value: {key} = ...");
            return Some(("a line does not end with a colon".into(), help));
        }
        let right = format!("write {key} = {}", values::right(value));
        return Some(("a key and its value have `=` between them".into(), right));
    }
    let (key, value) = line.split_once(char::is_whitespace)?;
    Some(("there is no `=`".into(), format!("write {key} = {}", values::right(value.trim()))))
}
