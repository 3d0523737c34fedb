//! The texts that a request was resolved from: kept as they are read, to resolve it again without
//! the files.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Problem};
use crate::scenario::{Found, Resolver, Source};

/// The texts of a request have no more bytes together: they are kept with its results.
const MOST_BYTES: usize = 4 << 20;
/// None of them has more: no file of a scenario does.
const MOST_BYTES_OF_ONE: usize = 1 << 20;

/// A resolver that keeps every text it gives, so that each is read once, even if its file changes.
pub struct Recorder<'r> {
    from: &'r dyn Resolver,
    /// What was found, by how its name is written: paths that lead to one file may be written in
    /// several ways.
    found: RefCell<BTreeMap<String, Found>>,
}

impl<'r> Recorder<'r> {
    /// Keeps the texts that another resolver gives.
    #[must_use]
    pub fn new(from: &'r dyn Resolver) -> Self {
        Self {
            from,
            found: RefCell::default(),
        }
    }

    /// The texts that were given so far.
    #[must_use]
    pub fn texts(&self) -> Texts {
        let found = self.found.borrow();
        Texts(
            found
                .iter()
                .map(|(name, found)| (name.clone(), found.text.as_ref().to_owned()))
                .collect(),
        )
    }
}

impl Resolver for Recorder<'_> {
    fn text(&self, source: &Source) -> Result<Found, Error> {
        let name = source.written();
        if let Some(found) = self.found.borrow().get(&name) {
            return Ok(found.clone());
        }
        let found = self.from.text(source)?;
        let mut all = self.found.borrow_mut();
        // Under another name it was read already, and may have been edited since.
        let found = all
            .values()
            .find(|known| known.identity == found.identity)
            .cloned()
            .unwrap_or(found);
        let bytes: usize = all.values().map(|found| found.text.len()).sum();
        if bytes + found.text.len() > MOST_BYTES {
            let problem = Problem::new("the scenarios are larger than 4 MiB together");
            let help = "all of them are kept with the results; a scenario is a page or two of text: are these?";
            return Err(Error::Scenario(vec![problem.help(help)]));
        }
        all.insert(name, found.clone());
        Ok(found)
    }
}

/// Texts of scenarios by what names them: all that it takes to resolve a request again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, String>);

impl Resolver for Texts {
    fn text(&self, source: &Source) -> Result<Found, Error> {
        let Some(text) = self.0.get(&source.written()) else {
            let problem = Problem::new(format!("the text of {} is not kept here", source.shown()));
            return Err(Error::NotFound(
                problem.help("use the manifest or the shard as offramp wrote it"),
            ));
        };
        if text.len() > MOST_BYTES_OF_ONE {
            let problem = Problem::new(format!(
                "the text of {} is larger than 1 MiB",
                source.shown()
            ));
            return Err(Error::Scenario(vec![
                problem.help("use the manifest or the shard as offramp wrote it"),
            ]));
        }
        Ok(Found {
            text: Cow::Owned(text.clone()),
            identity: source.clone(),
        })
    }
}
