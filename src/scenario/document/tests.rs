//! Unit tests of the file above.

use super::*;
use crate::scenario::resolver::{Found, Shipped};
use std::path::Path;

/// Texts by name, all in one folder; a name may be written with `./` before it.
struct Texts(Vec<(String, String)>);

impl Resolver for Texts {
    fn text(&self, source: &Source) -> Result<Found, Error> {
        let Source::File(path) = source else {
            return Shipped.text(source);
        };
        let path = path.strip_prefix(".").unwrap_or(path);
        let found = self.0.iter().find(|(name, _)| Path::new(name) == path);
        let (_, text) =
            found.ok_or_else(|| Error::NotFound(Problem::new("there is no such text")))?;
        Ok(Found {
            text: text.clone().into(),
            identity: Source::File(path.to_owned()),
        })
    }
}

fn read(texts: &[(&str, &str)], name: &str) -> Result<Document, Error> {
    let texts = texts
        .iter()
        .map(|&(name, text)| (name.to_owned(), text.to_owned()))
        .collect();
    Document::read(Source::named(name, None), &Texts(texts))
}

#[test]
fn a_text_from_anywhere_extends_another_and_a_shipped_one() {
    let texts = [
        ("a.toml", "extends = \"./b.toml\"\nname = \"A\""),
        ("b.toml", "extends = \"hotline\"\n[relations]\ntrust = 0.25"),
    ];
    let scenario = read(&texts, "a.toml")
        .unwrap()
        .assemble(&Settings::default())
        .unwrap();
    assert_eq!(
        (scenario.name.as_str(), scenario.source.as_str()),
        ("A", "a.toml")
    );
    assert_eq!(
        (
            scenario.number("relations.trust"),
            scenario.number("relations.crisis_communication")
        ),
        (Some(0.25), Some(0.9))
    );
}

#[test]
fn a_circle_is_noticed_whatever_the_names_and_so_is_a_long_chain() {
    let circle = [
        ("a.toml", "extends = \"./b.toml\""),
        ("b.toml", "extends = \"././a.toml\""),
    ];
    let problem = read(&circle, "./a.toml").unwrap_err().problems()[0].clone();
    assert!(problem.message.contains("extends itself"), "{problem}");
    let long: Vec<(String, String)> = (0..20)
        .map(|at| {
            (
                format!("{at}.toml"),
                format!("extends = \"{}.toml\"", at + 1),
            )
        })
        .collect();
    let problem = Document::read(Source::File("0.toml".into()), &Texts(long))
        .unwrap_err()
        .problems()[0]
        .clone();
    assert!(
        problem.message.contains("more than 8 levels") && problem.message.ends_with("9.toml"),
        "{problem}"
    );
}

#[test]
fn what_is_missing_is_the_fault_of_the_one_that_extends_it() {
    let error = read(
        &[("a.toml", "name = \"A\"\nextends = \"gone.toml\"")],
        "a.toml",
    )
    .unwrap_err();
    let place = error.problems()[0].place.as_ref().unwrap();
    assert_eq!(
        (error.exit_code(), place.line, &place.written_in),
        (65, 2, &WrittenIn::Scenario("a.toml".into()))
    );
    assert_eq!(read(&[], "gone.toml").unwrap_err().exit_code(), 66);
}

#[test]
fn shipped_scenarios_know_no_files() {
    let error = Document::read(Source::File("a.toml".into()), &Shipped).unwrap_err();
    assert!(error.to_string().contains("a.toml is a file"), "{error}");
    let error = Document::read(Source::Shipped("hotlin".into()), &Shipped).unwrap_err();
    assert!(
        error.to_string().contains("did you mean `hotline`?"),
        "{error}"
    );
}
