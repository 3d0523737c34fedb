//! A ranking in words and a table.

use super::numbers::all_numbers;
use super::rows::{add_whole, all_rows, table};
use super::screen::short;
use crate::error::{printable, wrapped};
use crate::quantities::Quantity;
use crate::report::layout::WIDTH;
use crate::report::prose::{Detail, Prose};
use crate::report::words::{
    INTERVALS, PURPOSE, RankWords, change_in_figures, hindsight, histories, opening_rows, title,
    wide,
};
use crate::study::{OpeningRank, RankMethod, RankStudy, Ranking};

/// How many lines a screen has, and how many of them stand below this prose: what to try next, and
/// where the files lie.
const SCREEN: usize = 24;
const BELOW: usize = 6;
/// Lines of every screen: the line of the others, two gaps.
const FIXED: usize = 3;
/// The rows have at least so many lines with their heads.
const LEAST: usize = 5;

/// The prose of a ranking.
#[must_use]
pub fn prose(study: &RankStudy, detail: Detail) -> Prose {
    let words = RankWords::new(study);
    let mut above = vec![printable(&title(&study.subject)), how(study)];
    above.extend(wide(study.trials).map(|wide| format!("{wide}.")));
    let verdict = words.verdict();
    let themes = words.theme_in_words().map(str::to_owned);
    let mut below: Vec<String> = [idle(study, &words), words.opening(), themes]
        .into_iter()
        .flatten()
        .collect();
    if detail == Detail::Short {
        below.push(hindsight(&study.subject.hindsight));
    }
    let others = above.iter().chain([&verdict]).chain(&below);
    let taken: usize = others.map(|words| wrapped(words, WIDTH).len()).sum();
    let mut prose = Prose::default();
    for words in above {
        prose.paragraph(words);
    }
    prose.gap();
    prose.paragraph(verdict);
    prose.gap();
    match detail {
        Detail::Short => {
            let left = SCREEN.saturating_sub(BELOW + FIXED + taken);
            short(&mut prose, &words, left.max(LEAST));
        }
        Detail::Full => full(&mut prose, &words),
    }
    for words in below {
        prose.paragraph(words);
    }
    if detail == Detail::Full {
        opening_and_idle(&mut prose, study);
        prose.gap();
        prose.paragraph(method(study));
        prose.hindsight(&study.subject.hindsight);
    }
    prose
}

/// What it is, and how it was run.
fn how(study: &RankStudy) -> String {
    let histories = histories(study.trials);
    let seed = study.seed;
    match &study.ranking {
        Ranking::Split(split) => match split.orders {
            Some(orders) => {
                format!("{PURPOSE} {histories} dealt to {orders} orders, seed {seed}.")
            }
            None => format!("{PURPOSE} {histories} of each combination, seed {seed}."),
        },
        Ranking::LeftOut(_) | Ranking::Numbers(_) => {
            format!("{PURPOSE} {histories} of each, seed {seed}.")
        }
    }
}

/// How many change no history at all; none where the verdict says so of all.
fn idle(study: &RankStudy, words: &RankWords<'_>) -> Option<String> {
    let Ranking::LeftOut(left_out) = &study.ranking else {
        return None;
    };
    let count = left_out.idle.len();
    if count == 0 || left_out.entries.is_empty() {
        return None;
    }
    let change = if count == 1 { "changes" } else { "change" };
    Some(format!(
        "{} {change} no history here.",
        words.so_many(count)
    ))
}

/// Every row, with its interval.
fn full(prose: &mut Prose, words: &RankWords<'_>) {
    if words.rows().is_empty() {
        return;
    }
    match words.study().ranking.method() {
        RankMethod::Numbers => all_numbers(prose, words),
        RankMethod::LeaveOut | RankMethod::Split => all_rows(prose, words, words.rows()),
    }
}

/// What explains the opening, every row; those that change nothing by their ids.
fn opening_and_idle(prose: &mut Prose, study: &RankStudy) {
    let Ranking::LeftOut(left_out) = &study.ranking else {
        return;
    };
    if let Some(opening) = &left_out.opening {
        prose.gap();
        prose.paragraph(of_opening(opening));
        let mut table = table();
        for row in opening_rows(&opening.entries, study) {
            add_whole(&mut table, &row);
        }
        prose.table(table);
    }
    if !left_out.idle.is_empty() {
        let ids = left_out.idle.iter().map(|player| player.id.as_str());
        let ids = ids.collect::<Vec<_>>().join(", ");
        prose.gap();
        prose.paragraph(format!(
            "Without any one of these no history differs: {}.",
            printable(&ids)
        ));
    }
}

/// What stands above the rows of what explains the opening.
fn of_opening(opening: &OpeningRank) -> String {
    let base = opening.base;
    let [share, range] = change_in_figures(base.mean, base.interval, Quantity::Opening);
    let [share, range] = [share, range].map(|figures| figures.replace('+', ""));
    format!(
        "First acts that use force, of 100 histories, where the opener may choose: {share} ({range}). The \
         change without each argument:"
    )
}

/// How it was worked out, in words.
fn method(study: &RankStudy) -> String {
    match &study.ranking {
        Ranking::LeftOut(_) => format!(
            "Each is left out by itself, and every history is run with it and without it on the same \
             luck. {INTERVALS} What several carry together is more or less than the sum: see `--shapley`."
        ),
        Ranking::Split(split) => {
            let how = split.orders.map_or_else(
                || "over all combinations".to_owned(),
                |orders| {
                    format!("over {orders} orders that were drawn at random, each with its reverse")
                },
            );
            format!(
                "Shapley values: what each adds as they join one after the other, on average over all \
                 orders; worked out {how}. They add up to the step from none to all. {INTERVALS}"
            )
        }
        Ranking::Numbers(_) => format!(
            "Judged numbers are the steps of arguments, the facts that the scenario does not list as \
             known, and defaults. Each is made a fifth less and a fifth more by itself, on the same \
             luck. {INTERVALS}"
        ),
    }
}
