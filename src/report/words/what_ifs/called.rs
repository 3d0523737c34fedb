//! What a variant is called within a sentence.

use crate::report::words::changes::short;

/// Maximum words of a name that reads as a thing: "a call ahead".
const MOST_WORDS: usize = 3;

/// A name within a sentence: in quotation marks where its words would else be read as words of the
/// sentence, as "nobody mediates" would; not where it names a thing, as "a hotline" does.
#[must_use]
pub fn called(name: &str) -> String {
    let short = short(name);
    if !names_a_thing(&short) {
        return format!("“{short}”");
    }
    let mut letters = short.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// Whether a name is an article with a word or two. A last word in -s or -ed may be a verb: "a
/// general resigns".
#[must_use]
pub fn names_a_thing(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let has_article = ["a", "an"].contains(&first.to_lowercase().as_str());
    let is_short = (2..=MOST_WORDS).contains(&words.len());
    has_article
        && is_short
        && name
            .chars()
            .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
        && !last.ends_with('s')
        && !last.ends_with("ed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_would_be_read_as_words_of_the_sentence_are_quoted() {
        for (name, words) in [
            ("A hotline", "a hotline"),
            ("a call ahead", "a call ahead"),
            ("no bomb", "“no bomb”"),
            ("Nobody mediates", "“Nobody mediates”"),
            ("hotline", "“hotline”"),
            ("a general resigns", "“a general resigns”"),
            ("A free hand for both", "“A free hand for both”"),
            ("", "“”"),
        ] {
            assert_eq!(called(name), words);
        }
    }
}
