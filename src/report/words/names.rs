//! Names in sentences: cut where they would drown them.

use crate::error::{columns, first_columns, printable};
use crate::scenario::readable;
use crate::study::{CompareStudy, Subject};

/// Maximum characters of a rung's label in a sentence.
const MOST_LABEL: usize = 60;
/// Trailing characters to keep when a label is truncated.
const LABEL_END: usize = 20;
/// Maximum characters of the last word of a name that are kept when it is cut: names may differ in
/// that word alone.
const END: usize = 16;

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

/// The name of what was run, with what was changed in it.
#[must_use]
pub fn title(subject: &Subject) -> String {
    if subject.changes.is_empty() {
        return subject.name.clone();
    }
    format!("{}, changed: {}", subject.name, subject.changes.join("; "))
}

/// The case that something was found in: its name, after that of what it builds on.
#[must_use]
pub fn case_name(subject: &Subject) -> String {
    let name = printable(&subject.name);
    let from = subject
        .departure
        .as_ref()
        .map(|departure| printable(&departure.from));
    match from {
        Some(from) if from != name => format!("{from}: {name}"),
        _ => name,
    }
}

/// What the variants of a comparison are called: a scenario that was not given a label goes by its
/// own name, where it has one that no other has.
#[must_use]
pub fn variant_names(study: &CompareStudy) -> Vec<String> {
    let names: Vec<String> = study
        .variants
        .iter()
        .map(|variant| {
            let is_labelled = variant.name != variant.subject.source;
            let has_own = variant.subject.name != study.base.name;
            if is_labelled || !has_own {
                printable(&variant.name)
            } else {
                printable(&variant.subject.name)
            }
        })
        .collect();
    names
        .iter()
        .zip(&study.variants)
        .map(|(name, variant)| {
            let alike = names.iter().filter(|other| *other == name).count();
            if alike == 1 {
                name.clone()
            } else {
                printable(&variant.name)
            }
        })
        .collect()
}

/// The name of the base, where a variant is of another case: then nothing was changed in the base,
/// and two cases stand beside each other. None where all variants are changes of the base.
#[must_use]
pub fn base_beside_others(study: &CompareStudy) -> Option<String> {
    let case = built_on(&study.base);
    let mut variants = study.variants.iter();
    variants
        .any(|variant| built_on(&variant.subject) != case)
        .then(|| printable(&study.base.name))
}

/// The name of the case that a scenario builds on: its own where it builds on none.
fn built_on(subject: &Subject) -> &str {
    subject
        .departure
        .as_ref()
        .map_or(subject.name.as_str(), |departure| departure.from.as_str())
}

/// The value of an input, beside another that it differs from.
#[must_use]
pub fn input_value(written: Option<&str>) -> String {
    written.map_or_else(|| "not there".to_owned(), readable)
}

#[cfg(test)]
mod tests {
    use super::*;

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
