//! Characters that cannot be seen, or look like others: word processors and web pages put them.

use super::quotes::outside_quotes;

/// What is wrong with a line that holds one outside its texts, and what to write instead.
pub fn typo(line: &str) -> Option<(String, String)> {
    let found = outside_quotes(line).chars().find_map(|c| stands_for(c).map(|_| c))?;
    let what = match found {
        '\u{a0}' => "a no-break space".to_owned(),
        '\u{200b}' => "a zero-width space".to_owned(),
        '\u{2212}' | '\u{2013}' | '\u{2014}' => "a dash that is no minus".to_owned(),
        _ => format!("an invisible character, U+{:04X}", u32::from(found)),
    };
    let mut right = String::new();
    for c in line.chars() {
        match stands_for(c) {
            Some(plain) => right.push_str(plain),
            None => right.push(c),
        }
    }
    let message = format!("there is {what} in the line, as word processors put it");
    Some((message, format!("type it anew: {}", right.trim())))
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
