//! Texts that users write, on their way to where people read them: what could do more than be read
//! is made visible, and what is endless is cut.

use std::borrow::Cow;

use super::columns::{columns, first_columns};

/// What stands for a character that cannot be shown.
const MASK: char = '\u{fffd}';

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        hex
    })
}

/// Whether a character does something other than stand where it is written: control characters,
/// line and paragraph separators, direction marks and overrides.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    let direction = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}');
    c.is_control() || direction || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}

/// The text on one line, with nothing in it that could dress up what is shown.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if is_unsafe(c) => MASK,
            c => c,
        })
        .collect()
}

/// Makes a text of several lines printable.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c == '\n' || !is_unsafe(c)) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<String> = text.split('\n').map(printable).collect();
    Cow::Owned(lines.join("\n"))
}

/// JSON, or a text of TOML in quotation marks, with such characters written as `\u` and four
/// digits; it means the same.
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c == '\n' || !is_unsafe(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(escaped_char).collect())
}

fn escaped_char(c: char) -> String {
    match c {
        '\n' => c.to_string(),
        c if is_unsafe(c) => format!("\\u{:04x}", u32::from(c)), // none of them needs more digits
        c => c.to_string(),
    }
}

/// Any word, quoted for a shell.
#[must_use]
pub fn shell_quoted(word: &str) -> String {
    if !word.is_empty() && word.chars().all(is_plain_to_shells) {
        return word.to_owned();
    }
    // Within double quotes a shell reads nothing but these; a quote of the other kind is one there.
    if word.contains('\'') && !word.contains(['"', '$', '`', '\\', '!']) {
        return format!("\"{word}\"");
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

fn is_plain_to_shells(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_./=:,+".contains(c)
}

/// A word as a shell takes it, where it can be copied from what is shown; none where it holds what
/// cannot be shown as it is.
#[must_use]
pub fn copyable(word: &str) -> Option<String> {
    let hidden = word.chars().any(|c| is_unsafe(c) || c == MASK);
    (!hidden).then(|| shell_quoted(word))
}

/// A text broken between words, so many columns wide; a word that is wider, or a command between
/// backticks, stays whole.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(text) {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && columns(line) + 1 + columns(word) > width {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        break_wide(&mut lines, width);
    }
    lines
}

/// Breaks the last line where it is a word of a script without spaces that is wider than a line.
fn break_wide(lines: &mut Vec<String>, width: usize) {
    while let Some(line) = lines.last_mut()
        && columns(line) > width
        && columns(line) > line.chars().count()
    {
        let end = first_columns(line, width).len();
        if end == 0 {
            return;
        }
        let rest = line.split_off(end);
        lines.push(rest);
    }
}

/// A text with a capital at its beginning.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// A text with a small letter at its beginning, as it stands within a sentence.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}

/// The words of a text, split at spaces; what stands between backticks, as a command does, is one
/// word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (word, others) = rest.split_at(end_of_word(rest));
        rest = others.trim_start();
        Some(word)
    })
}

/// The place behind the first word of a text.
fn end_of_word(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        if c == '`' {
            quoted = !quoted && text[at + 1..].contains('`');
        }
        if c.is_whitespace() && !quoted {
            return at;
        }
    }
    text.len()
}

/// A message of at most so many characters, in which no word has more than `MOST_WORD`: the middle
/// is left out.
#[must_use]
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most.min(MOST_WORD) {
        return Cow::Borrowed(text);
    }
    let words: Vec<Cow<'_, str>> = text
        .split(' ')
        .map(|word| without_middle(word, MOST_WORD))
        .collect();
    let text = words.join(" ");
    let short = without_middle(&text, most).into_owned();
    Cow::Owned(short)
}

/// No word of a message is longer: room for a path some folders deep.
const MOST_WORD: usize = 240;

fn without_middle(text: &str, most: usize) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= most {
        return Cow::Borrowed(text);
    }
    let before = most * 2 / 3;
    let after = most / 6;
    let begin: String = text.chars().take(before).collect();
    let end: String = text.chars().skip(length - after).collect();
    Cow::Owned(format!(
        "{begin}[... {} characters ...]{end}",
        length - before - after
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_more_than_be_read_is_made_visible() {
        for c in [
            '\0', '\u{1b}', '\r', '\u{7f}', '\u{9b}', '\u{202e}', '\u{2067}', '\u{2028}',
            '\u{200f}', '\u{61c}',
        ] {
            let text = format!("a{c}b\nc");
            assert_eq!(printable(&text), "a\u{fffd}b\u{fffd}c");
            assert_eq!(masked(&text), "a\u{fffd}b\nc");
            assert_eq!(
                serde_json::from_str::<String>(&format!("\"{}\"", escaped(&format!("a{c}b"))))
                    .unwrap(),
                format!("a{c}b")
            );
        }
        for text in ["Füße, 战争, جنگ, 👩\u{200d}🚀", "two\nlines", ""] {
            assert!(matches!(masked(text), Cow::Borrowed(same) if same == text));
            assert!(matches!(escaped(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn a_shell_gives_back_the_word_that_was_quoted() {
        for word in [
            "plain-name.toml",
            "",
            "it's",
            "'; touch owned; '",
            "a b",
            "$(x) `y` \\",
            "actors.*.shock_of_surprise=1",
            "~",
            "#",
        ] {
            assert_eq!(
                shlex::split(&shell_quoted(word)),
                Some(vec![word.to_owned()]),
                "{word}"
            );
        }
        assert_eq!(shell_quoted("a/plain-name.toml"), "a/plain-name.toml");
        assert_eq!(shell_quoted("it's"), r#""it's""#);
        assert_eq!(shell_quoted("it's $5"), r"'it'\''s $5'");
    }

    #[test]
    fn a_command_is_one_word() {
        let split = |text| words(text).collect::<Vec<_>>();
        assert_eq!(
            split(" say  `offramp show x`, or\nnothing"),
            ["say", "`offramp show x`,", "or", "nothing"]
        );
        assert_eq!(split("one ` alone"), ["one", "`", "alone"]);
        assert_eq!(
            split("`a b` `c d`e f ` g"),
            ["`a b`", "`c d`e", "f", "`", "g"]
        );
        assert!(split("  ").is_empty());
    }

    #[test]
    fn what_is_endless_is_cut_in_the_middle() {
        let word = format!("`{}END`", "x".repeat(100_000));
        let short = shortened(&word, 1000).into_owned();
        assert!(
            short.starts_with("`xxx") && short.ends_with("xEND`") && short.len() < 300,
            "{short}"
        );
        let many = "word ".repeat(10_000);
        assert!(shortened(&many, 1000).chars().count() < 1050);
        assert_eq!(shortened("a short one", 1000), "a short one");
    }
}
