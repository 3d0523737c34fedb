//! One trial as a story: all that happened in it, in order, with the reasons of every decision.

mod against;
mod find;
mod recorder;

use serde::{Deserialize, Serialize};

use super::{Case, DecisionPoint, Subject, Trace};
use crate::model::{Consideration, Model, PerConsideration, Side};
use crate::scenario::Scenario;
use crate::sim::Sight;
use crate::tally::Fact;

pub use against::AgainstStory;
pub use find::{FIRST_ONES, Finder, FoundBy, StoryChoice};
pub use recorder::record_story;

/// A story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryStudy {
    /// What was run.
    pub subject: Subject,
    /// On which seed.
    pub seed: u64,
    /// How many trials were searched.
    pub trials: u64,
    /// How the trial was found among them.
    pub found_by: FoundBy,
    /// The share of the trials searched that were as wanted: that met the record, or ended as was
    /// asked for; else the share of those that end as this one does.
    pub met: Case,
    /// The share of those that end as this one does.
    pub ends: Case,
    /// The share of those that come to war, limited or full-scale.
    pub wars: Case,
    /// The facts of the record that trials are held against; none where there is no record.
    pub record: Vec<Fact>,
    /// The severity of each rung.
    pub severities: Vec<f64>,
    /// Whose the third parties are.
    pub parties: Parties,
    /// The trial.
    pub story: Story,
    /// The trial with something changed; none where nothing was asked for.
    pub against: Option<AgainstStory>,
}

/// Whose fronts there are, and whom armed groups attack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parties {
    /// The actor of each front.
    pub front_actors: Vec<Side>,
    /// The victim of each armed group.
    pub victims: Vec<Side>,
}

/// One trial, as it was written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The trial.
    pub trial: u64,
    /// Its history.
    pub trace: Trace,
    /// What each decision of the history rested on, in their order.
    pub minds: Vec<Mind>,
    /// All that happened, in order.
    pub events: Vec<StoryEvent>,
}

/// What a decision rested on, beside the provocation seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mind {
    /// How far the provocation is visible to others, 0 to 1.
    pub visibility: f64,
    /// Anger at home.
    pub anger: f64,
    /// The severity that it stands by in public.
    pub threat: f64,
    /// Its reputation for resolve.
    pub reputation: f64,
    /// How likely it thinks it that the other hits back.
    pub belief: f64,
    /// Trust between the two.
    pub trust: f64,
    /// The mediation that it feels.
    pub mediation: f64,
    /// How much is on its hands elsewhere.
    pub overstretch: f64,
    /// Its readiness.
    pub readiness: f64,
    /// For each rung the twelve considerations, in the order of [`Consideration::ALL`], times the
    /// actor's precision: their differences between two rungs add up to the log-odds.
    pub reasons: Vec<PerConsideration<f64>>,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryEvent {
    /// The day.
    pub day: f64,
    /// What happened.
    pub what: Happening,
}

/// What may happen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Happening {
    /// An actor takes the decision in this place.
    Decides(usize),
    /// An actor acts.
    Acts(Deed),
    /// An actor sees the act that it has to answer.
    Sees(Sight),
    /// The mediator in this place engages.
    Engages(usize),
    /// The front in this place opens.
    Opens(usize),
    /// An armed group attacks.
    Attacks {
        /// Its place.
        group: usize,
        /// Deaths, on average.
        deaths: f64,
    },
    /// This actor finds an occasion.
    Occasion(Side),
    /// The last act slips into war.
    Slips {
        /// The deaths of the war.
        deaths: f64,
    },
    /// It is full-scale war, and the trial is over.
    War,
    /// The crisis is over.
    Over,
    /// The horizon cuts the crisis.
    Cut,
}

impl Happening {
    /// Its name in files.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Decides(_) => "decides",
            Self::Acts(_) => "acts",
            Self::Sees(_) => "sees",
            Self::Engages(_) => "engages",
            Self::Opens(_) => "opens",
            Self::Attacks { .. } => "attacks",
            Self::Occasion(_) => "occasion",
            Self::Slips { .. } => "slips",
            Self::War => "war",
            Self::Over => "over",
            Self::Cut => "cut",
        }
    }
}

/// An act that was done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deed {
    /// Who acts.
    pub side: Side,
    /// On which rung.
    pub rung: usize,
    /// The rung of the act that it answers; none where it begins a crisis.
    pub answers: Option<usize>,
    /// Whether its author says that it acted.
    pub announced: bool,
    /// Whether it becomes known.
    pub known: bool,
    /// Deaths.
    pub deaths: f64,
    /// Anger at home of its author, after it.
    pub anger: f64,
    /// The reputation of its author, after it.
    pub reputation: f64,
    /// Trust between the two, after it.
    pub trust: f64,
}

impl Story {
    /// How many events the opening and its crisis have.
    #[must_use]
    pub fn opening_events(&self) -> usize {
        let ends = |event: &StoryEvent| match event.what {
            Happening::Over | Happening::War | Happening::Cut => true,
            // A choice that came to nothing.
            Happening::Decides(_) => self.trace.summary.first_act.is_none() && event.day == 0.0,
            _ => false,
        };
        let end = self.events.iter().position(ends);
        end.map_or(self.events.len(), |end| end + 1)
    }

    /// The decision in a place, with what it rested on.
    #[must_use]
    pub fn decision(&self, at: usize) -> Option<(&DecisionPoint, &Mind)> {
        self.trace.points.get(at).zip(self.minds.get(at))
    }
}

impl Mind {
    /// The log-odds of a rung against another, split into the twelve considerations: what is
    /// positive spoke for the rung.
    #[must_use]
    pub fn split(&self, rung: usize, against: usize) -> PerConsideration<f64> {
        let mut parts = [0.0; Consideration::ALL.len()];
        if let (Some(this), Some(other)) = (self.reasons.get(rung), self.reasons.get(against)) {
            for consideration in Consideration::ALL {
                parts[consideration] = this[consideration] - other[consideration];
            }
        }
        parts
    }
}

/// The severity of each rung.
fn severities(model: &Model) -> Vec<f64> {
    let rungs = model.numbers.rungs.iter();
    rungs.map(|rung| rung.severity).collect()
}

impl From<&Model> for Parties {
    fn from(model: &Model) -> Self {
        Self {
            front_actors: model.front_actors.clone(),
            victims: model.armed_group_victims.clone(),
        }
    }
}

impl StoryStudy {
    /// The story of a trial of a scenario, found like this.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, found: Found) -> Self {
        Self {
            subject: scenario.into(),
            seed,
            trials: found.trials,
            found_by: found.by,
            met: found.met,
            ends: found.ends,
            wars: found.wars,
            record: found.record,
            severities: severities(&scenario.model),
            parties: (&scenario.model).into(),
            story: record_story(&scenario.model, seed, found.trial),
            against: None,
        }
    }

    /// The same trial told beside it, with what makes this variant.
    #[must_use]
    pub fn beside(self, base: &Scenario, name: &str, variant: &Scenario) -> Self {
        let against = AgainstStory::new(base, &self.story, self.seed, name, variant);
        Self {
            against: Some(against),
            ..self
        }
    }
}

/// A trial that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Which.
    pub trial: u64,
    /// How.
    pub by: FoundBy,
    /// How many trials were searched.
    pub trials: u64,
    /// The share of those that are as wanted.
    pub met: Case,
    /// The share of those that end as it does.
    pub ends: Case,
    /// The share of those that come to war, limited or full-scale.
    pub wars: Case,
    /// The facts of the record that trials are held against.
    pub record: Vec<Fact>,
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
