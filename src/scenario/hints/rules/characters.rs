//! Characters that cannot be seen, or look like others: word processors and web pages put them.

use crate::scenario::hints::lexer::{outside_texts, without_comment};
use crate::scenario::hints::line::{Line, Typo};

const CURLY: [char; 5] = ['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\u{201e}'];

/// Quotes of a word processor.
pub fn curly_quotes(line: &Line<'_>) -> Option<Typo> {
    if !line.code.contains(CURLY) {
        return None;
    }
    let straight = line.code.replace(CURLY, "\"");
    Some(Typo::new(
        "curly quotes mean nothing in TOML",
        format!("use straight ones: {straight}"),
    ))
}

/// A character outside its texts that cannot be seen, or a dash that is no minus.
pub fn invisible(line: &Line<'_>) -> Option<Typo> {
    // Space before the code belongs to it: it may be such a character.
    let code = without_comment(&line.place.text);
    let found = outside_texts(code)
        .chars()
        .find(|&c| stands_for(c).is_some())?;
    let what = match found {
        '\u{a0}' => "a no-break space".to_owned(),
        '\u{200b}' => "a zero-width space".to_owned(),
        '\u{2212}' | '\u{2013}' | '\u{2014}' => "a dash that is no minus".to_owned(),
        _ => format!("an invisible character, U+{:04X}", u32::from(found)),
    };
    let mut right = String::new();
    for c in code.chars() {
        match stands_for(c) {
            Some(plain) => right.push_str(plain),
            None => right.push(c),
        }
    }
    let message = format!("there is {what} in the line, as word processors put it");
    Some(Typo::new(
        message,
        format!("type it anew: {}", right.trim()),
    ))
}

/// What such a character is meant to be.
fn stands_for(c: char) -> Option<&'static str> {
    match c {
        '\u{2212}' | '\u{2013}' | '\u{2014}' => Some("-"),
        '\u{ad}'
        | '\u{61c}'
        | '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' => Some(""),
        ' ' | '\t' | '\r' | '\n' => None,
        c if c.is_whitespace() => Some(" "),
        _ => None,
    }
}
