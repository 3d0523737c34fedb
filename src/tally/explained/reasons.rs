//! What answers rested on: the log-odds of the likeliest use of force against the off-ramp, split
//! into the twelve considerations.

use crate::model::{CONSIDERATIONS, PerConsideration, Side, World};
use crate::sim::{Decision, Moment};
use crate::stats::{ClusterSizes, Clustered, in_steps};
use crate::tally::add_all;

/// Which answers of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// The first answer of the trial, whoever gives it.
    First,
    /// Every answer after it.
    Later,
}

impl AnswerKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Later];

    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Later => "later",
        }
    }
}

/// What answers of one side and kind rested on.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCounts {
    /// How many answers there were, in how many trials.
    pub sizes: ClusterSizes,
    /// How often each rung was the likeliest use of force.
    pub likeliest: Vec<u64>,
    /// How many answers used force, what a part of the state did on its own included.
    pub forceful: u64,
    /// The log-odds of the likeliest use of force against the off-ramp.
    pub log_odds: Clustered,
    /// Their parts.
    pub parts: PerConsideration<Clustered>,
    /// The chance of any use of force.
    pub chance_of_force: Clustered,
    /// The chance of each rung.
    pub chances: Vec<Clustered>,
}

impl AnswerCounts {
    /// An empty count on a ladder of so many rungs.
    #[must_use]
    pub fn new(rungs: usize) -> Self {
        Self {
            sizes: ClusterSizes::default(),
            likeliest: vec![0; rungs],
            forceful: 0,
            log_odds: Clustered::default(),
            parts: [Clustered::default(); CONSIDERATIONS],
            chance_of_force: Clustered::default(),
            chances: vec![Clustered::default(); rungs],
        }
    }

    /// Adds what another counted on the same ladder.
    pub fn merge(&mut self, other: &Self) {
        self.sizes.merge(&other.sizes);
        add_all(&mut self.likeliest, &other.likeliest);
        self.forceful += other.forceful;
        self.log_odds.merge(&other.log_odds);
        for (own, more) in self.parts.iter_mut().zip(&other.parts) {
            own.merge(more);
        }
        self.chance_of_force.merge(&other.chance_of_force);
        for (own, more) in self.chances.iter_mut().zip(&other.chances) {
            own.merge(more);
        }
    }
}

/// The log-odds of a rung against the off-ramp in a decision, split into the twelve considerations:
/// the actor's precision times what each gives to the one more than to the other. They are finite
/// also where a chance is too small to be told from zero.
#[must_use]
pub fn split(moment: &Moment<'_>, decision: &Decision, rung: usize) -> PerConsideration<f64> {
    let precision = moment.world.numbers.actors[decision.side].choice_precision;
    let off_ramp = moment.considerations(decision, moment.world.ladder.off_ramp);
    let mut parts = moment.considerations(decision, rung);
    for (part, other) in parts.iter_mut().zip(off_ramp) {
        *part = precision * (*part - other);
    }
    parts
}

/// The use of force above the off-ramp with the highest chance in a decision; of several that are
/// equal the lowest. Where all their chances are too small to be told from zero, the one with the
/// highest log-odds. None on a ladder without such a rung.
#[must_use]
pub fn likeliest_force(moment: &Moment<'_>, decision: &Decision, odds: &[f64]) -> Option<usize> {
    let rungs = forceful_rungs(moment.world);
    let by_chance = highest(rungs.clone().map(|rung| (rung, odds[rung])))?;
    if odds[by_chance] > 0.0 {
        return Some(by_chance);
    }
    highest(rungs.map(|rung| (rung, split(moment, decision, rung).iter().sum())))
}

/// The uses of force above the off-ramp.
fn forceful_rungs(world: &World) -> impl Iterator<Item = usize> + Clone {
    let ladder = &world.ladder;
    (ladder.off_ramp + 1..ladder.len).filter(|&rung| ladder.force[rung])
}

/// The first place with the highest value.
fn highest(values: impl Iterator<Item = (usize, f64)>) -> Option<usize> {
    let mut highest: Option<(usize, f64)> = None;
    for (place, value) in values {
        if highest.is_none_or(|(_, most)| value > most) {
            highest = Some((place, value));
        }
    }
    highest.map(|(place, _)| place)
}

