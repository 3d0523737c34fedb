//! One view a study: what it says in prose, which sheets and figures it has, and its document. A
//! new study is its own computation, its view, and an arm in each of the functions here.

pub mod compare;
mod curve_table;
pub mod dictionary;
pub mod discover;
mod estimates;
mod names;
mod next;
mod origin;
pub mod rank;
pub mod run;
pub mod shake;
pub mod story;
pub mod sweep;
pub mod tip;
pub mod why;

use serde::Serialize;

use super::figure::Figure;
use super::prose::{Detail, Prose};
use super::sheet::Sheet;
use crate::study::Study;

pub use names::{FileNames, STUDY, chart_file, document_file, plot_file, sheet_file};
pub use next::{Place, next_steps};

/// A study, as programs read it.
#[derive(Serialize)]
#[serde(untagged)]
pub enum StudyDocument<'s> {
    /// A run.
    Run(Box<run::RunDocument<'s>>),
    /// A comparison.
    Compare(compare::CompareDocument<'s>),
    /// A sweep.
    Sweep(sweep::SweepDocument<'s>),
    /// A tip.
    Tip(tip::TipDocument<'s>),
    /// A story.
    Story(Box<story::StoryDocument<'s>>),
    /// Why histories go as they do.
    Why(Box<why::WhyDocument<'s>>),
    /// A ranking.
    Rank(rank::RankDocument<'s>),
    /// Shaken numbers.
    Shake(shake::ShakeDocument<'s>),
    /// A condition.
    Discover(Box<discover::DiscoverDocument<'s>>),
}

/// The names of what a study has.
#[must_use]
pub fn names(study: &Study) -> FileNames {
    match study {
        Study::Run(_) => run::names(),
        Study::Compare(study) => {
            compare::names(study.variants.iter().map(|variant| variant.name.as_str()))
        }
        Study::Sweep(_) => sweep::names(),
        Study::Tip(_) => tip::names(),
        Study::Story(_) => story::names(),
        Study::Why(_) => why::names(),
        Study::Rank(_) => rank::names(),
        Study::Shake(_) => shake::names(),
        Study::Discover(_) => discover::names(),
    }
}

/// A study in words and tables.
#[must_use]
pub fn prose(study: &Study, detail: Detail) -> Prose {
    match study {
        Study::Run(study) => run::prose(study, detail),
        Study::Compare(study) => compare::prose(study, detail),
        Study::Sweep(study) => sweep::prose(study, detail),
        Study::Tip(study) => tip::prose(study, detail),
        Study::Story(study) => story::prose(study, detail),
        Study::Why(study) => why::prose(study, detail),
        Study::Rank(study) => rank::prose(study, detail),
        Study::Shake(study) => shake::prose(study, detail),
        Study::Discover(study) => discover::prose(study, detail),
    }
}

/// A study as a document.
#[must_use]
pub fn document(study: &Study) -> StudyDocument<'_> {
    match study {
        Study::Run(study) => StudyDocument::Run(Box::new(run::document(study))),
        Study::Compare(study) => StudyDocument::Compare(compare::document(study)),
        Study::Sweep(study) => StudyDocument::Sweep(sweep::document(study)),
        Study::Tip(study) => StudyDocument::Tip(tip::document(study)),
        Study::Story(study) => StudyDocument::Story(Box::new(story::document(study))),
        Study::Why(study) => StudyDocument::Why(Box::new(why::document(study))),
        Study::Rank(study) => StudyDocument::Rank(rank::document(study)),
        Study::Shake(study) => StudyDocument::Shake(shake::document(study)),
        Study::Discover(study) => StudyDocument::Discover(Box::new(discover::document(study))),
    }
}

/// The sheets of a study.
#[must_use]
pub fn sheets(study: &Study) -> Vec<Sheet<'_>> {
    match study {
        Study::Run(study) => run::sheets(study),
        Study::Compare(study) => compare::sheets(study),
        Study::Sweep(study) => sweep::sheets(study),
        Study::Tip(study) => tip::sheets(study),
        Study::Story(study) => story::sheets(study),
        Study::Why(study) => why::sheets(study),
        Study::Rank(study) => rank::sheets(study),
        Study::Shake(study) => shake::sheets(study),
        Study::Discover(study) => discover::sheets(study),
    }
}

/// The figures of a study.
#[must_use]
pub fn figures(study: &Study) -> Vec<Figure<'_>> {
    match study {
        Study::Run(study) => run::figures(study),
        Study::Compare(study) => compare::figures(study),
        Study::Sweep(study) => sweep::figures(study),
        Study::Tip(study) => tip::figures(study),
        Study::Story(study) => story::figures(study),
        Study::Why(study) => why::figures(study),
        Study::Rank(study) => rank::figures(study),
        Study::Shake(study) => shake::figures(study),
        Study::Discover(study) => discover::figures(study),
    }
}

#[cfg(test)]
mod tests;
