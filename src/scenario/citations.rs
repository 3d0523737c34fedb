//! What cites the sources of a scenario: its arguments, its texts, and the comments at its facts.

use super::assembled::Scenario;
use super::document::Document;
use super::facts::guide::Reference;
use super::read::tree::{Entry, Node};

/// Who cites a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: Reference,
    /// The ids of the arguments that cite it, in their `source` or `note`.
    pub arguments: Vec<String>,
    /// Other places that name it: keys of texts, and paths of what a comment stands at.
    pub places: Vec<String>,
}

impl Document {
    /// Who cites each source of a scenario that was assembled from this document.
    #[must_use]
    pub fn citations(&self, scenario: &Scenario) -> Vec<Citation> {
        let mut comments = Vec::new();
        list_comments(self.root(), "", &mut comments);
        let sources = scenario.guide.sources.iter();
        sources
            .map(|source| Citation {
                source: source.clone(),
                arguments: arguments(scenario, &source.tag),
                places: texts(scenario, &source.tag)
                    .chain(commented(&comments, &source.tag))
                    .collect(),
            })
            .collect()
    }
}

impl Scenario {
    /// The sources that its arguments cite.
    pub fn cited(&self) -> impl Iterator<Item = &Reference> {
        let sources = self.guide.sources.iter();
        sources.filter(|source| !arguments(self, &source.tag).is_empty())
    }
}

fn arguments(scenario: &Scenario, tag: &str) -> Vec<String> {
    let arguments = scenario.arguments.iter();
    arguments
        .filter(|argument| mentions(&argument.source, tag) || mentions(&argument.note, tag))
        .map(|argument| argument.id.clone())
        .collect()
}

/// The texts of the scenario that name a source.
fn texts(scenario: &Scenario, tag: &str) -> impl Iterator<Item = String> {
    let guide = &scenario.guide;
    let tries = guide.try_next.join("\n");
    let questions = guide.questions.join("\n");
    let acts = scenario.record.iter().flat_map(|record| &record.acts);
    let notes: Vec<&str> = acts.map(|act| act.note.as_str()).collect();
    let named = [
        ("summary", mentions(&guide.summary, tag)),
        ("shows", mentions(&guide.shows, tag)),
        ("try", mentions(&tries, tag)),
        ("critics", mentions(&guide.critics, tag)),
        ("questions", mentions(&questions, tag)),
        ("hindsight", mentions(&guide.hindsight, tag)),
        ("record.acts", mentions(&notes.join("\n"), tag)),
    ];
    named
        .into_iter()
        .filter(|&(_, names)| names)
        .map(|(key, _)| key.to_owned())
}

/// A comment, and the path of what it stands at.
struct Comment {
    path: String,
    line: String,
    words: String,
}

/// The paths of what stands below comments that name a source.
fn commented(comments: &[Comment], tag: &str) -> impl Iterator<Item = String> {
    let named = comments
        .iter()
        .filter(move |comment| mentions(&comment.words, tag));
    named.map(|comment| format!("[{}]", comment.path))
}

/// The comments at all entries. A heading of several parts stands for its last.
fn list_comments(node: &Node, above: &str, comments: &mut Vec<Comment>) {
    for entry in node.entries() {
        let path = joined(above, entry);
        let line = entry.spot.line_name();
        let words = entry.spot.comment();
        comments.retain(|comment| comment.line != line);
        if !words.is_empty() {
            comments.push(Comment {
                path: path.clone(),
                line,
                words,
            });
        }
        list_comments(&entry.node, &path, comments);
    }
}

fn joined(above: &str, entry: &Entry) -> String {
    if above.is_empty() {
        entry.key.clone()
    } else {
        format!("{above}.{}", entry.key)
    }
}

/// Whether a text names a source by its tag, as a word of its own: `S1` is not named in `S12`.
fn mentions(text: &str, tag: &str) -> bool {
    !tag.is_empty()
        && text.match_indices(tag).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + tag.len()..].chars().next();
            is_apart(before) && is_apart(after)
        })
}

/// Whether a character at the side of a word, if any, is no part of it.
fn is_apart(side: Option<char>) -> bool {
    side.is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Settings;

    #[test]
    fn a_tag_is_a_word() {
        for (text, names) in [
            ("S1", true),
            ("S0; S1", true),
            ("(S1, p. 3)", true),
            ("S12", false),
            ("US1", false),
            ("S12 and S1.", true),
            ("", false),
        ] {
            assert_eq!(mentions(text, "S1"), names, "{text}");
        }
        assert!(!mentions("anything", ""));
    }

    #[test]
    fn arguments_texts_and_comments_cite() {
        let text = "name = \"Case\"\ncritics = \"Not so: B 2001.\"\n[sources]\nA1 = \"One\"\n\"B 2001\" = \"Two\"\nA12 = \"Three\"\n\
            # As A1 has it.\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\nrestraint = 0.2 # A12\n\
            # From A1 and A12.\n[actors.b]\n[arguments.x]\ntheme = \"T\"\nclaim = \"C\"\nwho = \"W\"\nsource = \"A1\"\n\
            note = \"see B 2001\"\nadd = { \"actors.a.restraint\" = 0.1 }\n";
        let document = Document::from_text("case", text).unwrap();
        let scenario = document.assemble(&Settings::default()).unwrap();
        let told: Vec<String> = document
            .citations(&scenario)
            .iter()
            .map(|citation| {
                let Citation {
                    source,
                    arguments,
                    places,
                } = citation;
                format!(
                    "{} {}: {}; {}",
                    source.tag,
                    source.full,
                    arguments.join(" "),
                    places.join(" ")
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "A1 One: x; [opening] [actors.b]",
                "B 2001 Two: x; critics",
                "A12 Three: ; [actors.a.restraint] [actors.b]",
            ]
        );
        let cited: Vec<&str> = scenario.cited().map(|source| source.tag.as_str()).collect();
        assert_eq!(cited, ["A1", "B 2001"]);
    }
}
