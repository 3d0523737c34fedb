//! What a chart says of the rungs of a ladder.

use super::backend::fault;
use crate::error::Error;
use crate::report::words::NO_CRISIS;
use crate::study::Subject;
use crate::tally::levels;

/// The rungs of a ladder, from the foot up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartRungs<'a> {
    /// What each is called. Shortened where it is too long for its place.
    pub labels: Vec<&'a str>,
    /// Whether each uses armed force.
    pub force: Vec<bool>,
    /// The highest rung on which an answer ends the crisis.
    pub off_ramp: usize,
    /// The lowest rung of limited war.
    pub limited_war: usize,
    /// The rung of the opening, where it is fixed.
    pub opening: Option<usize>,
}

impl<'a> ChartRungs<'a> {
    /// The ladder of what was run.
    #[must_use]
    pub fn of(subject: &'a Subject) -> Self {
        let ladder = &subject.ladder;
        let rungs = subject.names.rungs.iter();
        Self {
            labels: rungs.map(|rung| rung.label.as_str()).collect(),
            force: ladder.force.clone(),
            off_ramp: ladder.off_ramp,
            limited_war: ladder.limited_war,
            opening: ladder.opening,
        }
    }

    /// The levels of this ladder as rungs of one that begins with "no crisis".
    #[must_use]
    pub fn of_levels(&self) -> Self {
        Self {
            labels: [NO_CRISIS]
                .into_iter()
                .chain(self.labels.iter().copied())
                .collect(),
            force: [false]
                .into_iter()
                .chain(self.force.iter().copied())
                .collect(),
            off_ramp: levels::place(Some(self.off_ramp)),
            limited_war: levels::place(Some(self.limited_war)),
            opening: self.opening.map(|rung| levels::place(Some(rung))),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }

    /// That there are rungs, and as many as were counted.
    pub(super) fn check(&self, counted: usize) -> Result<(), Error> {
        let sound = counted > 0 && self.labels.len() == counted && self.force.len() == counted;
        if sound {
            Ok(())
        } else {
            Err(fault("the findings are of another ladder"))
        }
    }
}
