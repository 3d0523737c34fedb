//! The result of each kind of request: whole, and by itself. It needs neither its scenario nor its
//! request to be shown.

mod check;
mod compare;
mod why;

use serde::{Deserialize, Serialize};

use super::{
    Axis, DiscoverStudy, Explanation, Findings, JudgedBand, RankStudy, Reason, ShakeStudy,
    Standing, Statement, StoryStudy, Subject, Sweep, Timeline, Tip, histories, with_rare_ends,
};
use crate::quantities::Quantity;
use crate::scenario::{Argument, Scenario};
use crate::tally::Tally;

pub use compare::{AskedComparison, CompareStudy, Mismatch, VariantSubject};
pub use why::{WhyAsked, WhyStudy};

/// The result of a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Study {
    /// A run.
    Run(RunStudy),
    /// A comparison.
    Compare(CompareStudy),
    /// A sweep.
    Sweep(SweepStudy),
    /// A tip.
    Tip(TipStudy),
    /// A story.
    Story(StoryStudy),
    /// Why histories go as they do.
    Why(WhyStudy),
    /// A ranking.
    Rank(RankStudy),
    /// Shaken numbers.
    Shake(ShakeStudy),
    /// A condition under which something is common.
    Discover(DiscoverStudy),
}

impl Study {
    /// How many trials were done, of each scenario that was run.
    #[must_use]
    pub const fn trials(&self) -> u64 {
        match self {
            Self::Run(study) => study.findings.trials,
            Self::Compare(study) => study.comparison.trials,
            Self::Sweep(study) => study.trials,
            Self::Tip(study) => study.trials,
            Self::Story(study) => study.trials,
            Self::Why(study) => study.explanation.trials,
            Self::Rank(study) => study.trials,
            Self::Shake(study) => study.trials,
            Self::Discover(study) => study.trials,
        }
    }

    /// Whether all is there that was asked for.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        match self {
            Self::Run(study) => study.complete,
            Self::Compare(study) => study.complete,
            Self::Sweep(study) => !study.stopped,
            Self::Tip(study) => study.tip.complete,
            Self::Story(_) | Self::Rank(_) => true,
            Self::Why(study) => study.complete,
            Self::Shake(study) => study.complete,
            Self::Discover(study) => study.complete,
        }
    }
}

/// How many single trials are kept, the first by their numbers: as many as can be told apart in a
/// picture.
const SAMPLE: u64 = 40;
/// How many trials of a run are explained, the first by their numbers: enough for reasons and paths.
const EXPLAINED: u64 = 20_000;

/// A run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunStudy {
    /// What was run.
    pub subject: Subject,
    /// On which seed.
    pub seed: u64,
    /// Whether all trials that were asked for are in it.
    pub complete: bool,
    /// What it showed.
    pub findings: Findings,
    /// What the scenario says should come out; empty where something was changed in it.
    pub expected: Vec<JudgedBand>,
    /// The course of its days.
    pub timeline: Box<Timeline>,
    /// What its reader may notice and try.
    pub guidance: Guidance,
    /// Why the first of its histories go as they do.
    pub why: Box<Explanation>,
}

/// What a scenario says to the reader of its results.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// What it is about; empty where nothing is said.
    pub about: String,
    /// What to notice; empty where nothing is said, or where something was changed, since its words
    /// may not hold then.
    pub notice: String,
    /// What to change, and what then to look for; likewise.
    pub try_next: Vec<String>,
    /// What critics of the theory say; likewise.
    pub critics: String,
    /// Questions for a class; likewise.
    pub questions: Vec<String>,
    /// The ids of arguments that are worth leaving out: those of mediation, else the first that
    /// counts.
    pub without: Vec<String>,
}

impl RunStudy {
    /// The study of a run that was counted: of at least one trial.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, tally: &Tally, complete: bool) -> Self {
        let record = scenario.record.as_ref();
        let findings = Findings::new(&scenario.model, tally, record.map(|record| &record.facts));
        let bands = scenario
            .guide
            .expected
            .iter()
            .filter(|_| scenario.changes.is_empty());
        let expected = bands
            .map(|&band| JudgedBand {
                band,
                mean: findings.means.of(band.quantity),
            })
            .collect();
        let explained = findings.trials.min(EXPLAINED);
        let sample = histories(&scenario.model, seed, 0..findings.trials.min(SAMPLE));
        let sample = with_rare_ends(sample, &scenario.model, seed, &findings, explained);
        let why = Explanation::of_first(&scenario.model, record, seed, explained);
        let acts = record.iter().flat_map(|record| &record.acts);
        let timeline = Timeline::new(
            &findings,
            tally,
            sample,
            acts.map(|act| (act.day, act.rung, act.actor)).collect(),
        );
        Self {
            subject: scenario.into(),
            seed,
            complete,
            findings,
            expected,
            timeline: Box::new(timeline),
            guidance: Guidance::new(scenario),
            why: Box::new(why),
        }
    }
}

impl Guidance {
    fn new(scenario: &Scenario) -> Self {
        let guide = &scenario.guide;
        let anyway = Self {
            about: guide.summary.clone(),
            without: without(scenario),
            ..Self::default()
        };
        if !scenario.changes.is_empty() {
            return anyway;
        }
        Self {
            notice: guide.shows.clone(),
            try_next: guide.try_next.clone(),
            critics: guide.critics.clone(),
            questions: guide.questions.clone(),
            ..anyway
        }
    }
}

/// Arguments whose absence may change much: those of mediation, else the first.
fn without(scenario: &Scenario) -> Vec<String> {
    let counting: Vec<&Argument> = scenario
        .arguments
        .iter()
        .filter(|argument| argument.weight > 0.0)
        .collect();
    let mediation = counting
        .iter()
        .filter(|argument| argument.theme == "mediation");
    let ids: Vec<String> = mediation.map(|argument| argument.id.clone()).collect();
    if !ids.is_empty() {
        return ids;
    }
    counting
        .first()
        .map(|argument| argument.id.clone())
        .into_iter()
        .collect()
}

/// A sweep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SweepStudy {
    /// What was swept.
    pub subject: Subject,
    /// On which seed.
    pub seed: u64,
    /// Trials at each point.
    pub trials: u64,
    /// The quantity that was asked for.
    pub quantity: Quantity,
    /// How many points were asked for; more than there are where it was stopped.
    pub asked: usize,
    /// Whether its user stopped it: before all points were run, or before those of its title were
    /// run beside each other.
    pub stopped: bool,
    /// What came of it.
    pub sweep: Sweep,
}

/// A tip: where a share crosses a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TipStudy {
    /// What was run.
    pub subject: Subject,
    /// On which seed.
    pub seed: u64,
    /// Trials at each look.
    pub trials: u64,
    /// Along what: as far as the looks came.
    pub axis: Axis,
    /// Where the scenario stands on it, as it is.
    pub base: Standing,
    /// The share of what.
    pub quantity: Quantity,
    /// The value looked for.
    pub share: f64,
    /// Why the inputs exclude it, at each look where they do.
    pub reasons: Vec<Option<Reason>>,
    /// How many looks along the axis were wanted.
    pub asked: usize,
    /// What was found.
    pub tip: Tip,
}

impl TipStudy {
    /// What it has to say.
    #[must_use]
    pub fn statement(&self) -> Statement {
        let reasons = self
            .reasons
            .iter()
            .take(self.tip.shares.len())
            .flatten()
            .copied();
        self.tip.statement(reasons, self.trials)
    }
}
