//! What is ranked, row by row.

use super::change_in_figures;
use crate::error::printable;
use crate::numerals;
use crate::quantities::Quantity;
use crate::report::words::inputs::path_in_words;
use crate::stats::Interval;
use crate::study::{
    Difference, LeftOutEntry, MovedNumber, Player, RankBy, RankStudy, Ranking, SplitEntry,
};

/// Something that is ranked.
#[derive(Clone, Debug, PartialEq)]
pub struct RankRow<'s> {
    /// The claim, the theme with how many arguments it has, or the number.
    pub name: String,
    /// Who says it, or what the number belongs to; empty where nobody is named.
    pub who: String,
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
}

/// What is ranked, the one that matters most first.
#[must_use]
pub fn rank_rows(study: &RankStudy) -> Vec<RankRow<'_>> {
    match &study.ranking {
        Ranking::LeftOut(left_out) => left_out
            .entries
            .iter()
            .map(|entry| of_left_out(entry, study))
            .collect(),
        Ranking::Split(split) => split
            .entries
            .iter()
            .map(|entry| of_split(entry, study))
            .collect(),
        Ranking::Numbers(numbers) => numbers
            .iter()
            .map(|number| of_number(number, study))
            .collect(),
    }
}

/// The rows of what explains an opening that is given.
#[must_use]
pub fn opening_rows<'s>(entries: &'s [LeftOutEntry], study: &'s RankStudy) -> Vec<RankRow<'s>> {
    let of_opening = |entry| row_of(entry, study.by, Quantity::Opening);
    entries.iter().map(of_opening).collect()
}

fn of_left_out<'s>(entry: &'s LeftOutEntry, study: &RankStudy) -> RankRow<'s> {
    row_of(entry, study.by, study.quantity)
}

fn row_of(
    entry: &LeftOutEntry,
    by: RankBy,
    quantity: Quantity,
) -> RankRow<'_> {
    let Difference {
        value, interval, ..
    } = entry.difference;
    let [figure, range] = change_in_figures(value, interval, quantity);
    RankRow {
        name: name(&entry.player, by),
        who: printable(&entry.player.who),
        id: &entry.player.id,
        value,
        interval,
        figure,
        range,
        is_sure: entry.difference.is_sure(),
    }
}

fn of_split<'s>(entry: &'s SplitEntry, study: &RankStudy) -> RankRow<'s> {
    let [figure, range] = change_in_figures(entry.value, entry.interval, study.quantity);
    let ends = entry.interval.ends();
    let is_sure = match entry.interval {
        Interval::Fixed => entry.value != 0.0,
        _ => ends.is_some_and(|(low, high)| low > 0.0 || high < 0.0),
    };
    RankRow {
        name: name(&entry.player, study.by),
        who: printable(&entry.player.who),
        id: &entry.player.id,
        value: entry.value,
        interval: entry.interval,
        figure,
        range,
        is_sure,
    }
}

fn of_number<'s>(number: &'s MovedNumber, study: &RankStudy) -> RankRow<'s> {
    let widest = number.widest();
    let [figure, _] = change_in_figures(widest.value, widest.interval, study.quantity);
    let [less, _] = change_in_figures(number.less.value, number.less.interval, study.quantity);
    let [more, _] = change_in_figures(number.more.value, number.more.interval, study.quantity);
    let who = if number.claim.is_empty() {
        String::new()
    } else {
        printable(&format!("in “{}” ({})", number.claim.trim_end_matches('.'), number.who))
    };
    RankRow {
        name: number_name(number, study),
        who,
        id: &number.id,
        value: widest.value,
        interval: widest.interval,
        figure,
        range: format!("a fifth less {less}, a fifth more {more}"),
        is_sure: number.is_sure(),
    }
}

/// A number in words, with its value.
fn number_name(number: &MovedNumber, study: &RankStudy) -> String {
    let words = path_in_words(&number.path, &study.subject.names);
    printable(&format!("{words}: {}", numerals::number(number.value)))
}

/// The claim of an argument; a theme with how many arguments it has.
fn name(player: &Player, by: RankBy) -> String {
    match by {
        RankBy::Argument => printable(player.claim.trim()),
        RankBy::Theme => {
            let plural = if player.arguments == 1 { "" } else { "s" };
            printable(&format!(
                "{} ({} argument{plural})",
                player.id, player.arguments
            ))
        }
    }
}
