//! Labels that are too long for their place: cut between words where they can be, and in one place
//! for tables and sentences.

use crate::error::{columns, first_columns, last_columns};

/// Stands for what was left out.
const LEFT_OUT: &str = " … ";
/// So much of the end of a label is kept where it is cut anywhere.
const TAIL: usize = 12;
/// Maximum characters of a rung's label in a sentence.
const MOST_LABEL: usize = 60;
/// Trailing characters to keep when a label is truncated.
const LABEL_END: usize = 20;
/// Maximum characters of the last word of a name that are kept when it is cut: names may differ in
/// that word alone.
const END: usize = 16;

/// A label of at most so many columns: its first and its last words where it is longer, since
/// labels may differ in either. A word that is longer than that is cut itself.
#[must_use]
pub fn cut(label: &str, width: usize) -> String {
    if columns(label) <= width {
        return label.to_owned();
    }
    let room = width.saturating_sub(columns(LEFT_OUT));
    let tail = last_words(label, room / 2);
    let head = first_words(label, room - columns(tail));
    let tail = last_words(label, room - columns(head));
    if head.is_empty() || tail.is_empty() {
        return cut_anywhere(label, width);
    }
    format!("{head}{LEFT_OUT}{tail}")
}

/// A label cut to so many columns but for its end, wherever that falls: names may differ in their
/// ends alone.
#[must_use]
pub fn cut_to_end(label: &str, width: usize) -> String {
    let tail = last_columns(label, TAIL.min(width / 2)).trim_start();
    let head = first_columns(label, width.saturating_sub(columns(tail) + 1)).trim_end();
    format!("{head}…{tail}")
}

/// The label of a rung within a sentence: in quotation marks, and without its middle where it would
/// drown the sentence. Labels may differ in their ends; words stay whole.
pub fn quoted(labels: &[&str], rung: usize) -> String {
    let label = labels.get(rung).copied().unwrap_or_default();
    let length = label.chars().count();
    if length <= MOST_LABEL {
        return format!("“{label}”");
    }
    let head: String = label.chars().take(MOST_LABEL - LABEL_END).collect();
    let end: String = label.chars().skip(length - LABEL_END).collect();
    let head = head
        .rsplit_once(' ')
        .map_or(head.as_str(), |(words, _)| words);
    let end = end.split_once(' ').map_or(end.as_str(), |(_, words)| words);
    format!("“{} … {}”", head.trim_end(), end.trim_start())
}

/// A name of `most` columns at most: whole words, the last of them kept. Only a word that is too
/// long by itself loses letters.
#[must_use]
pub fn shortened(name: &str, most: usize) -> String {
    if columns(name) <= most {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let end = words
        .last()
        .filter(|last| words.len() > 1 && columns(last) <= END)
        .copied()
        .unwrap_or_default();
    let room = most.saturating_sub(columns(end) + 1);
    let mut kept = String::new();
    for word in &words[..words.len().saturating_sub(1)] {
        let longer = if kept.is_empty() {
            (*word).to_owned()
        } else {
            format!("{kept} {word}")
        };
        if columns(&longer) > room {
            break;
        }
        kept = longer;
    }
    if kept.is_empty() {
        first_columns(name, room).clone_into(&mut kept);
    }
    format!("{}…{end}", kept.trim_end())
}

/// The beginning of a sentence, of `most` columns at most with its ellipsis: whole words. Only a
/// first word that is too long by itself loses letters.
#[must_use]
pub fn begun(sentence: &str, most: usize) -> String {
    if columns(sentence) <= most {
        return sentence.to_owned();
    }
    let kept = first_words(sentence, most.saturating_sub(1));
    let kept = if kept.is_empty() {
        first_columns(sentence, most.saturating_sub(1))
    } else {
        kept
    };
    let is_mark = |c: char| matches!(c, ',' | ';' | ':' | '.' | ' ');
    format!("{}…", kept.trim_end_matches(is_mark))
}

/// As many of the first words as so many columns hold.
fn first_words(label: &str, width: usize) -> &str {
    let ends = label.match_indices(' ').map(|(at, _)| at);
    let fitting = ends.take_while(|&end| columns(&label[..end]) <= width);
    label[..fitting.last().unwrap_or(0)].trim_end()
}

/// As many of the last words as so many columns hold.
fn last_words(label: &str, width: usize) -> &str {
    let begins = label.match_indices(' ').map(|(at, _)| at + 1);
    let mut fitting = begins.filter(|&begin| columns(&label[begin..]) <= width);
    fitting
        .next()
        .map_or("", |begin| label[begin..].trim_start())
}

/// A label without room for a word of it at both ends, or without spaces.
fn cut_anywhere(label: &str, width: usize) -> String {
    let tail = width / 3;
    let head = first_columns(label, width.saturating_sub(tail + 1)).trim_end();
    format!("{head}…{}", last_columns(label, tail).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_cut_between_words() {
        for (label, width, cut_to) in [
            ("Iran", 4, "Iran"),
            (
                "Strike on militants across the border",
                30,
                "Strike on … across the border",
            ),
            (
                "Cruise missiles and drones against military targets",
                30,
                "Cruise missiles and … targets",
            ),
            ("Donaudampfschifffahrt", 10, "Donaud…hrt"),
            ("", 3, ""),
        ] {
            assert_eq!(cut(label, width), cut_to, "{label}");
        }
    }

    #[test]
    fn a_cut_label_keeps_to_its_width() {
        let labels = [
            "word ".repeat(40),
            "両国は互いに報復を控える".repeat(20),
            format!("{} b", "a".repeat(200)),
            format!("a {}", "b".repeat(200)),
        ];
        for label in &labels {
            for width in [1, 2, 3, 4, 9, 30, 76] {
                let cut = cut(label, width);
                assert!(columns(&cut) <= width, "{cut}: {width}");
            }
        }
    }

    #[test]
    fn a_sentence_is_cut_at_its_end_between_words() {
        for (most, cut_to) in [
            (40, "An armed group which it calls, so, X"),
            (35, "An armed group which it calls, so…"),
            (33, "An armed group which it calls…"),
            (20, "An armed group…"),
            (1, "…"),
        ] {
            let cut = begun("An armed group which it calls, so, X", most);
            assert_eq!(cut, cut_to);
            assert!(columns(&cut) <= most);
        }
        assert_eq!(begun(&"W".repeat(20), 5), "WWWW…");
    }

    #[test]
    fn long_names_lose_whole_words_and_keep_their_ends() {
        let name =
            |number: u8| format!("a name of very many words that goes on and on, number {number}");
        assert_eq!(
            shortened(&name(1), 48),
            "a name of very many words that goes on and on,…1"
        );
        assert_ne!(shortened(&name(1), 48), shortened(&name(2), 48));
        let one_word = "W".repeat(200);
        assert_eq!(shortened(&one_word, 10), format!("{}…", "W".repeat(9)));
        assert_eq!(shortened("short", 10), "short");
    }
}
