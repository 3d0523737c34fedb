//! Slips in the heading of a table.

use crate::scenario::read::ids::sound_id;

/// The last heading behind one line and up to another; lines are counted from 1.
pub fn last(lines: &[&str], behind: usize, line: usize) -> Option<usize> {
    (behind + 1..=line.min(lines.len())).rev().find(|&at| is_heading(lines[at - 1].trim()))
}

/// Whether a line looks like a heading: `[...]`, and no list that is a value.
pub fn is_heading(line: &str) -> bool {
    line.starts_with('[') && !line.contains('=')
}

/// What is wrong with a heading, and what to write instead.
pub fn typo(line: &str) -> Option<(String, String)> {
    let twice = line.starts_with("[[");
    let (open, close) = if twice { ("[[", "]]") } else { ("[", "]") };
    let (name, behind) = line.split_at(line.rfind(']').map_or(line.len(), |at| at + 1));
    let name = name.trim_matches(['[', ']', ' ']);
    if !behind.trim().is_empty() {
        let right = format!("write {open}{name}{close} # {}", behind.trim());
        return Some(("a comment begins with `#`".into(), right));
    }
    if let Some(c) = name.chars().find(|&c| !(c.is_ascii_alphanumeric() || "-_.\"".contains(c))) {
        let message = if c.is_whitespace() {
            "a heading has no spaces in it".to_owned()
        } else {
            format!("a heading has no `{c}` in it")
        };
        // What is not English has no spelling that could be guessed.
        let help = if name.is_ascii() {
            let parts: Vec<String> = name.split(['.', ',', '/', ':']).map(|part| sound_id(part.trim())).collect();
            format!("write {open}{}{close}, with letters, digits and hyphens alone", parts.join("."))
        } else {
            "use the letters a to z, digits and hyphens; a `label` may say anything".to_owned()
        };
        return Some((message, help));
    }
    let fits = if twice { line.ends_with("]]") } else { line.ends_with(']') && !line.ends_with("]]") };
    (!fits).then(|| ("the heading is not closed as it was opened".into(), format!("write {open}{name}{close}")))
}
