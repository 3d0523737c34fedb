//! Columns of a terminal: a Chinese character or an emoji takes two, a mark over a letter none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands for the part of a text that is left out.
const CUT: char = '…';

/// How many columns a text takes.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The beginning of a text, as much as fits in so many columns.
#[must_use]
pub fn first_columns(text: &str, most: usize) -> &str {
    let mut taken = 0;
    for (at, c) in text.char_indices() {
        taken += width(c);
        if taken > most {
            return &text[..at];
        }
    }
    text
}

/// The end of a text, as much as fits in so many columns. It does not begin with a mark that
/// belongs to the character before it.
#[must_use]
pub fn last_columns(text: &str, most: usize) -> &str {
    let mut taken = 0;
    let mut from = text.len();
    for (at, c) in text.char_indices().rev() {
        taken += width(c);
        if taken > most {
            break;
        }
        from = at;
    }
    text[from..].trim_start_matches(|c| width(c) == 0)
}

/// A text in so many columns: whole where it fits, else its beginning with a sign that there is
/// more.
#[must_use]
pub fn within(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let beginning = first_columns(text, most.saturating_sub(1)).trim_end();
    format!("{beginning}{CUT}")
}

/// How many columns a character takes by itself; one that is not shown takes none.
fn width(c: char) -> usize {
    c.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An "e" with an acute accent of its own.
    const COMBINED: &str = "e\u{301}";

    #[test]
    fn texts_are_as_wide_as_a_terminal_shows_them() {
        for (text, wide) in [
            ("Iran", 4),
            ("伊朗", 4),
            ("이란", 4),
            ("🚀", 2),
            (COMBINED, 1),
            ("a\u{200b}b", 2),
            ("", 0),
        ] {
            assert_eq!(columns(text), wide, "{text:?}");
        }
    }

    #[test]
    fn a_cut_divides_no_wide_character_and_parts_no_mark_from_its_letter() {
        assert_eq!(first_columns("伊朗人", 5), "伊朗");
        assert_eq!(last_columns("伊朗人", 3), "人");
        let accented = COMBINED.repeat(3);
        assert_eq!(first_columns(&accented, 2), COMBINED.repeat(2));
        assert_eq!(last_columns(&accented, 2), COMBINED.repeat(2));
        assert_eq!(last_columns("a\u{301}b", 1), "b");
        assert_eq!(within("伊朗人", 5), "伊朗…");
        assert_eq!(within("伊朗人", 6), "伊朗人");
    }
}
