//! Words and texts written otherwise than in TOML.

use crate::scenario::hints::slip::Slip;

/// What can be wrong with a word or text, in the order in which it is tried.
pub const RULES: [fn(&str) -> Option<Slip>; 7] = [
    yes_or_no,
    one_mark,
    path_with_value,
    marks_inside,
    apostrophe,
    backslash,
    word,
];

fn yes_or_no(value: &str) -> Option<Slip> {
    let right = match value.to_ascii_lowercase().as_str() {
        "yes" | "on" | "true" => "true",
        "no" | "off" | "false" => "false",
        _ => return None,
    };
    Some(Slip::new("yes and no are written true and false, in small letters").write(right))
}

/// A quotation mark without a second one.
fn one_mark(value: &str) -> Option<Slip> {
    ['"', '\'']
        .into_iter()
        .filter(|&mark| value.matches(mark).count() == 1)
        .find_map(|mark| half_open(value, mark))
}

/// A text that begins or ends with the only quotation mark of its kind.
fn half_open(value: &str, mark: char) -> Option<Slip> {
    if value.starts_with(mark) {
        // What looks like a comment behind it is one.
        let text = value
            .split_once("  #")
            .map_or(value, |(text, _)| text)
            .trim_end();
        return Some(Slip::new("the text is not closed").write(format!("{text}{mark}")));
    }
    value
        .ends_with(mark)
        .then(|| Slip::new("the text is not opened").write(format!("{mark}{value}")))
}

/// A path in quotes and its value, without the braces of their table.
fn path_with_value(value: &str) -> Option<Slip> {
    let (_, behind) = value.strip_prefix('"')?.split_once('"')?;
    let has_value = behind.trim_start().starts_with('=');
    has_value
        .then(|| Slip::new("a path and its value stand in braces").write(format!("{{ {value} }}")))
}

fn marks_inside(value: &str) -> Option<Slip> {
    let note = "use single ones around it, or write \\\" for each inside";
    let has_more = value.starts_with('"') && value.matches('"').count() > 2;
    has_more.then(|| Slip::new("there are quotation marks inside the text").note(note))
}

fn apostrophe(value: &str) -> Option<Slip> {
    let has_more =
        value.starts_with('\'') && value.matches('\'').count() > 2 && !value.contains('"');
    let text = format!("\"{}\"", value.trim_matches('\''));
    has_more.then(|| Slip::new("there is an apostrophe inside the text").write(text))
}

fn backslash(value: &str) -> Option<Slip> {
    let has_one = value.starts_with('"') && value.contains('\\');
    has_one.then(|| {
        Slip::new("a backslash means something else in a text").write(value.replace('\\', "/"))
    })
}

/// Words without quotes.
fn word(value: &str) -> Option<Slip> {
    let is_plain = value
        .chars()
        .all(|c| c.is_alphanumeric() || "-_ ".contains(c));
    if !is_plain || !value.starts_with(char::is_alphabetic) {
        return None;
    }
    let slip = Slip::new("a text stands in quotes").write(format!("\"{value}\""));
    Some(slip.note("a number is written in figures"))
}
