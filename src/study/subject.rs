//! What was run, as a study keeps it: enough to say what it is and to name what was counted,
//! without its scenario.

use serde::{Deserialize, Serialize};

use crate::model::FirstMove;
use crate::scenario::{Departure, Names, Scenario};

/// A scenario as its results name it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Its name.
    pub name: String,
    /// Where it came from: the name of a shipped scenario, or a path.
    pub source: String,
    /// What was changed in it, as its user wrote it; empty where nothing was.
    pub changes: Vec<String>,
    /// What differs from the scenario that it builds on; none where it builds on none and nothing
    /// was changed.
    pub departure: Option<Departure>,
    /// What its authors knew as they set the numbers; empty where it says nothing of that.
    pub hindsight: String,
    /// The digest of its inputs.
    pub sha256: String,
    /// The names of its parts.
    pub names: Names,
    /// Its ladder.
    pub ladder: LadderShape,
}

/// What a ladder is beside the names of its rungs. Rungs are counted from 0 at the foot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderShape {
    /// Whether each rung uses armed force.
    pub force: Vec<bool>,
    /// The highest rung on which an answer ends the crisis.
    pub off_ramp: usize,
    /// The lowest rung of limited war.
    pub limited_war: usize,
    /// The rung of the opening, where it is fixed.
    pub opening: Option<usize>,
    /// Deaths of the last rung, full-scale war: a placeholder, since nobody can know them.
    pub war_deaths: f64,
}

impl From<&Scenario> for Subject {
    fn from(scenario: &Scenario) -> Self {
        let model = &scenario.model;
        Self {
            name: scenario.name.clone(),
            source: scenario.source.clone(),
            changes: scenario.changes.clone(),
            departure: scenario.departure.clone(),
            hindsight: scenario.guide.hindsight.clone(),
            sha256: scenario.digest(),
            names: scenario.names.clone(),
            ladder: LadderShape {
                force: model.force.clone(),
                off_ramp: model.off_ramp,
                limited_war: model.limited_war,
                opening: match model.first_move {
                    FirstMove::Rung(rung) => Some(rung),
                    FirstMove::Choose => None,
                },
                war_deaths: model.numbers.rungs[model.top()].deaths,
            },
        }
    }
}
