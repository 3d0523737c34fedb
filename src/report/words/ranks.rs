//! Which argument carries how much, in sentences and figures.

mod chosen;
mod doing;
mod heads;
mod moved;
mod numbers;
mod opening;
mod row;
mod rows;
mod splits;
#[cfg(test)]
mod tests;
mod ties;
mod verdicts;

use super::figures::{places_apart, rounded_up};
use super::swept::{SentenceSubject, ValueScale};
use crate::numerals::{fixed, signed};
use crate::quantities::Quantity;
use crate::stats::{Interval, Lack};
use crate::study::{RankBy, RankMethod, RankStudy, Ranking};

pub use chosen::chosen_rows;
pub use heads::RankHeads;
pub use row::RankRow;
pub use rows::{opening_rows, rank_rows};

/// Shares are numbers of so many histories.
const HUNDRED: f64 = 100.0;
/// Places of a bound: more where it would read zero.
const MOST_PLACES: usize = 6;

/// A ranking in words.
pub struct RankWords<'s> {
    study: &'s RankStudy,
    /// The quantity as the subject of a sentence.
    subject: SentenceSubject,
    /// In what the levels of the quantity are counted.
    scale: ValueScale,
    /// What is ranked, the one that matters most first.
    rows: Vec<RankRow<'s>>,
}

impl<'s> RankWords<'s> {
    /// The words of a ranking.
    #[must_use]
    pub fn new(study: &'s RankStudy) -> Self {
        let rows = rank_rows(study);
        let other = match &study.ranking {
            Ranking::LeftOut(left_out) => left_out.entries.first().map(|it| it.without.mean),
            Ranking::Split(split) => Some(split.none.mean),
            Ranking::Numbers(numbers) => numbers
                .first()
                .map(|number| study.base.mean + number.widest().value),
        };
        let levels: Vec<f64> = [study.base.mean].into_iter().chain(other).collect();
        let differ = rows.first().is_some_and(|row| row.is_sure);
        Self {
            study,
            subject: SentenceSubject::of(study.quantity),
            scale: ValueScale::told(study.quantity, study.trials, &levels, differ),
            rows,
        }
    }

    /// What is ranked, the one that matters most first.
    #[must_use]
    pub fn rows(&self) -> &[RankRow<'s>] {
        &self.rows
    }

