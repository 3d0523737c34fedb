//! What is ranked, row by row.

use super::{change_in_figures, factor};
use crate::error::{capitalised, printable};
use crate::numerals;
use crate::quantities::Quantity;
use crate::report::cut::begun;
use crate::report::words::frequencies::histories;
use crate::report::words::inputs::path_in_words;
use crate::scenario::JudgedKind;
use crate::stats::Interval;
use crate::study::{
    Difference, Flips, LeftOutEntry, MovedNumber, Player, RankBy, RankMethod, RankStudy, Ranking,
    SplitEntry,
};

/// Flips are numbers of so many histories.
const THOUSAND: u64 = 1000;
/// Maximum columns of a claim that a number is a step of.
const MOST_CLAIM: usize = 56;

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
    /// What a chart writes beside each: "less −5.9", "more +12.1".
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

    /// The changes that a chart shows, with what it writes beside each.
    #[must_use]
    pub fn bars(&self) -> Vec<(f64, &str)> {
        let Some(ways) = &self.ways else {
            return vec![(self.value, self.figure.as_str())];
        };
        let labels = ways.labels.iter().map(String::as_str);
        ways.values.into_iter().zip(labels).collect()
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
        ways: None,
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
    let [less, more] = [&number.less, &number.more].map(|way| figure(way, quantity));
    let claim = printable(number.claim.trim_end_matches('.'));
    let [who, voice] = if claim.is_empty() {
        let kind = kind_in_words(number.kind).to_owned();
        [kind.clone(), kind]
    } else {
        let who = printable(&number.who);
        [
            format!("a step of “{claim}” ({who})"),
            format!("a step of “{}”", begun(&claim, MOST_CLAIM)),
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
        range: format!("a fifth less {less}, a fifth more {more}"),
        is_sure: number.is_sure(),
        ways: Some(BothWays {
            values: [number.less.value, number.more.value],
            levels: levels(number, study),
            labels: [format!("less {less}"), format!("more {more}")],
        }),
    }
}

/// What a number is that is no step of an argument.
const fn kind_in_words(kind: JudgedKind) -> &'static str {
    match kind {
        JudgedKind::Step => "a step of an argument",
        JudgedKind::Fact => "a fact as the scenario sets it",
        JudgedKind::Default => "a default of the model",
        JudgedKind::Range => "a range that the scenario gives",
    }
}

/// To what a fifth less and a fifth more of a number move the quantity, in figures that are as fine
/// as its change.
fn levels(number: &MovedNumber, study: &RankStudy) -> [String; 2] {
    let widest = figure(number.widest(), study.quantity);
    let places = widest
        .split_once('.')
        .map_or(0, |(_, places)| places.chars().count());
    let factor = factor(study.quantity);
    [&number.less, &number.more].map(|way| {
        let level = (study.base.mean + way.value) * factor;
        numerals::fixed(level, places)
    })
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
    capitalised(&printable(&format!("{words}: {value}")))
}

/// The claim of an argument; a theme with how many arguments it has.
fn name(player: &Player, by: RankBy) -> String {
    match by {
        RankBy::Argument => printable(player.claim.trim()),
        RankBy::Theme => {
            let plural = if player.arguments == 1 { "" } else { "s" };
            let words = format!("{} ({} argument{plural})", player.id, player.arguments);
            capitalised(&printable(&words))
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
