//! A row of what is ranked.

use crate::stats::Interval;
use crate::study::RankMethod;

/// Maximum columns of a claim that a number is a step of.
pub(super) const MOST_CLAIM: usize = 56;

/// Something that is ranked.
#[derive(Clone, Debug, PartialEq)]
pub struct RankRow<'s> {
    /// The claim, the theme with how many arguments it has, or the number.
    pub name: String,
    /// Who says it, or what the number belongs to; empty where nobody is named.
    pub who: String,
    /// The same in few words.
    pub voice: String,
    /// Its id.
    pub id: &'s str,
    /// By how much it moves the quantity.
    pub value: f64,
    /// How sure that is.
    pub interval: Interval,
    /// The change in figures.
    pub figure: String,
    /// Its interval in figures, or why there is none; of a number both ways.
    pub range: String,
    /// Whether it is surely not zero.
    pub is_sure: bool,
    /// What a number that is moved either way does.
    pub ways: Option<BothWays>,
}

/// What a number does that is made a fifth less, and a fifth more.
#[derive(Clone, Debug, PartialEq)]
pub struct BothWays {
    /// By how much each moves the quantity, less first.
    pub values: [f64; 2],
    /// What a chart writes beside each: "−20 %: 1.7", "+20 %: 19.8".
    pub labels: [String; 2],
    /// To what level each moves it, in figures.
    pub levels: [String; 2],
}

impl RankRow<'_> {
    /// How far from zero the change may lie; infinite where the trials set no bound.
    #[must_use]
    pub fn reach(&self) -> f64 {
        match self.interval {
            Interval::Excluded => 0.0,
            Interval::Fixed => self.value.abs(),
            Interval::Estimated { .. } => self
                .interval
                .ends()
                .map_or(f64::INFINITY, |(low, high)| low.abs().max(high.abs())),
        }
    }

    /// The changes that a chart shows, with what it writes beside each: what the quantity is with it,
    /// less what it is without it; of a number, what moving it changes.
    #[must_use]
    pub fn bars(&self, method: RankMethod) -> Vec<(f64, &str)> {
        let Some(ways) = &self.ways else {
            let value = match method {
                RankMethod::LeaveOut => -self.value,
                RankMethod::Split | RankMethod::Numbers => self.value,
            };
            return vec![(value, self.size())];
        };
        let labels = ways.labels.iter().map(String::as_str);
        ways.values.into_iter().zip(labels).collect()
    }

    /// The change in figures without its sign, where its place tells which way it goes.
    #[must_use]
    pub fn size(&self) -> &str {
        self.figure.trim_start_matches(['+', '−'])
    }

    /// Whether a fifth less and a fifth more of a number move the quantity the same way.
    #[must_use]
    pub fn goes_one_way(&self) -> bool {
        let ways = self.ways.as_ref();
        ways.is_some_and(|ways| (ways.values[0] > 0.0) == (ways.values[1] > 0.0))
    }

    /// Whether it raises the quantity rather than lowers it, where the change is that without it
    /// or that which it adds.
    #[must_use]
    pub fn raises(&self, method: RankMethod) -> bool {
        match method {
            RankMethod::LeaveOut => self.value < 0.0,
            RankMethod::Split | RankMethod::Numbers => self.value > 0.0,
        }
    }
}
