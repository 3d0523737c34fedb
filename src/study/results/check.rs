//! What holds of every study that a run came to. Anybody may have made the file that a study was
//! read from: what passes can be shown, in words, tables and charts.
//!
//! It is not made sure that a run would come to these very numbers: that takes the run.

mod compare;
mod discover;
mod findings;
mod judged;
mod rank;
mod run;
mod shake;
mod story;
mod subject;
mod sweep;
mod timeline;
mod tip;
mod traces;
mod values;
mod why;

use super::Study;

impl Study {
    /// Whether it can be shown: its parts fit together, its numbers are possible, and nothing of it
    /// is endless.
    ///
    /// # Errors
    /// The first thing that is wrong, a clause.
    pub fn check(&self) -> Result<(), String> {
        match self {
            Self::Run(study) => run::check(study),
            Self::Compare(study) => compare::check(study),
            Self::Sweep(study) => sweep::check(study),
            Self::Tip(study) => tip::check(study),
            Self::Story(study) => story::check(study),
            Self::Why(study) => why::check(study),
            Self::Rank(study) => rank::check(study),
            Self::Shake(study) => shake::check(study),
            Self::Discover(study) => discover::check(study),
        }
    }
}
