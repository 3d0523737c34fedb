//! Slips in the value of a key.

mod figures;

use super::quotes::{outside_quotes, segments};
use figures::{figures, number};

/// Longer values on the command line are not checked for mistakes; and brackets in brackets are read one in the other.
const MOST_READ: usize = 200;

/// A typical mistake in a value.
pub struct Typo {
    /// What is wrong.
    pub what: String,
    /// What to write instead, where that is clear.
    right: Option<String>,
    /// What else to say.
    note: String,
}

impl Typo {
    fn new(what: &str) -> Self {
        Self { what: what.to_owned(), right: None, note: String::new() }
    }

    fn write(self, right: impl Into<String>) -> Self {
        Self { right: Some(right.into()), ..self }
    }

    fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The remedy; `write` says how the right value is written.
    pub fn help(&self, write: impl Fn(&str) -> String) -> String {
        let written = self.right.as_deref().map(write);
        let note = Some(self.note.clone()).filter(|note| !note.is_empty());
        [written, note].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// What is wrong with a key and its value, and what to write instead.
pub fn typo(key: &str, value: &str) -> Option<(String, String)> {
    let typo = |what: &str, right: String| Some((what.to_owned(), right));
    if is_path(&key) && key.contains('*') {
        return typo("a path stands in quotes", format!("write \"{key}\" = {value}"));
    }
    if key.contains(char::is_whitespace) && !key.starts_with(['"', '\'']) {
        return typo("a key has no spaces in it", "use the key's own name: `offramp parameters` lists them".into());
    }
    let bare = outside_quotes(value);
    if let Some(path) = bare.split(['{', '}', '=', ',', ' ']).find(is_path).filter(|path| number(path).is_none()) {
        return typo("a path stands in quotes", format!("write \"{path}\""));
    }
    if value.is_empty() {
        return typo(&format!("`{key}` has no value"), "write one after the `=`, or remove the line".into());
    }
    // The comma behind an entry of a table that goes over lines is right.
    let value = value.strip_suffix(',').filter(|value| !is_toml(value)).unwrap_or(value);
    let typo = of_value(value)?;
    let help = typo.help(|right| format!("write {key} = {right}"));
    Some((typo.what, help))
}

/// What is wrong with an item of a list on a line of its own.
pub fn item_slip(item: &str) -> Option<(String, String)> {
    let typo = of_value(item)?;
    let help = typo.help(|right| format!("write {right},"));
    Some((typo.what, help))
}

/// What is wrong with what should be a number.
pub fn number_typo(value: &str) -> Option<Typo> {
    let brief = Some(value).filter(|value| value.len() <= MOST_READ)?;
    figures(brief).or_else(|| inside(brief))
}

/// A value as it was surely meant.
pub fn right(value: &str) -> String {
    let typo = if is_toml(value) { None } else { of_value(value) };
    typo.and_then(|typo| typo.right).unwrap_or_else(|| value.to_owned())
}

/// An unquoted word that is a path: it has a `*`, or more dots than a key or a number.
fn is_path(word: &&str) -> bool {
    let plain = word.starts_with(char::is_alphabetic) && !word.contains(char::is_whitespace);
    plain && (word.contains("*.") || word.matches('.').count() >= 2)
}

fn is_toml(value: &str) -> bool {
    toml::de::DeTable::parse(&format!("x = {value}")).is_ok()
}

fn of_value(value: &str) -> Option<Typo> {
    if let Some(more) = value.strip_prefix('=') {
        return Some(Typo::new("one `=` is enough").write(more.trim_start_matches(['=', ' '])));
    }
    if let Some(rest) = value.strip_suffix(';').filter(|rest| is_toml(rest)) {
        return Some(Typo::new("a line does not end with a semicolon").write(rest.trim_end()));
    }
    figures(value).or_else(|| yes_or_no(value)).or_else(|| words(value)).or_else(|| inside(value)).or_else(|| {
        let help = "a list is [1, 2, 3], an uncertain value { uniform = [0.2, 0.8] }: look at brackets and commas";
        value.starts_with(['[', '{', '(']).then(|| Typo::new("the list or table is not well formed").note(help))
    })
}

/// The first mistake inside a list or table, corrected in its place.
fn inside(value: &str) -> Option<Typo> {
    let is_list = value.starts_with('[');
    let inner = value.strip_prefix(['[', '{'])?.strip_suffix([']', '}'])?;
    let segments = segments(inner);
    let mended = |piece: &str, right: &str| value.replacen(piece, right, 1);
    for (at, &piece) in segments.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |at| segments[at]);
        if is_list {
            if let Some(typo) = of_value(piece).filter(|_| !piece.is_empty() && !is_toml(piece)) {
                let right = typo.right.as_ref().map(|right| mended(piece, right));
                return Some(Typo { right, ..typo });
            }
        } else if piece.chars().all(|c| c.is_ascii_digit()) && !piece.is_empty() && before.contains('=') {
            let (head, tail) = value.split_once(&format!("{before},"))?;
            let right = format!("{head}{before}.{}", tail.trim_start());
            return Some(Typo::new("a number has no comma in it").write(right));
        } else if let Some((key, inner)) = piece.split_once('=') {
            if let Some(typo) = of_value(inner.trim()).filter(|_| !is_toml(inner)) {
                let right = typo.right.as_ref().map(|right| mended(piece, &format!("{} = {right}", key.trim())));
                return Some(Typo { right, ..typo });
            }
        } else if let Some((key, inner)) = piece.rsplit_once(':') {
            let right = mended(piece, &format!("{} = {}", key.trim(), inner.trim()));
            return Some(Typo::new("a key and its value have `=` between them").write(right));
        }
    }
    None
}

/// Yes and no.
fn yes_or_no(value: &str) -> Option<Typo> {
    let right = match value.to_ascii_lowercase().as_str() {
        "yes" | "on" | "true" => "true",
        "no" | "off" | "false" => "false",
        _ => return None,
    };
    Some(Typo::new("yes and no are written true and false, in small letters").write(right))
}

/// Texts.
fn words(value: &str) -> Option<Typo> {
    for quote in ['"', '\''] {
        if value.matches(quote).count() != 1 {
            continue;
        }
        if value.starts_with(quote) {
            // What looks like a comment behind it is one.
            let text = value.split_once("  #").map_or(value, |(text, _)| text).trim_end();
            return Some(Typo::new("the text is not closed").write(format!("{text}{quote}")));
        }
        if value.ends_with(quote) {
            return Some(Typo::new("the text is not opened").write(format!("{quote}{value}")));
        }
    }
    let behind = value.strip_prefix('"').and_then(|rest| rest.split_once('"')).map_or("", |(_, behind)| behind);
    if behind.trim_start().starts_with('=') {
        return Some(Typo::new("a path and its value stand in braces").write(format!("{{ {value} }}")));
    }
    if value.starts_with('"') && value.matches('"').count() > 2 {
        let note = "use single ones around it, or write \\\" for each inside";
        return Some(Typo::new("there are quotation marks inside the text").note(note));
    }
    if value.starts_with('\'') && value.matches('\'').count() > 2 && !value.contains('"') {
        let text = format!("\"{}\"", value.trim_matches('\''));
        return Some(Typo::new("there is an apostrophe inside the text").write(text));
    }
    if value.starts_with('"') && value.contains('\\') {
        return Some(Typo::new("a backslash means something else in a text").write(value.replace('\\', "/")));
    }
    if value.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c)) && value.starts_with(char::is_alphabetic) {
        let typo = Typo::new("a text stands in quotes").write(format!("\"{value}\""));
        return Some(typo.note("a number is written in figures"));
    }
    None
}
