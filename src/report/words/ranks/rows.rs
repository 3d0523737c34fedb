//! What is ranked, row by row.

use super::change_in_figures;
use super::moved::of_number;
use super::row::{MOST_CLAIM, RankRow};
use crate::error::{capitalised, printable};
use crate::numerals;
use crate::quantities::Quantity;
use crate::report::cut::begun;
use crate::report::words::frequencies::histories;

use crate::stats::Interval;
use crate::study::{
    Difference, Flips, LeftOutEntry, Player, RankBy, RankStudy, Ranking, SplitEntry,
};

/// Flips are numbers of so many histories.
const THOUSAND: u64 = 1000;

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
    let [who, voice] = said_by(player, by);
    RankRow {
        name: name(player, by),
        voice,
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

/// Who says something, in full and in few words; of a theme, one of its claims.
fn said_by(player: &Player, by: RankBy) -> [String; 2] {
    let claim = printable(player.claim.trim().trim_end_matches('.'));
    match by {
        RankBy::Argument => {
            let who = printable(player.who.trim());
            let voice = voice(&who);
            [who, voice]
        }
        RankBy::Theme if claim.is_empty() => [String::new(), String::new()],
        RankBy::Theme => [
            format!("such as “{claim}”"),
            format!("such as “{}”", begun(&claim, MOST_CLAIM)),
        ],
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
