//! Figures as data: what a chart draws, and no pixels.

use serde::{Deserialize, Serialize};

use super::chart::ChartRungs;
pub use super::chart::Medium;
use super::words::{SIMULATION_ERROR, case_name, changed_inputs, hindsight};
use crate::scenario::Named;
use crate::study::{
    Comparison, DiscoverStudy, Explanation, Findings, RankStudy, ShakeStudy, StoryStudy, Subject,
    SweepStudy, Timeline, TipStudy, Variant,
};

/// The characters of a title that its user gives, at most.
pub const MOST_TITLE: usize = 200;

/// A figure with a name.
#[derive(Clone, Debug)]
pub struct Figure<'s> {
    /// The name of its file, without an ending.
    pub name: String,
    /// What stands above it.
    pub heading: Heading,
    /// What stands below it.
    pub caption: Caption,
    /// What is drawn.
    pub drawing: Drawing<'s>,
}

/// What a figure is about, above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The finding in one sentence, without a full stop.
    pub title: String,
    /// The case that it is found in.
    pub case: String,
    /// What was changed in the case, each in words; empty where nothing was.
    pub changes: Vec<String>,
}

/// Where the numbers of a figure come from, below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// How many trials were counted.
    pub trials: u64,
    /// What there are so many trials of: nothing, "of each" or "at each point".
    pub each: &'static str,
    /// The seed of their luck.
    pub seed: u64,
    /// Whether all trials that were asked for are in it.
    pub complete: bool,
    /// What is said of the intervals: a sentence without its full stop; empty where nothing is.
    pub interval: String,
    /// What the authors knew as they set the numbers; a sentence.
    pub hindsight: String,
}

/// How charts look, beside what they show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartLook {
    /// What they are made for.
    #[serde(default)]
    pub medium: Medium,
    /// Their title, in place of the finding; none where the user gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl ChartLook {
    /// Whether the title is one that a user can give.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.title
            .as_ref()
            .is_none_or(|title| title.chars().count() <= MOST_TITLE)
    }

    /// Gives figures the title of the user, where there is one.
    pub fn apply(&self, figures: &mut [Figure<'_>]) {
        for figure in figures {
            if let Some(title) = &self.title {
                figure.heading.title.clone_from(title);
            }
        }
    }
}

impl Heading {
    /// The heading of a figure of what was run.
    #[must_use]
    pub fn new(title: impl Into<String>, subject: &Subject) -> Self {
        Self {
            title: title.into(),
            case: case_name(subject),
            changes: changed_inputs(subject),
        }
    }
}

impl Caption {
    /// The caption of a figure of what was run.
    #[must_use]
    pub fn new(subject: &Subject, seed: u64, trials: u64, complete: bool) -> Self {
        Self {
            trials,
            each: "",
            seed,
            complete,
            interval: SIMULATION_ERROR.to_owned(),
            hindsight: hindsight(&subject.hindsight),
        }
    }
}

/// What a figure says of a variant by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantLabel {
    /// What it is called.
    pub name: String,
    /// What was changed in it, each in words; empty where nothing was.
    pub changes: Vec<String>,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub enum Drawing<'s> {
    /// How the opening crisis ends.
    Outcomes(&'s Findings),
    /// The highest rung of the opening crisis.
    Peak(&'s Findings, ChartRungs<'s>),
    /// The first histories on the ladder.
    Histories(&'s Findings, ChartRungs<'s>, &'s Timeline, &'s [Named; 2]),
    /// The levels by day.
    Levels(&'s Findings, ChartRungs<'s>, &'s Timeline),
    /// Outcomes of a base and of its variants, in their order.
    Compare {
        /// What was counted.
        comparison: &'s Comparison,
        /// The name of the base; none where all variants are changes of it.
        base: Option<String>,
        /// What is said of the variants.
        variants: Vec<VariantLabel>,
    },
    /// Histories of a variant that ended differently from the base.
    Flips {
        /// The variant.
        variant: &'s Variant,
        /// How many trials were run in each.
        trials: u64,
        /// What stands over the ends of the base, and over those of the variant.
        heads: [&'static str; 2],
    },
    /// A quantity along an axis, or over two.
    Sweep(&'s SweepStudy),
    /// A share along an axis, and where it crosses a value.
    Tip(&'s TipStudy),
    /// One history, with the reasons of its decisions.
    Story(&'s StoryStudy),
    /// What the first answer rests on.
    Reasons {
        /// What answers rest on.
        explanation: &'s Explanation,
        /// What was run.
        subject: &'s Subject,
    },
    /// The paths of the opening crisis.
    Paths {
        /// What they are.
        explanation: &'s Explanation,
        /// What was run.
        subject: &'s Subject,
        /// Its ladder.
        rungs: ChartRungs<'s>,
    },
    /// Which argument carries how much.
    Rank(&'s RankStudy),
    /// Shares over readings of the judged numbers.
    Shake(&'s ShakeStudy),
    /// The condition under which something is common.
    Discover(&'s DiscoverStudy),
}
