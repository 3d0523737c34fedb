//! Names in sentences: cut where they would drown them.

use crate::scenario::readable;
use crate::study::Subject;

/// Maximum characters of a rung's label in a sentence.
const MOST_LABEL: usize = 60;
/// Maximum characters of a path in a sentence.
const MOST_PATH: usize = 36;
/// Trailing characters to keep when a label is truncated.
const LABEL_END: usize = 12;

/// The label of a rung within a sentence: in quotation marks, cut where it would drown the
/// sentence, but for its end, in which labels may differ.
pub fn quoted(labels: &[&str], rung: usize) -> String {
    let label = labels.get(rung).copied().unwrap_or_default();
    let length = label.chars().count();
    if length <= MOST_LABEL {
        return format!("“{label}”");
    }
    let head: String = label.chars().take(MOST_LABEL - LABEL_END).collect();
    let end: String = label.chars().skip(length - LABEL_END).collect();
    format!("“{}…{}”", head.trim_end(), end.trim_start())
}

/// A path, its beginning left out where it would drown the sentence.
#[must_use]
pub fn short_path(path: &str) -> String {
    let length = path.chars().count();
    if length <= MOST_PATH {
        return path.to_owned();
    }
    format!(
        "…{}",
        path.chars().skip(length - MOST_PATH).collect::<String>()
    )
}

/// The name of what was run, with what was changed in it.
#[must_use]
pub fn title(subject: &Subject) -> String {
    if subject.changes.is_empty() {
        return subject.name.clone();
    }
    format!("{}, changed: {}", subject.name, subject.changes.join("; "))
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
    fn long_paths_lose_their_beginning() {
        assert_eq!(
            short_path("relations.crisis_communication"),
            "relations.crisis_communication"
        );
        assert_eq!(short_path(&"x.".repeat(30)).chars().count(), 37);
    }
}
