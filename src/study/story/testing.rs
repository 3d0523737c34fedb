//! Stories for tests.

use super::{Finder, StoryChoice, StoryStudy};
use crate::scenario::Scenario;
use crate::sim::Simulator;
use crate::tally::Tally;

/// The seed of stories in tests.
pub const SEED: u64 = 1;

/// The story of a scenario that is chosen like this among so many trials; none where there is none.
pub fn story_of(scenario: &Scenario, choice: StoryChoice, trials: u64) -> Option<StoryStudy> {
    let mut simulator = Simulator::new(&scenario.model, SEED);
    let mut tally = Tally::new(&scenario.model);
    let mut finder = Finder::new(scenario, choice);
    let record = scenario.record.as_ref().map(|record| &record.facts);
    for trial in 0..trials {
        let summary = *simulator.run(trial, &mut tally);
        tally.add(&summary, record);
        finder.see(trial, &summary);
    }
    let found = finder.found(&tally, SEED)?;
    Some(StoryStudy::new(scenario, SEED, found))
}

/// The story of a trial of a scenario.
pub fn trial_of(scenario: &Scenario, trial: u64) -> StoryStudy {
    story_of(scenario, StoryChoice::Trial(trial), 20).unwrap()
}
