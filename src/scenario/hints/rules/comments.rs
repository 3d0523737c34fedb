//! Comments that are written otherwise than in TOML.

use crate::scenario::hints::line::{Line, Typo};

/// The sign of another language.
pub fn other_sign(line: &Line<'_>) -> Option<Typo> {
    if !["//", "--", ";"]
        .iter()
        .any(|sign| line.code.starts_with(sign))
    {
        return None;
    }
    let words = line.code.trim_start_matches(['/', '-', ';', ' ']);
    Some(Typo::new(
        "a comment begins with `#`",
        format!("write # {words}"),
    ))
}

/// No sign at all: a sentence, or an item of a list of words.
pub fn prose(line: &Line<'_>) -> Option<Typo> {
    let is_sentence =
        line.code.split_whitespace().count() > 3 && !line.code.contains(['=', ':', '[', '{']);
    if !is_sentence && !line.code.starts_with("- ") {
        return None;
    }
    let words = line.code.trim_start_matches("- ");
    Some(Typo::new(
        "is this a comment?",
        format!("a comment begins with `#`: # {words}"),
    ))
}
