//! Single trials as they came: hypothetical outcomes show what a band of shares hides (Hullman et
//! al. 2015).

use serde::{Deserialize, Serialize};

use super::Findings;
use crate::model::{Model, Side};
use crate::sim::{Act, Moment, Observer, Outcome, Simulator, Summary};

/// The course of one trial.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The trial, counted from 0.
    pub trial: u64,
    /// The level: from which day on the trial stands on which rung, or in no crisis. Begins with
    /// day 0; the days rise. The rung may stay the same, where an answer is on the rung of the act
    /// before.
    pub steps: Vec<(f64, Option<usize>)>,
    /// The acts of all crises: the day, the rung and who acts, in the order of time.
    pub acts: Vec<(f64, usize, Side)>,
    /// How the opening crisis ended.
    pub outcome: Outcome,
    /// The day it ended, as [`Summary::end_day`] has it.
    pub end_day: f64,
}

impl History {
    fn new(trial: u64, summary: &Summary, course: Steps) -> Self {
        Self {
            trial,
            steps: course.levels,
            acts: course.acts,
            outcome: summary.outcome,
            end_day: summary.end_day,
        }
    }

    /// Whether the opening begins a crisis.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.steps.first().is_some_and(|first| first.1.is_some())
    }
}

/// Runs these trials of a seed, counted from 0, and tells the course of each. A trial takes the
/// same course here as among all others.
#[must_use]
pub fn histories(model: &Model, seed: u64, trials: impl IntoIterator<Item = u64>) -> Vec<History> {
    let mut simulator = Simulator::new(model, seed);
    let mut all = Vec::new();
    for trial in trials {
        let mut steps = Steps::default();
        let summary = simulator.run(trial, &mut steps);
        all.push(History::new(trial, summary, steps));
    }
    all
}

/// Adds to the first trials of a seed the first one with each end that they lack, of those up to
/// `to`: what is rare can be shown as well. Looks only for ends that the findings have.
#[must_use]
pub fn with_rare_ends(
    mut sample: Vec<History>,
    model: &Model,
    seed: u64,
    findings: &Findings,
    to: u64,
) -> Vec<History> {
    let mut lacking: Vec<Outcome> = Outcome::ALL.into();
    lacking.retain(|&outcome| {
        let is_shown = |one: &History| one.outcome == outcome && one.has_begun();
        findings.begun_share(outcome) > 0.0 && !sample.iter().any(is_shown)
    });
    let mut simulator = Simulator::new(model, seed);
    for trial in sample.len() as u64..to {
        if lacking.is_empty() {
            break;
        }
        let mut begun = Begun(false);
        let outcome = simulator.run(trial, &mut begun).outcome;
        if begun.0 && lacking.contains(&outcome) {
            lacking.retain(|&other| other != outcome);
            sample.extend(histories(model, seed, [trial]));
        }
    }
    sample
}

/// Notes whether the opening begins a crisis.
struct Begun(bool);

impl Observer for Begun {
    fn level(&mut self, day: f64, rung: Option<usize>) {
        self.0 |= day <= 0.0 && rung.is_some();
    }
}

/// Writes down the level and the acts; every trial begins without a crisis.
struct Steps {
    levels: Vec<(f64, Option<usize>)>,
    acts: Vec<(f64, usize, Side)>,
}

impl Default for Steps {
    fn default() -> Self {
        Self {
            levels: vec![(0.0, None)],
            acts: Vec::new(),
        }
    }
}

impl Observer for Steps {
    fn level(&mut self, day: f64, rung: Option<usize>) {
        match self.levels.last_mut() {
            // Of several on one day the last counts.
            Some(last) if last.0 >= day => last.1 = rung,
            _ => self.levels.push((day, rung)),
        }
    }

    fn act(&mut self, day: f64, act: &Act, _: &Moment<'_>) {
        self.acts.push((day, act.rung, act.author));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::blueprint;
    use crate::tally::Levels;
    use crate::tally::levels::place;

    fn model() -> Model {
        Model::new(blueprint(6)).unwrap()
    }

    #[test]
    fn a_history_is_that_of_the_trial_alone() {
        let model = model();
        let all = histories(&model, 7, 0..20);
        assert_eq!(histories(&model, 7, [11]), all[11..12]);
        assert_ne!(histories(&model, 8, [11])[0].steps, all[11].steps);
        let mut simulator = Simulator::new(&model, 7);
        for history in &all {
            let summary = simulator.run(history.trial, &mut crate::sim::Silent);
            assert_eq!(
                (history.outcome, history.end_day),
                (summary.outcome, summary.end_day)
            );
        }
    }

    /// What is rare is in no sample of the first few, and is shown all the same.
    #[test]
    fn each_end_that_occurs_has_its_first_history() {
        let model = model();
        let all = histories(&model, 1, 0..3_000);
        let mut tally = crate::tally::Tally::new(&model);
        let mut simulator = Simulator::new(&model, 1);
        for trial in 0..3_000 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
        }
        let findings = Findings::new(&model, &tally, None);
        let sample = with_rare_ends(histories(&model, 1, 0..2), &model, 1, &findings, 3_000);
        assert_eq!(sample[..2], all[..2]);
        for outcome in Outcome::ALL {
            let is_such = |one: &&History| one.outcome == outcome && one.has_begun();
            let [first, shown] = [&all, &sample].map(|some| some.iter().find(is_such));
            assert_eq!(first, shown, "{outcome:?}");
        }
    }

    #[test]
    fn steps_begin_on_day_0_and_rise_within_the_horizon() {
        for history in histories(&model(), 1, 0..50) {
            assert_eq!(history.steps[0].0, 0.0);
            assert!(
                history.steps.windows(2).all(|pair| pair[0].0 < pair[1].0),
                "{history:?}"
            );
            assert!(
                history
                    .steps
                    .iter()
                    .all(|&(day, rung)| day <= 90.0 && rung < Some(6))
            );
        }
    }

    #[test]
    fn histories_and_levels_are_the_same_trials() {
        let model = model();
        let mut levels = Levels::new(6, 90);
        let mut simulator = Simulator::new(&model, 3);
        let mut by_hand = vec![vec![0_u64; 7]; 91];
        for history in histories(&model, 3, 0..40) {
            simulator.run(history.trial, &mut Count(&mut levels));
            levels.end_trial();
            for (day, row) in by_hand.iter_mut().enumerate() {
                let now = history
                    .steps
                    .iter()
                    .rev()
                    .find(|step| step.0 <= day as f64)
                    .unwrap();
                row[place(now.1)] += 1;
            }
        }
        assert_eq!(levels.by_day(), by_hand);
    }

    struct Count<'l>(&'l mut Levels);

    impl Observer for Count<'_> {
        fn level(&mut self, day: f64, rung: Option<usize>) {
            self.0.change(day, rung);
        }
    }
}
