//! A ranking.

use super::compare::difference;
use super::subject;
use super::values::{Checked, ensure, known, mean, number, text, trials, within, within_place};
use crate::study::{
    Flips, LeftOut, LeftOutEntry, MovedNumber, OpeningRank, Player, RankStudy, Ranking, Split,
    SplitEntry,
};

/// Maximum number of arguments, or of judged numbers: so many a scenario may have.
const MOST_ENTRIES: usize = 20_000;
/// What arithmetic may add to a sum of values.
const ROUNDING: f64 = 1e-6;

/// Checks a ranking.
pub fn check(study: &RankStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    trials(study.trials)?;
    let is_share = study.quantity.is_share();
    within("`base`", mean(&study.base, is_share))?;
    match &study.ranking {
        Ranking::LeftOut(ranking) => left_out(ranking, study),
        Ranking::Split(ranking) => split(ranking, study),
        Ranking::Numbers(numbers) => moved(numbers, study),
    }
}

/// Whether a list has an entry, and no more than can be.
fn sized(length: usize) -> Checked {
    ensure(
        (1..=MOST_ENTRIES).contains(&length),
        "nothing is ranked, or too much",
    )
}

fn player(player: &Player) -> Checked {
    text(&player.id)?;
    text(&player.claim)?;
    text(&player.who)?;
    let arguments = 1..=MOST_ENTRIES as u64;
    ensure(
        !player.id.is_empty() && arguments.contains(&player.arguments),
        "what is ranked has no name, or no argument",
    )
}

fn left_out(ranking: &LeftOut, study: &RankStudy) -> Checked {
    sized(ranking.entries.len() + ranking.idle.len())?;
    let is_share = study.quantity.is_share();
    for (at, one) in ranking.entries.iter().enumerate() {
        within_place("entry", at, entry(one, study.trials, is_share))?;
    }
    ranking.idle.iter().try_for_each(player)?;
    match &ranking.opening {
        Some(opening) => within("`opening`", of_opening(opening, study.trials)),
        None => Ok(()),
    }
}

fn of_opening(opening: &OpeningRank, trials: u64) -> Checked {
    mean(&opening.base, true)?;
    sized(opening.entries.len())?;
    for (at, one) in opening.entries.iter().enumerate() {
        within_place("entry", at, entry(one, trials, true))?;
    }
    Ok(())
}

fn entry(entry: &LeftOutEntry, trials: u64, is_share: bool) -> Checked {
    player(&entry.player)?;
    mean(&entry.without, is_share)?;
    difference(&entry.difference, trials)?;
    flips(entry.flips, trials)
}

fn flips(flips: Flips, trials: u64) -> Checked {
    let ways = flips.calmer.saturating_add(flips.worse);
    ensure(
        ways <= flips.changed && flips.changed <= trials,
        "more histories end calmer or worse than end differently",
    )
}

fn split(ranking: &Split, study: &RankStudy) -> Checked {
    sized(ranking.entries.len())?;
    within("`none`", mean(&ranking.none, study.quantity.is_share()))?;
    ensure(
        ranking
            .orders
            .is_none_or(|orders| orders > 0 && orders <= study.trials),
        "there is no such number of orders",
    )?;
    for (at, one) in ranking.entries.iter().enumerate() {
        within_place("entry", at, part(one))?;
    }
    let sum: f64 = ranking.entries.iter().map(|entry| entry.value).sum();
    let whole = study.base.mean - ranking.none.mean;
    ensure(
        (sum - whole).abs() <= ROUNDING * whole.abs().max(1.0),
        "the parts do not add up to the whole",
    )
}

fn part(entry: &SplitEntry) -> Checked {
    player(&entry.player)?;
    ensure(!entry.interval.is_excluded(), "what it adds is excluded")?;
    known(entry.value, entry.interval)
}

fn moved(numbers: &[MovedNumber], study: &RankStudy) -> Checked {
    sized(numbers.len())?;
    for (at, one) in numbers.iter().enumerate() {
        within_place("number", at, moved_number(one, study.trials))?;
    }
    Ok(())
}

fn moved_number(one: &MovedNumber, trials: u64) -> Checked {
    for words in [&one.id, &one.path, &one.meaning, &one.claim, &one.who] {
        text(words)?;
    }
    number(one.value)?;
    difference(&one.less, trials)?;
    difference(&one.more, trials)
}
