//! Histories of a day in three parts that add up: in no crisis, in full-scale war, and all others.

use super::has_later_crises;
use crate::report::words::counted::Counted;
use crate::sim::Outcome;
use crate::study::{Calm, Findings};

/// The parts, as whole numbers of one base.
pub struct Parts {
    /// Of how many histories.
    pub base: u64,
    /// How many are neither over nor end in full-scale war.
    pub open: u64,
    /// Whether the inputs allow full-scale war.
    pub can_be_war: bool,
    counted: Counted,
    over: u64,
    over_share: f64,
    idle: u64,
    idle_share: f64,
    war: u64,
    war_share: f64,
}

impl Parts {
    /// The parts on a day. Wars are those of all days, but where later crises may begin: there they
    /// are those of the day, since a history may be in no crisis then and in a war later.
    pub fn new(findings: &Findings, day: usize) -> Self {
        let calm = Calm::new(findings);
        let counted = Counted::new(findings);
        let trials = findings.trials.max(1) as f64;
        let outcome = findings.outcome(Outcome::War);
        let has_later = has_later_crises(findings);
        let wars = if has_later {
            calm.at_war(day)
        } else {
            calm.wars()
        };
        let war_share = wars as f64 / trials;
        let war = if has_later {
            counted.part(war_share)
        } else {
            counted.outcome(Outcome::War)
        };
        let idle_share = findings.trials.saturating_sub(calm.of()) as f64 / trials;
        let idle = counted.part(idle_share);
        let left = counted.base.saturating_sub(war + idle);
        let over_share = calm.over(day) as f64 / trials;
        let over = counted.part(over_share).min(left);
        let is_open = calm.of() > calm.over(day) + wars;
        Self {
            base: counted.base,
            open: if is_open { left - over } else { 0 },
            can_be_war: outcome.excluded.is_none() || wars > 0,
            counted,
            over,
            over_share,
            idle,
            idle_share,
            war,
            war_share,
        }
    }

    /// How many crises are over.
    pub fn over(&self) -> String {
        self.counted.figure(self.over, self.over_share)
    }

    /// How many histories are in no crisis, those included that never were in one.
    pub fn in_no_crisis(&self) -> String {
        let share = self.over_share + self.idle_share;
        self.counted.figure(self.over + self.idle, share)
    }

    /// How many are in full-scale war.
    pub fn war(&self) -> String {
        if self.is_without_war() {
            return "none".to_owned();
        }
        self.counted.figure(self.war, self.war_share)
    }

    /// Whether none is.
    pub fn is_without_war(&self) -> bool {
        self.war_share <= 0.0
    }

    /// Whether all are.
    pub fn is_all_war(&self) -> bool {
        self.war_share >= 1.0
    }
}

/// The verb after a number of histories.
pub fn are(number: &str) -> &'static str {
    match number {
        "1" | "none" | "fewer than 1" => "is",
        _ => "are",
    }
}
