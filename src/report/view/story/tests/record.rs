//! The numbers that a story may say, read off its record.

use crate::numerals::round_to;
use crate::sim::Outcome;
use crate::study::{Happening, Story, StoryEvent, StoryStudy};

/// What numbers may be.
#[derive(Default)]
pub struct Record {
    /// Shown to so many places.
    values: Vec<f64>,
    /// Shown to two digits.
    factors: Vec<f64>,
}

impl Record {
    fn extend(&mut self, values: impl IntoIterator<Item = f64>) {
        self.values.extend(values);
    }

    /// The numbers of a decision.
    fn decision(&mut self, story: &Story, at: usize) {
        let (point, mind) = (&story.trace.points[at], &story.minds[at]);
        self.extend([point.day, point.provocation, mind.visibility]);
        self.extend([100.0 * point.draw]);
        self.extend([mind.anger, mind.threat, mind.reputation, mind.trust]);
        self.extend([mind.mediation, mind.overstretch, mind.readiness]);
        self.extend([100.0 * mind.belief]);
        let mut upto = 0.0;
        for &chance in &point.chances {
            upto += chance;
            self.extend([100.0 * chance, 100.0 * upto]);
        }
        for rung in 0..point.chances.len() {
            let parts = mind.reasons[point.drawn()].iter().zip(&mind.reasons[rung]);
            let parts: Vec<f64> = parts.map(|(this, other)| this - other).collect();
            let sum: f64 = parts.iter().sum();
            let factors = parts.iter().chain([&sum]).map(|part| part.abs().exp());
            self.factors.extend(factors);
            self.factors.extend(rests(parts));
        }
    }

    /// Deaths, which are rounded where there is full-scale war.
    fn deaths(&mut self, deaths: f64, is_war: bool) {
        if is_war {
            self.factors.push(deaths);
        } else {
            self.values.push(deaths);
        }
    }

    /// The numbers of an event.
    fn event(&mut self, story: &Story, event: &StoryEvent) {
        self.extend([event.day]);
        match event.what {
            Happening::Decides(at) => self.decision(story, at),
            Happening::Acts(deed) => {
                let top = story
                    .trace
                    .points
                    .first()
                    .map_or(0, |point| point.chances.len());
                self.deaths(deed.deaths, deed.rung + 1 == top);
                self.extend([deed.anger, deed.reputation, deed.trust]);
            }
            Happening::Sees(sight) => {
                self.extend([sight.severity, sight.harm, sight.provocation]);
            }
            Happening::Attacks { deaths, .. } => self.deaths(deaths, false),
            Happening::Slips { deaths } => self.deaths(deaths, true),
            _ => {}
        }
    }

    /// The numbers of the events on the day that is shown so.
    pub fn of_day(story: &Story, shown: f64) -> Self {
        let mut record = Self::constants();
        for event in &story.events {
            if (event.day - shown).abs() <= 0.05 + 1e-9 {
                record.event(story, event);
            }
        }
        record
    }

    /// All numbers of these stories, and how the trial was found.
    pub fn of_all(study: &StoryStudy) -> Self {
        let mut record = Self::constants();
        let against = study.against.iter().map(|against| &against.story);
        for story in std::iter::once(&study.story).chain(against) {
            for event in &story.events {
                record.event(story, event);
            }
            let summary = &story.trace.summary;
            record.extend([summary.end_day, summary.later_crises as f64]);
            let is_war = summary.outcome == Outcome::War || summary.later_war;
            record.deaths(summary.deaths, is_war);
        }
        record
    }

    /// How it was found, and how it ends.
    pub fn of_heading(study: &StoryStudy) -> Self {
        let mut record = Self::constants();
        record.extend([
            study.story.trial as f64,
            study.seed as f64,
            study.trials as f64,
        ]);
        for case in [study.met, study.ends, study.wars] {
            let share = case.share.share;
            record.extend([share * study.trials as f64, 100.0 * share, 1000.0 * share]);
        }
        let against = study.against.iter().map(|against| &against.story);
        for story in std::iter::once(&study.story).chain(against) {
            let summary = &story.trace.summary;
            record.extend([summary.end_day, summary.later_crises as f64]);
            let is_war = summary.outcome == Outcome::War || summary.later_war;
            record.deaths(summary.deaths, is_war);
        }
        record
    }

    /// "of 100", "under 1", "under 5", "over 99", "to 1, full-scale war", "from 0".
    fn constants() -> Self {
        Self {
            values: vec![100.0, 1.0, 99.0, 5.0, 0.0],
            factors: Vec::new(),
        }
    }

    pub fn has(&self, written: &str) -> bool {
        let plain = written.replace(',', "");
        let places = plain.split_once('.').map_or(0, |(_, places)| places.len());
        let number: f64 = plain.parse().unwrap();
        let half = 0.5 * 10_f64.powi(-(places as i32)) + 1e-7;
        let is_value = self
            .values
            .iter()
            .any(|value| (value.abs() - number).abs() <= half);
        let is_factor = |factor: f64| {
            if number < 10.0 && places == 1 {
                (factor - number).abs() <= 0.05 + 1e-9
            } else {
                places == 0 && round_to(factor, 2) == number || (number == 1e6 && factor > 1e6)
            }
        };
        is_value || self.factors.iter().any(|&factor| is_factor(factor))
    }
}

/// What is left of these parts without the largest, as many as are named, as factors.
fn rests(mut parts: Vec<f64>) -> Vec<f64> {
    parts.sort_by(|one, other| other.abs().total_cmp(&one.abs()));
    let rests = (0..parts.len()).map(|named| parts[named..].iter().sum::<f64>().abs().exp());
    rests.collect()
}
