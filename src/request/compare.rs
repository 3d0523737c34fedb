//! A base and what is compared with it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::CompareRequest;
use crate::error::{Error, Problem};
use crate::model::Model;
use crate::scenario::{Document, Resolver, Scenario, Settings, Source};
use crate::study::MOST_VARIANTS;

/// What is compared with a base.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariantRequest {
    /// What to call it.
    pub label: String,
    /// Which scenario; none for the base itself, changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Source>,
    /// What to change in it, on top of what is changed in all.
    #[serde(default, skip_serializing_if = "Settings::is_empty")]
    pub settings: Settings,
}

/// The scenarios of a comparison, read and assembled.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The base.
    pub base: Scenario,
    /// The variants, each with what to call it.
    pub variants: Vec<(String, Scenario)>,
}

impl Compared {
    /// All of them, the base first.
    #[must_use]
    pub fn scenarios(&self) -> Vec<&Scenario> {
        std::iter::once(&self.base)
            .chain(self.variants.iter().map(|(_, variant)| variant))
            .collect()
    }

    /// Their models, the base first.
    #[must_use]
    pub fn models(&self) -> Vec<&Model> {
        self.scenarios()
            .into_iter()
            .map(|scenario| &scenario.model)
            .collect()
    }
}

impl CompareRequest {
    /// The base and its variants, read and assembled.
    ///
    /// # Errors
    /// No variants or too many, two of one label; every problem of the scenarios and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Compared, Error> {
        self.check()?;
        let document = Document::read(self.base.clone(), texts)?;
        let base = document.case(&self.settings)?;
        let mut variants = Vec::with_capacity(self.variants.len());
        for variant in &self.variants {
            let settings = self.settings.with(&variant.settings);
            let scenario = match &variant.scenario {
                Some(source) => Document::read(source.clone(), texts)?.case(&settings)?,
                None => document.case(&settings)?,
            };
            variants.push((variant.label.clone(), scenario));
        }
        Ok(Compared { base, variants })
    }

    fn check(&self) -> Result<(), Error> {
        let count = self.variants.len();
        if !(1..=MOST_VARIANTS).contains(&count) {
            let problem = Problem::new(format!(
                "there must be 1 to {MOST_VARIANTS} variants, but there are {count}"
            ));
            let help = "name a scenario behind the base, or change the base in place: --variant 'hotline: --set relations.crisis_communication=0.9'";
            return Err(Error::Usage(problem.help(help)));
        }
        let mut labels = BTreeSet::new();
        let twice = self
            .variants
            .iter()
            .find(|variant| !labels.insert(&variant.label));
        if let Some(variant) = twice {
            let problem = Problem::new(format!("two variants are called `{}`", variant.label));
            return Err(Error::Usage(problem.help("give each a label of its own")));
        }
        Ok(())
    }
}
