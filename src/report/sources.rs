//! The sources of a scenario, and who cites them.

use super::layout::{line, paragraph};
use crate::error::printable;
use crate::scenario::{Citation, Reference};

/// A legend of sources; empty where there are none.
pub fn legend<'r>(sources: impl Iterator<Item = &'r Reference>) -> String {
    let entries: Vec<String> = sources.map(entry).collect();
    if entries.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    line(&mut text, "\nSources");
    text + &entries.concat()
}

/// A source: its tag, and what it is below.
fn entry(source: &Reference) -> String {
    let mut text = String::new();
    line(&mut text, &format!("  {}", source.tag));
    paragraph(&mut text, 6, &printable(&source.full));
    text
}

/// The sources of a scenario called `name`, each with what cites it.
#[must_use]
pub fn sources(name: &str, citations: &[Citation]) -> String {
    let mut text = String::new();
    if citations.is_empty() {
        let none = format!("{name} has no table [sources].");
        paragraph(&mut text, 0, &printable(&none));
        return text;
    }
    line(&mut text, &format!("The sources of {name}"));
    for citation in citations {
        line(&mut text, "");
        text += &entry(&citation.source);
        cited(&mut text, "Arguments", &citation.arguments);
        cited(&mut text, "Also named in", &citation.places);
        if citation.arguments.is_empty() && citation.places.is_empty() {
            paragraph(&mut text, 6, "Nothing names it.");
        }
    }
    if citations.iter().any(in_comments) {
        let note = "\nA name in brackets is a part of the file: a comment there cites the source.";
        line(&mut text, note);
    }
    text
}

/// Whether a comment of the file cites a source.
fn in_comments(citation: &Citation) -> bool {
    let mut places = citation.places.iter();
    places.any(|place| place.starts_with('['))
}

fn cited(text: &mut String, what: &str, by: &[String]) {
    if !by.is_empty() {
        paragraph(text, 6, &printable(&format!("{what}: {}.", by.join(", "))));
    }
}
