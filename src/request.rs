//! What is wanted of scenarios, as values: a run, a comparison, a sweep, a tip, a story, the
//! reasons why, a ranking, shaken numbers, a condition.
//!
//! The command line makes a request; a manifest and a shard keep it. It says which scenarios, what
//! to change in them, how many trials and which seed, and nothing of folders, threads or formats:
//! two equal requests on equal texts give equal results. Each kind resolves itself: it reads every
//! scenario once, from the texts that a resolver gives, and refuses what cannot be run before the
//! first trial.
//!
//! ```
//! use offramp::request::{Request, RunRequest};
//! use offramp::scenario::{Settings, Shipped, Source};
//!
//! let run = RunRequest {
//!     scenario: Source::Shipped("hotline".into()),
//!     settings: Settings { without: vec!["china-counsels".into()], ..Settings::default() },
//!     trials: 10_000,
//!     seed: 7,
//!     precision: None,
//! };
//! assert_eq!(run.resolve(&Shipped)?.changes, ["without china-counsels"]);
//! assert_eq!(Request::Run(run).seed(), 7);
//! # Ok::<(), offramp::error::Error>(())
//! ```

mod along;
mod cases;
mod compare;
mod discover;
mod overlap;
mod rank;
mod shake;
mod story;
mod texts;
mod why;
mod wire;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Problem};
use crate::quantities::Quantity;
use crate::scenario::{Document, Resolver, Scenario, Settings, Source};
use crate::study::Axis;

pub use along::Along;
use along::affordable;
pub use cases::Cases;
pub use compare::{Compared, VariantRequest};
pub use discover::DiscoverRequest;
pub use rank::{Arguments, RankRequest};
pub use shake::ShakeRequest;
pub use story::{StoryRequest, Told};
pub use texts::{Recorder, Texts};
pub use why::WhyRequest;

/// Any request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// One scenario, run many times.
    Run(RunRequest),
    /// Scenarios beside a base, on the same luck.
    Compare(CompareRequest),
    /// One scenario along a number, or along two.
    Sweep(SweepRequest),
    /// Where along a number a share crosses a value.
    Tip(TipRequest),
    /// One trial of a scenario, told as a story.
    Story(StoryRequest),
    /// Why histories go as they do.
    Why(WhyRequest),
    /// Which argument carries how much.
    Rank(RankRequest),
    /// One scenario with its judged numbers drawn anew.
    Shake(ShakeRequest),
    /// The condition under which something is common.
    Discover(DiscoverRequest),
}

/// One scenario, run many times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// How many trials at most.
    pub trials: u64,
    /// On which luck.
    pub seed: u64,
    /// Stop once the interval of every outcome reaches less far than this; none for all trials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
}

/// Scenarios beside a base, on the same luck.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompareRequest {
    /// The scenario to compare with.
    pub base: Source,
    /// What is compared with it.
    pub variants: Vec<VariantRequest>,
    /// What to change in all of them.
    pub settings: Settings,
    /// How many trials of each.
    pub trials: u64,
    /// On which luck: the same for all of them.
    pub seed: u64,
    /// How many histories that end differently are shown.
    pub flipped: u16,
}

/// One scenario along a number, or along two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SweepRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// What to vary: one axis, or two.
    #[serde(with = "wire::axes")]
    pub axes: Vec<Axis>,
    /// The quantity that is shown.
    #[serde(with = "wire::quantity")]
    pub quantity: Quantity,
    /// How many trials of each point.
    pub trials: u64,
    /// On which luck: the same for all of them.
    pub seed: u64,
}

/// Where along a number a share crosses a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TipRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// What to vary.
    #[serde(with = "wire::axis")]
    pub axis: Axis,
    /// The quantity: a share.
    #[serde(with = "wire::quantity")]
    pub quantity: Quantity,
    /// The value that is looked for, between 0 and 1.
    pub share: f64,
    /// How many trials of each look.
    pub trials: u64,
    /// On which luck: the same for all of them.
    pub seed: u64,
}

impl Request {
    /// The seed.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        match self {
            Self::Run(run) => run.seed,
            Self::Compare(compare) => compare.seed,
            Self::Sweep(sweep) => sweep.seed,
            Self::Tip(tip) => tip.seed,
            Self::Story(story) => story.seed,
            Self::Why(why) => why.seed,
            Self::Rank(rank) => rank.seed,
            Self::Shake(shake) => shake.seed,
            Self::Discover(discover) => discover.seed,
        }
    }

    /// Whether it may end before all trials are done, by itself.
    #[must_use]
    pub const fn may_stop_early(&self) -> bool {
        matches!(
            self,
            Self::Run(RunRequest {
                precision: Some(_),
                ..
            })
        )
    }

    /// How many trials are asked for, of each scenario that is run.
    #[must_use]
    pub const fn trials(&self) -> u64 {
        match self {
            Self::Run(run) => run.trials,
            Self::Compare(compare) => compare.trials,
            Self::Sweep(sweep) => sweep.trials,
            Self::Tip(tip) => tip.trials,
            Self::Story(story) => story.trials,
            Self::Why(why) => why.trials,
            Self::Rank(rank) => rank.trials,
            Self::Shake(shake) => shake.trials,
            Self::Discover(discover) => discover.trials,
        }
    }
}

impl RunRequest {
    /// The scenario, read and assembled.
    ///
    /// # Errors
    /// Every problem of the scenario and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Scenario, Error> {
        Document::read(self.scenario.clone(), texts)?.case(&self.settings)
    }
}

impl SweepRequest {
    /// The scenario, read once, to be assembled at every point.
    ///
    /// # Errors
    /// More than two axes, more points or trials than can be run; every problem of the scenario and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Along, Error> {
        if !(1..=2).contains(&self.axes.len()) {
            let problem = Problem::new(format!(
                "a sweep has one axis or two, not {}",
                self.axes.len()
            ));
            return Err(Error::Usage(
                problem.help("give `--vary` once for curves, twice for a grid"),
            ));
        }
        affordable(&self.axes, self.trials)?;
        Along::new(&self.scenario, &self.settings, &self.axes, texts)
    }
}

impl TipRequest {
    /// The scenario, read once, to be assembled at every look.
    ///
    /// # Errors
    /// An axis without values in between, more trials than can be run; every problem of the scenario and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Along, Error> {
        if self.axis.path() == "horizon_days" {
            let problem = Problem::new(
                "`horizon_days` is a whole number, and has no values in between to look at",
            );
            return Err(Error::Usage(problem.help(
                "look along it with `offramp sweep --vary horizon_days=[30, 60, 90]`",
            )));
        }
        if !(self.quantity.is_share() && 0.0 < self.share && self.share < 1.0) {
            let problem = Problem::new(
                "a tip looks for a share between 0 and 1 of a quantity that is a share",
            );
            return Err(Error::Usage(
                problem.help("for instance `--outcome wars --share 0.05`"),
            ));
        }
        let axes = std::slice::from_ref(&self.axis);
        affordable(axes, self.trials)?;
        Along::new(&self.scenario, &self.settings, axes, texts)
    }
}

#[cfg(test)]
mod tests;