    /// What they are the words of.
    #[must_use]
    pub const fn study(&self) -> &'s RankStudy {
        self.study
    }

    /// All that is ranked in words, for those who cannot see a chart.
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut parts: Vec<String> = vec![self.verdict()];
        let rows = self.rows.iter().filter(|row| row.is_sure);
        parts.extend(rows.map(|row| {
            let name = row.name.trim_end_matches('.');
            format!("{name}: {} ({}).", self.by(&row.figure), row.range)
        }));
        let [_, unsure] = self.sure_and_unsure();
        parts.extend(self.rest(&[], &unsure).map(|words| format!("{words}.")));
        parts.extend(self.none_and_all().map(|words| format!("{words}.")));
        parts.extend(self.opening());
        parts.join(" ")
    }

    /// "argument", "theme" or "number".
    #[must_use]
    pub const fn one(&self) -> &'static str {
        match (self.study.ranking.method(), self.study.by) {
            (RankMethod::Numbers, _) => "number",
            (_, RankBy::Argument) => "argument",
            (_, RankBy::Theme) => "theme",
        }
    }

    /// So many of what is ranked: "1 argument", "12 themes".
    #[must_use]
    pub fn so_many(&self, count: usize) -> String {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {}{plural}", self.one())
    }

    /// What figures of changes are of: "of 100 histories", "days"; empty where there is no unit.
    #[must_use]
    pub fn unit(&self) -> String {
        if self.study.quantity.is_share() {
            "of 100 histories".to_owned()
        } else {
            self.subject.unit.trim().to_owned()
        }
    }

    /// A change by a number with its unit: "0.3 of 100 histories".
    fn by(&self, figure: &str) -> String {
        format!("{figure} {}", self.unit()).trim_end().to_owned()
    }

    /// The rows that are surely not zero, and the others.
    #[must_use]
    pub fn sure_and_unsure(&self) -> [Vec<RankRow<'s>>; 2] {
        let (sure, unsure) = self.rows.iter().cloned().partition(|row| row.is_sure);
        [sure, unsure]
    }

    /// What rows that have no room move the quantity by, with those that cannot be told apart from zero: "41
    /// more, each by 2.3 of 100 histories at most". None where there are neither.
    #[must_use]
    pub fn rest(&self, hidden: &[RankRow<'_>], unsure: &[RankRow<'_>]) -> Option<String> {
        match (hidden, unsure) {
            ([], []) => None,
            ([], unsure) => Some(self.folded(unsure)),
            ([one], []) => Some(format!(
                "1 more, by {}",
                self.by(&self.largest(std::slice::from_ref(one)))
            )),
            (hidden, unsure) => {
                let most = self.by(&self.largest(hidden));
                let all = hidden.len() + unsure.len();
                Some(format!("{all} more, each by {most} at most"))
            }
        }
    }

    /// What rows that cannot be told apart from zero move the quantity by at most: "17 more move it by less
    /// than 0.3 of 100 histories".
    fn folded(&self, rows: &[RankRow<'_>]) -> String {
        let verbs = match self.study.ranking {
            Ranking::Split(_) => ["adds or takes", "add or take"],
            Ranking::LeftOut(_) | Ranking::Numbers(_) => ["moves it by", "move it by"],
        };
        let verb = verbs[usize::from(rows.len() > 1)];
        let who = if rows.len() == self.rows.len() {
            self.so_many(rows.len())
        } else {
            format!("{} more", rows.len())
        };
        self.bound(rows).map_or_else(
            || format!("{who} {verb} no more than these histories can show"),
            |bound| format!("{who} {verb} less than {}", self.by(&bound)),
        )
    }

    /// How far from zero these may lie, in figures; none where the trials set no bound.
    fn bound(&self, rows: &[RankRow<'_>]) -> Option<String> {
        let bound = rows.iter().map(RankRow::reach).fold(0.0, f64::max);
        bound
            .is_finite()
            .then(|| upper(bound * factor(self.study.quantity)))
    }

    /// The largest size of these, in figures.
    fn largest(&self, rows: &[RankRow<'_>]) -> String {
        let most = rows.iter().map(|row| row.value.abs()).fold(0.0, f64::max);
        let most = most * factor(self.study.quantity);
        fixed(most, if most < 0.05 { 2 } else { 1 })
    }
}

/// What changes of a quantity are multiplied by: shares are numbers of a hundred histories.
const fn factor(quantity: Quantity) -> f64 {
    if quantity.is_share() { HUNDRED } else { 1.0 }
}

/// A change in figures, "+6.3", and its interval, "+6.1 to +6.5", or why there is none.
#[must_use]
pub fn change_in_figures(value: f64, interval: Interval, quantity: Quantity) -> [String; 2] {
    let factor = factor(quantity);
    let places = places_apart(interval, factor, 1);
    // One place is enough but for what would read zero.
    let own = if (value * factor).abs() < 0.05 {
        places
    } else {
        1
    };
    let own = if quantity.is_share() { own } else { places };
    let figure = signed(value * factor, own);
    let range = match interval {
        Interval::Excluded => "cannot occur".to_owned(),
        Interval::Fixed => "exact".to_owned(),
        Interval::Estimated { .. } => interval.ends().map_or_else(
            || interval.lack().map_or("", Lack::words).to_owned(),
            |(low, high)| {
                let [low, high] = [low, high].map(|end| signed(end * factor, places));
                format!("{low} to {high}")
            },
        ),
    };
    [figure, range]
}

/// A bound in figures, rounded up; never zero where it is more.
fn upper(bound: f64) -> String {
    let places = (1..MOST_PLACES)
        .find(|&places| rounded_up(bound, places) < 1.5 * bound || bound <= 0.0)
        .unwrap_or(MOST_PLACES);
    fixed(rounded_up(bound, places), places)
}

/// Whether more of a quantity is calmer.
#[must_use]
pub const fn is_calmer_when_more(quantity: Quantity) -> bool {
    matches!(
        quantity,
        Quantity::NoForce | Quantity::OneSided | Quantity::Trust | Quantity::EndedWithMediator
    )
}
