//! A ranking as a document. Its keys are stable.

use serde::Serialize;

use crate::report::view::estimates::Average;
use crate::report::view::origin::StudyHeading;
use crate::scenario::JudgedKind;
use crate::stats::Interval;
use crate::study::{
    Difference, Flips, LeftOutEntry, MovedNumber, Player, RankStudy, Ranking, SplitEntry,
};

/// A ranking, as programs read it.
#[derive(Serialize)]
pub struct RankDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    outcome: &'static str,
    method: &'static str,
    by: &'static str,
    as_it_is: Average,
    #[serde(flatten)]
    ranking: RankingEntry<'s>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum RankingEntry<'s> {
    LeftOut {
        left_out: Vec<WithoutEntry<'s>>,
        /// Those without which no history differs.
        idle: &'s [Player],
        opening: Option<OpeningEntry<'s>>,
    },
    Split {
        none: Average,
        /// How many orders were drawn; null where all subsets were worked out.
        orders: Option<u64>,
        split: Vec<PartEntry<'s>>,
    },
    Numbers {
        numbers: Vec<NumberEntry<'s>>,
    },
}

#[derive(Serialize)]
struct WithoutEntry<'s> {
    #[serde(flatten)]
    player: &'s Player,
    without: Average,
    change: Change,
    histories: Flips,
}

#[derive(Serialize)]
struct OpeningEntry<'s> {
    outcome: &'static str,
    as_it_is: Average,
    left_out: Vec<WithoutEntry<'s>>,
}

#[derive(Serialize)]
struct PartEntry<'s> {
    #[serde(flatten)]
    player: &'s Player,
    adds: Change,
}

#[derive(Serialize)]
struct NumberEntry<'s> {
    id: &'s str,
    path: &'s str,
    meaning: &'s str,
    claim: &'s str,
    who: &'s str,
    kind: JudgedKind,
    value: f64,
    less: Change,
    more: Change,
}

/// A change with its interval.
#[derive(Serialize)]
struct Change {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The document of a ranking.
#[must_use]
pub fn document(study: &RankStudy) -> RankDocument<'_> {
    RankDocument {
        heading: StudyHeading::new(&study.subject, study.seed, study.trials, true),
        outcome: study.quantity.name(),
        method: study.ranking.method().name(),
        by: study.by.name(),
        as_it_is: study.base.into(),
        ranking: ranking(&study.ranking),
    }
}

fn ranking(ranking: &Ranking) -> RankingEntry<'_> {
    match ranking {
        Ranking::LeftOut(left_out) => RankingEntry::LeftOut {
            left_out: left_out.entries.iter().map(WithoutEntry::from).collect(),
            idle: &left_out.idle,
            opening: left_out.opening.as_ref().map(|opening| OpeningEntry {
                outcome: crate::quantities::Quantity::Opening.name(),
                as_it_is: opening.base.into(),
                left_out: opening.entries.iter().map(WithoutEntry::from).collect(),
            }),
        },
        Ranking::Split(split) => RankingEntry::Split {
            none: split.none.into(),
            orders: split.orders,
            split: split.entries.iter().map(PartEntry::from).collect(),
        },
        Ranking::Numbers(numbers) => RankingEntry::Numbers {
            numbers: numbers.iter().map(NumberEntry::from).collect(),
        },
    }
}

impl<'s> From<&'s LeftOutEntry> for WithoutEntry<'s> {
    fn from(entry: &'s LeftOutEntry) -> Self {
        Self {
            player: &entry.player,
            without: entry.without.into(),
            change: (&entry.difference).into(),
            histories: entry.flips,
        }
    }
}

impl<'s> From<&'s SplitEntry> for PartEntry<'s> {
    fn from(entry: &'s SplitEntry) -> Self {
        Self {
            player: &entry.player,
            adds: Change::new(entry.value, entry.interval),
        }
    }
}

impl<'s> From<&'s MovedNumber> for NumberEntry<'s> {
    fn from(number: &'s MovedNumber) -> Self {
        Self {
            id: &number.id,
            path: &number.path,
            meaning: &number.meaning,
            claim: &number.claim,
            who: &number.who,
            kind: number.kind,
            value: number.value,
            less: (&number.less).into(),
            more: (&number.more).into(),
        }
    }
}

impl From<&Difference> for Change {
    fn from(difference: &Difference) -> Self {
        Self::new(difference.value, difference.interval)
    }
}

impl Change {
    fn new(value: f64, interval: Interval) -> Self {
        let [value, low, high] = interval.figures(value);
        Self {
            value,
            low,
            high,
            reason: interval.reason(),
        }
    }
}