/// The answers of a trial under way.
#[derive(Clone, Debug)]
pub(super) struct AnswersUnderWay {
    /// Whether the next decision is an answer.
    coming: bool,
    /// Whether there was an answer already.
    begun: bool,
    /// What they rest on, by side and kind.
    sums: [[AnswerSums; 2]; 2],
}

impl AnswersUnderWay {
    pub(super) fn new(rungs: usize) -> Self {
        let none = AnswerSums::new(rungs);
        let of_side = [none.clone(), none];
        Self {
            coming: false,
            begun: false,
            sums: [of_side.clone(), of_side],
        }
    }

    /// An actor sees an act: its next decision is the answer.
    pub(super) const fn comes(&mut self) {
        self.coming = true;
    }

    /// Takes in a decision.
    pub(super) fn decision(&mut self, decision: &Decision, odds: &[f64], moment: &Moment<'_>) {
        if !std::mem::take(&mut self.coming) {
            return;
        }
        let kind = if std::mem::replace(&mut self.begun, true) {
            AnswerKind::Later
        } else {
            AnswerKind::First
        };
        let sums = &mut self.sums[decision.side][kind as usize];
        if let Some(rung) = likeliest_force(moment, decision, odds) {
            sums.add(decision, odds, moment, rung);
        }
    }

    /// Counts the answers of a side and kind, and forgets them.
    pub(super) fn end(&mut self, side: Side, kind: AnswerKind, counts: &mut AnswerCounts) {
        let sums = &mut self.sums[side][kind as usize];
        if sums.answers > 0 {
            sums.count(counts);
            sums.clear();
        }
    }

    /// The next trial begins.
    pub(super) const fn restart(&mut self) {
        self.coming = false;
        self.begun = false;
    }
}

/// What the answers of a side and kind in one trial rest on, in whole steps.
#[derive(Clone, Debug)]
struct AnswerSums {
    answers: u64,
    likeliest: Vec<u64>,
    forceful: u64,
    parts: PerConsideration<i128>,
    chance_of_force: i128,
    chances: Vec<i128>,
}

impl AnswerSums {
    fn new(rungs: usize) -> Self {
        Self {
            answers: 0,
            likeliest: vec![0; rungs],
            forceful: 0,
            parts: [0; CONSIDERATIONS],
            chance_of_force: 0,
            chances: vec![0; rungs],
        }
    }

    /// Adds an answer whose likeliest use of force is on this rung.
    fn add(&mut self, decision: &Decision, odds: &[f64], moment: &Moment<'_>, rung: usize) {
        let force = &moment.world.ladder.force;
        self.answers += 1;
        self.likeliest[rung] += 1;
        self.forceful += u64::from(force[decision.rung]);
        let parts = split(moment, decision, rung);
        for (sum, part) in self.parts.iter_mut().zip(parts) {
            *sum += in_steps(part);
        }
        let all: f64 = odds.iter().sum();
        for (at, &one) in odds.iter().enumerate() {
            let chance = in_steps(one / all);
            self.chances[at] += chance;
            self.chance_of_force += if force[at] { chance } else { 0 };
        }
    }

    /// Counts the answers of the trial.
    fn count(&self, counts: &mut AnswerCounts) {
        let n = self.answers;
        counts.sizes.add(n);
        add_all(&mut counts.likeliest, &self.likeliest);
        counts.forceful += self.forceful;
        // The whole is the sum of its parts, to the last step.
        counts.log_odds.add(self.parts.iter().sum(), n);
        for (count, &sum) in counts.parts.iter_mut().zip(&self.parts) {
            count.add(sum, n);
        }
        counts.chance_of_force.add(self.chance_of_force, n);
        for (count, &sum) in counts.chances.iter_mut().zip(&self.chances) {
            count.add(sum, n);
        }
    }

    fn clear(&mut self) {
        self.answers = 0;
        self.likeliest.fill(0);
        self.forceful = 0;
        self.parts = [0; CONSIDERATIONS];
        self.chance_of_force = 0;
        self.chances.fill(0);
    }
}
