//! Labels that are too long for their place, cut in the middle, between words.

use crate::error::{columns, first_columns, last_columns};

/// Stands for what was left out.
const LEFT_OUT: &str = " … ";

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
}
