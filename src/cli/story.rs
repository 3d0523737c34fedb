//! The arguments of `offramp story`.

use std::ffi::{OsStr, OsString};

use clap::Args;

use super::options::StudyOptions;
use super::values;
use crate::quantities::Quantity;
use crate::request::VariantRequest;
use crate::scenario::library::BASELINE;
use crate::scenario::{Settings, Source};
use crate::study::StoryChoice;

/// `offramp story`.
#[derive(Debug, Args)]
pub struct StoryCommand {
    /// A scenario file (its name ends in .toml), or the name of a shipped scenario
    #[arg(default_value = BASELINE, help_heading = "Inputs")]
    pub scenario: OsString,
    /// Tell this history, by its number from 0 on
    #[arg(long, value_name = "N", value_parser = values::place, allow_negative_numbers = true, conflicts_with_all = ["outcome", "like_record"])]
    pub trial: Option<u64>,
    /// Tell the first history that ends so, and how rare that is: no-force, one-sided, one-round,
    /// several-rounds, limited-war, war (full-scale), wars (limited or full-scale) or unresolved
    #[arg(long, value_name = "NAME", value_parser = values::end, conflicts_with = "like_record")]
    pub outcome: Option<Quantity>,
    /// Tell the first history that agrees with the facts of the record that are checked [the usual
    /// choice, where there is a record]
    #[arg(long)]
    pub like_record: bool,
    /// Tell the same history with something changed beside it: a scenario, or a label and what to
    /// change: "trust: --set relations.trust=0.9"
    #[arg(long, value_name = "VARIANT", value_parser = variant)]
    pub against: Option<VariantRequest>,
    /// How to search.
    #[command(flatten)]
    pub options: StudyOptions,
}

impl StoryCommand {
    /// Which history is asked for.
    #[must_use]
    pub const fn choice(&self) -> StoryChoice {
        match (self.trial, self.outcome) {
            (Some(trial), _) => StoryChoice::Trial(trial),
            (None, Some(outcome)) => StoryChoice::Outcome(outcome),
            (None, None) if self.like_record => StoryChoice::LikeRecord,
            (None, None) => StoryChoice::Usual,
        }
    }
}

/// A scenario, or `LABEL: OPTIONS`.
fn variant(written: &str) -> Result<VariantRequest, String> {
    if written.contains(": ") {
        let values::InPlace { label, settings } = values::variant(written)?;
        return Ok(VariantRequest {
            label,
            scenario: None,
            settings,
        });
    }
    let source = Source::named(OsStr::new(written), None);
    Ok(VariantRequest {
        label: source.shown(),
        scenario: Some(source),
        settings: Settings::default(),
    })
}
