//! The source of the texts of scenarios. The caller provides it, and nothing here opens a file.

use std::borrow::Cow;

use super::library;
use super::read::words::suggestion;
use super::source::Source;
use crate::error::{Error, Problem};

/// Gives the texts of scenarios: of the one that is read, and of those that it extends.
pub trait Resolver {
    /// The text of a scenario.
    ///
    /// # Errors
    /// There is no such scenario, or it cannot be read; with a remedy.
    fn text(&self, source: &Source) -> Result<Found, Error>;
}

/// The text of a scenario, and which scenario it is.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it says.
    pub text: Cow<'static, str>,
    /// The scenario by a name that is the same however it was asked for: so that one which extends
    /// itself is noticed.
    pub identity: Source,
}

/// The scenarios that are shipped inside the program, and no others.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shipped;

impl Resolver for Shipped {
    fn text(&self, source: &Source) -> Result<Found, Error> {
        match source {
            Source::Shipped(name) => match library::text(name) {
                Some(text) => Ok(Found {
                    text: Cow::Borrowed(text),
                    identity: source.clone(),
                }),
                None => Err(Error::NotFound(not_shipped(name))),
            },
            Source::File(_) => {
                let problem = Problem::new(format!(
                    "{} is a file, and no file can be read here",
                    source.shown()
                ));
                Err(Error::NotFound(problem.help("name a shipped scenario")))
            }
        }
    }
}

fn not_shipped(name: &str) -> Problem {
    let near = suggestion(name, &library::names());
    let help = near.unwrap_or_else(|| {
        "`offramp list` names them all; the name of a file must end in .toml".to_owned()
    });
    Problem::new(format!("there is no shipped scenario `{name}`")).help(help)
}
