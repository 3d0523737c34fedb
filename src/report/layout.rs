//! Lines of text, 80 columns wide.

use super::cut::cut_to_end;
use crate::error::{columns, printable, wrapped};

/// How many columns wide a text may be.
pub const WIDTH: usize = 80;

/// Adds a line, with any names in it; with an empty one above it where it begins with an end of
/// line.
pub fn line(text: &mut String, content: &str) {
    let content = content.trim_end();
    let words = content.trim_start_matches('\n');
    text.push_str(&content[..content.len() - words.len()]);
    text.push_str(&printable(words));
    text.push('\n');
}

/// Adds a paragraph, broken between words but in no command between backticks, every line of it
/// indented by so many columns.
pub fn paragraph(text: &mut String, indent: usize, words: &str) {
    for line in wrapped(words, WIDTH.saturating_sub(indent)) {
        let margin = if line.is_empty() { 0 } else { indent };
        text.extend(std::iter::repeat_n(' ', margin));
        text.push_str(&printable(&line)); // a command between backticks is one word, with all that is in it
        text.push('\n');
    }
}

/// Adds an item of a list.
pub fn item(text: &mut String, words: &str) {
    let mut item = String::new();
    paragraph(&mut item, 4, words);
    text.push_str("  - ");
    text.push_str(item.trim_start());
}

/// A figure with the minus of a keyboard, as tables have it.
pub fn plain(figure: &str) -> String {
    figure.replace('−', "-")
}

/// A label filled to a column, or cut to it but for its end: names may differ in that alone.
pub fn fitted(label: &str, width: usize) -> String {
    if columns(label) <= width {
        return filled(label, width);
    }
    filled(&cut_to_end(label, width), width)
}

/// Words at the left edge of so many columns.
pub fn filled(words: &str, width: usize) -> String {
    let room = width.saturating_sub(columns(words));
    format!("{words}{:room$}", "")
}

/// Words at the right edge of so many columns.
pub fn at_the_right(words: &str, width: usize) -> String {
    let room = width.saturating_sub(columns(words));
    format!("{:room$}{words}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_keep_to_their_width_and_indent() {
        let mut text = String::new();
        paragraph(&mut text, 4, &"word ".repeat(40));
        assert!(text.lines().all(|line| line.starts_with("    word")
            && line.len() <= WIDTH
            && !line.ends_with(' ')));
        assert_eq!(text.matches("word").count(), 40);
    }

    #[test]
    fn labels_that_differ_at_their_ends_still_do_when_cut() {
        assert_eq!(fitted("Iran", 6), "Iran  ");
        assert_eq!(
            fitted("Uses of force, The Republic (north)", 25),
            "Uses of forc…blic (north)"
        );
        for label in [
            "The Republic of a long name (a)",
            "The Republic of a long name (b)",
        ] {
            let cut = fitted(label, 25);
            assert!(
                cut.chars().count() == 25 && cut.ends_with(&label[label.len() - 3..]),
                "{cut}"
            );
        }
    }

    #[test]
    fn wide_characters_are_filled_and_cut_by_columns() {
        assert_eq!(fitted("伊朗", 6), "伊朗  ");
        assert_eq!(at_the_right("伊朗", 6), "  伊朗");
        assert_eq!(filled("e\u{301}", 3), "e\u{301}  ");
        let cut = fitted(&"伊朗和巴基斯坦".repeat(4), 25);
        assert_eq!(columns(&cut), 25, "{cut}");
        let mut text = String::new();
        paragraph(&mut text, 2, &"伊朗 巴基斯坦 ".repeat(20));
        assert!(text.lines().all(|line| columns(line) <= WIDTH), "{text}");
    }

    /// A name with an end of line in it makes no line of its own.
    #[test]
    fn what_is_added_as_one_line_is_one() {
        let mut text = String::new();
        line(&mut text, "\n== a\nb ==\n");
        paragraph(&mut text, 0, "try `run a\nb`");
        assert_eq!(text, "\n== a\u{fffd}b ==\ntry `run a\u{fffd}b`\n");
    }
}
