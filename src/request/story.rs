//! One trial of a scenario, told as a story.

use serde::{Deserialize, Serialize};

use super::VariantRequest;
use crate::ensemble::MOST_TRIALS;
use crate::error::{Error, Problem};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::scenario::{Document, Resolver, Scenario, Settings, Source};
use crate::study::{Mismatch, StoryChoice};

/// One trial of a scenario, told as a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// Which trial.
    pub choice: StoryChoice,
    /// What it is told beside: the same trial with something changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<VariantRequest>,
    /// How many trials are searched.
    pub trials: u64,
    /// On which luck.
    pub seed: u64,
}

/// The scenarios of a story, read and assembled.
#[derive(Clone, Debug)]
pub struct Told {
    /// The scenario.
    pub base: Scenario,
    /// What it is told beside, with what to call it.
    pub against: Option<(String, Scenario)>,
}

impl Told {
    /// The scenarios, the base first.
    #[must_use]
    pub fn scenarios(&self) -> Vec<&Scenario> {
        let against = self.against.iter().map(|(_, variant)| variant);
        std::iter::once(&self.base).chain(against).collect()
    }
}

impl StoryRequest {
    /// The scenarios, read and assembled.
    ///
    /// # Errors
    /// A trial or an end that cannot be looked for; two scenarios whose histories cannot be told
    /// beside each other; every problem of the scenarios and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Told, Error> {
        let document =
            Document::read(self.scenario.clone(), texts).map_err(|error| self.numbered(error))?;
        let base = document.case(&self.settings)?;
        self.check(&base)?;
        let Some(variant) = &self.against else {
            return Ok(Told {
                base,
                against: None,
            });
        };
        let settings = self.settings.with(&variant.settings);
        let scenario = match &variant.scenario {
            Some(source) => Document::read(source.clone(), texts)?.case(&settings)?,
            None => document.case(&settings)?,
        };
        if let Some(why) = Mismatch::of(&base, &scenario) {
            let problem = Problem::new(format!(
                "this history cannot be told against `{}`: {}",
                variant.label,
                other(why)
            ));
            return Err(Error::Usage(problem.help(
                "take a variant with the same two actors, opener and ladder",
            )));
        }
        Ok(Told {
            base,
            against: Some((variant.label.clone(), scenario)),
        })
    }

    /// What is wrong where a number stands for a scenario: most likely a trial is meant.
    fn numbered(&self, error: Error) -> Error {
        let written = self.scenario.shown();
        let is_number = written.chars().all(|c| c.is_ascii_digit());
        match error {
            Error::NotFound(problem) if is_number && self.choice == StoryChoice::Usual => {
                Error::NotFound(problem.help(format!(
                    "history {written} is told with `--trial {written}`"
                )))
            }
            other => other,
        }
    }

    /// Whether there can be such a trial.
    fn check(&self, base: &Scenario) -> Result<(), Error> {
        match self.choice {
            StoryChoice::Trial(trial) if trial >= MOST_TRIALS => {
                let problem = Problem::new(format!(
                    "there is no trial {}: they go from 0 to {}",
                    count(trial),
                    count(MOST_TRIALS - 1)
                ));
                Err(Error::Usage(problem.help("for instance `--trial 21`")))
            }
            StoryChoice::Outcome(quantity) if quantity.outcomes().is_empty() => {
                let problem = Problem::new(format!(
                    "no history ends in `{}`: it is not an outcome",
                    quantity.name()
                ));
                let help = format!("known: {}", Quantity::ends().join(", "));
                Err(Error::Usage(problem.help(help)))
            }
            StoryChoice::LikeRecord if !states_record(base) => {
                let message = if base.changes.is_empty() {
                    "the scenario has no record of what happened"
                } else {
                    "with something changed there is no record of what happened"
                };
                Err(Error::Usage(Problem::new(message).help(
                    "leave out `--like-record`, or choose a history with `--outcome` or `--trial`",
                )))
            }
            _ => Ok(()),
        }
    }
}

/// Whether a scenario has a record that a trial can meet.
fn states_record(scenario: &Scenario) -> bool {
    let record = scenario.record.as_ref();
    record.is_some_and(|record| record.facts.state_any())
}

/// Why histories cannot be told beside each other.
const fn other(why: Mismatch) -> &'static str {
    match why {
        Mismatch::Opener => "another actor opens there",
        Mismatch::Actors => "it has other actors",
        Mismatch::Ladders => "it has another ladder",
    }
}
