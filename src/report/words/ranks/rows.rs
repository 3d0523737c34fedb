//! What is ranked, row by row.

use super::change_in_figures;
use crate::error::printable;
use crate::numerals;
use crate::quantities::Quantity;
use crate::report::words::frequencies::histories;
use crate::report::words::inputs::path_in_words;
use crate::report::words::swept::capital;
use crate::stats::Interval;
use crate::study::{
    Difference, Flips, LeftOutEntry, MovedNumber, Player, RankBy, RankStudy, Ranking, SplitEntry,
};

/// Flips are numbers of so many histories.
const THOUSAND: u64 = 1000;

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
    /// The change the other way of a number that is moved either way, where it goes to the other
    /// side of zero.
    pub other: Option<OtherWay>,
}

/// The change of a number that is moved the other way.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherWay {
    /// By how much it moves the quantity.
    pub value: f64,
    /// That in figures.
    pub figure: String,
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

    /// The changes that a chart shows, with their figures.
    pub fn bars(&self) -> impl Iterator<Item = (f64, &str)> {
        let other = self.other.iter();
        std::iter::once((self.value, self.figure.as_str()))
            .chain(other.map(|other| (other.value, other.figure.as_str())))
    }
}

/// What is ranked, the one that matters most first.
#[must_use]
pub fn rank_rows(study: &RankStudy) -> Vec<RankRow<'_>> {
    match &study.ranking {
        Ranking::LeftOut(left_out) => left_out
            .entries
            .iter()
            .map(|entry| of_left_out(entry, study, study.quantity))
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
pub fn opening_rows<'s>(entries: &'s [LeftOutEntry], study: &RankStudy) -> Vec<RankRow<'s>> {
    entries
        .iter()
        .map(|entry| of_left_out(entry, study, Quantity::Opening))
        .collect()
}

/// The row of a player that changes the quantity by so much.
fn of_player(player: &Player, by: RankBy, value: f64, figures: [String; 2]) -> RankRow<'_> {
    let [figure, range] = figures;
    let who = printable(player.who.trim());
    RankRow {
        name: name(player, by),
        voice: voice(&who),
        who,
        id: &player.id,
        value,
        interval: Interval::Fixed,
        figure,
        range,
        is_sure: false,
        other: None,
    }
}

fn of_left_out<'s>(entry: &'s LeftOutEntry, study: &RankStudy, quantity: Quantity) -> RankRow<'s> {
    let Difference {
        value, interval, ..
    } = entry.difference;
    let [figure, range] = change_in_figures(value, interval, quantity);
    let flips = flips_in_words(entry.flips, study.trials);
    RankRow {
        interval,
        is_sure: entry.difference.is_sure(),
        ..of_player(
            &entry.player,
            study.by,
            value,
            [figure, format!("{range}; {flips}")],
        )
    }
}

/// How many histories end calmer and worse: of a thousand, or of all where there are fewer.
fn flips_in_words(flips: Flips, trials: u64) -> String {
    let of = trials.clamp(1, THOUSAND);
    let [calmer, worse] = [flips.calmer, flips.worse].map(|flipped| {
        let part = flipped as f64 / trials.max(1) as f64 * of as f64;
        match numerals::nearest(part) as u64 {
            0 if flipped > 0 => "fewer than 1".to_owned(),
            whole => numerals::count(whole),
        }
    });
    format!("of {} {calmer} end calmer, {worse} worse", histories(of))
}

fn of_split<'s>(entry: &'s SplitEntry, study: &RankStudy) -> RankRow<'s> {
    let SplitEntry {
        value, interval, ..
    } = *entry;
    let figures = change_in_figures(value, interval, study.quantity);
    let ends = interval.ends();
    RankRow {
        interval,
        is_sure: ends.is_some_and(|(low, high)| low > 0.0 || high < 0.0),
        ..of_player(&entry.player, study.by, value, figures)
    }
}

fn of_number<'s>(number: &'s MovedNumber, study: &RankStudy) -> RankRow<'s> {
    let quantity = study.quantity;
    let widest = number.widest();
    let narrower = if std::ptr::eq(widest, &raw const number.less) {
        &number.more
    } else {
        &number.less
    };
    let goes_apart = widest.value * narrower.value < 0.0;
    let claim = printable(number.claim.trim_end_matches('.'));
    let [who, voice] = if claim.is_empty() {
        [String::new(), String::new()]
    } else {
        let who = printable(&number.who);
        [
            format!("a step of “{claim}” ({who})"),
            format!("a step of “{claim}”"),
        ]
    };
    RankRow {
        name: number_name(number, study),
        who,
        voice,
        id: &number.id,
        value: widest.value,
        interval: widest.interval,
        figure: figure(widest, quantity),
        range: format!(
            "a fifth less {}, a fifth more {}",
            figure(&number.less, quantity),
            figure(&number.more, quantity)
        ),
        is_sure: number.is_sure(),
        other: goes_apart.then(|| OtherWay {
            value: narrower.value,
            figure: figure(narrower, quantity),
        }),
    }
}

/// A change in figures.
fn figure(difference: &Difference, quantity: Quantity) -> String {
    let [figure, _] = change_in_figures(difference.value, difference.interval, quantity);
    figure
}

/// A number in words, with its value.
fn number_name(number: &MovedNumber, study: &RankStudy) -> String {
    let words = path_in_words(&number.path, &study.subject.names);
    let value = numerals::number(number.value);
    capital(&printable(&format!("{words}: {value}")))
}

/// The claim of an argument; a theme with how many arguments it has.
fn name(player: &Player, by: RankBy) -> String {
    match by {
        RankBy::Argument => printable(player.claim.trim()),
        RankBy::Theme => {
            let plural = if player.arguments == 1 { "" } else { "s" };
            let words = format!("{} ({} argument{plural})", player.id, player.arguments);
            capital(&printable(&words))
        }
    }
}

/// Who says something, in few words: the first who is named, and whether there are others.
fn voice(who: &str) -> String {
    match who.split_once(';') {
        Some((first, _)) => format!("{} and others", first.trim()),
        None => who.to_owned(),
    }
}
