//! The uncertain values of trials: of all, and of those that agree with the record.

use crate::model::{Distribution, Model, Uncertain};

/// How many parts the range of a value is cut into.
const PARTS: u64 = 1000;
/// Steps from one end of the range to the other, in which values are added up.
const STEPS: f64 = 4_294_967_296.0;
/// A normal distribution reaches so many standard deviations to either side.
const REACH: f64 = 6.0;

/// The values of an uncertain parameter in many trials.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueCounts {
    /// The least value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
    /// The only values that it may have, from the least; empty where it may have any in between.
    pub only: Vec<f64>,
    /// In all trials.
    pub all: PlacedCounts,
    /// In those that agree with the record.
    pub agreeing: PlacedCounts,
}

/// Values counted by their place between the ends of their range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlacedCounts {
    /// How many there are.
    pub n: u64,
    sum: u128,
    squares: u128,
    /// How many lie in each part of the range, or have each of the only values.
    pub parts: Vec<u64>,
}

impl PlacedCounts {
    fn add(&mut self, place: u64, part: usize) {
        self.n += 1;
        self.sum += u128::from(place);
        self.squares += u128::from(place) * u128::from(place);
        if let Some(count) = self.parts.get_mut(part) {
            *count += 1;
        }
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
        super::super::add_all(&mut self.parts, &other.parts);
    }

    /// The part with the value of a rank, counted from 1 at the least.
    #[must_use]
    pub fn part_of(&self, rank: u64) -> usize {
        let mut upto = 0;
        for (part, count) in self.parts.iter().enumerate() {
            upto += count;
            if upto >= rank {
                return part;
            }
        }
        self.parts.len().saturating_sub(1)
    }

    /// The mean place of at least one value, and its standard deviation; 0 is the least value and 1
    /// the greatest.
    #[must_use]
    pub fn moments(&self) -> (f64, f64) {
        let n = self.n.max(1) as f64;
        let mean = self.sum as f64 / n / STEPS;
        let square = self.squares as f64 / n / (STEPS * STEPS);
        let about = (square - mean * mean).max(0.0);
        (mean, (about * n / (n - 1.0).max(1.0)).sqrt())
    }
}

impl ValueCounts {
    /// Empty counts for every uncertain value of a model.
    #[must_use]
    pub fn of(model: &Model) -> Vec<Self> {
        model.uncertain_values.iter().map(Self::new).collect()
    }

    fn new(uncertain: &Uncertain) -> Self {
        let mut low = f64::NEG_INFINITY;
        let mut high = f64::INFINITY;
        if let Some(parameter) = uncertain.slot.parameter() {
            (low, high) = uncertain.ends(parameter);
        }
        let mut only = Vec::new();
        match &uncertain.distribution {
            Distribution::Normal(mean, sd) => {
                low = low.max(mean - REACH * sd);
                high = high.min(mean + REACH * sd);
            }
            Distribution::Choice(values) => {
                only.clone_from(values);
                only.sort_by(f64::total_cmp);
                only.dedup();
            }
            Distribution::Uniform(..) | Distribution::Triangular(..) | Distribution::Pert(..) => {}
        }
        let parts = if only.is_empty() {
            PARTS as usize
        } else {
            only.len()
        };
        let none = PlacedCounts {
            parts: vec![0; parts],
            ..PlacedCounts::default()
        };
        Self {
            low,
            high,
            only,
            all: none.clone(),
            agreeing: none,
        }
    }

    /// Counts the value of a trial.
    pub(super) fn add(&mut self, value: f64, agrees: bool) {
        let place = self.place(value);
        let part = self.part(value, place);
        self.all.add(place, part);
        if agrees {
            self.agreeing.add(place, part);
        }
    }

    /// Where a value stands, in steps from the least.
    fn place(&self, value: f64) -> u64 {
        let width = self.high - self.low;
        if width > 0.0 {
            (((value - self.low) / width).clamp(0.0, 1.0) * STEPS + 0.5) as u64
        } else {
            0
        }
    }

    fn part(&self, value: f64, place: u64) -> usize {
        if self.only.is_empty() {
            return ((place * PARTS) >> 32).min(PARTS - 1) as usize;
        }
        let below = self.only.partition_point(|&one| one < value);
        below.min(self.only.len() - 1)
    }

    /// The value that stands for a part: its middle, or the only value there.
    #[must_use]
    pub fn middle(&self, part: usize) -> f64 {
        self.only.get(part).copied().unwrap_or_else(|| {
            self.low + (self.high - self.low) * (part as f64 + 0.5) / PARTS as f64
        })
    }

    /// Adds what another counted of the same value.
    pub(super) fn merge(&mut self, other: &Self) {
        self.all.merge(&other.all);
        self.agreeing.merge(&other.agreeing);
    }
}
