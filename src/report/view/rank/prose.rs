//! A ranking in words and a table.

use crate::error::{columns, printable, wrapped};
use crate::report::cut::cut;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Detail, Prose, Table, Track};
use crate::report::words::{
    INTERVALS, PURPOSE, RankRow, RankWords, change_in_figures, histories, opening_rows, title,
    wide,
};
use crate::study::{RankMethod, RankStudy, Ranking};

/// How many lines the rows have on a screen, and how many each has at most.
const LINES: usize = 9;
const LINES_OF_ONE: usize = 2;
/// How wide figures are, and the words beside them.
const FIGURE: usize = 7;
const GAP: usize = 3;
const WORDS: usize = WIDTH - FIGURE - GAP;

/// The prose of a ranking.
#[must_use]
pub fn prose(study: &RankStudy, detail: Detail) -> Prose {
    let words = RankWords::new(study);
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.subject)));
    prose.paragraph(format!("{PURPOSE} {}", how(study)));
    if let Some(wide) = wide(study.trials) {
        prose.paragraph(format!("{wide}."));
    }
    prose.gap();
    prose.paragraph(words.verdict());
    prose.gap();
    let unsure = words.rows().iter().filter(|row| !row.is_sure);
    match detail {
        Detail::Short => short(&mut prose, &words),
        Detail::Full => full(&mut prose, &words, words.rows()),
    }
    if detail == Detail::Short {
        let unsure: Vec<RankRow<'_>> = unsure.cloned().collect();
        after(&mut prose, study, &words, &unsure);
    } else {
        after(&mut prose, study, &words, &[]);
        opening(&mut prose, study, &words);
        prose.gap();
        prose.paragraph(method(study));
        prose.hindsight(&study.subject.hindsight);
    }
    prose
}

/// How it was run, in a line.
fn how(study: &RankStudy) -> String {
    let histories = histories(study.trials);
    let luck = "on the same luck";
    let seed = study.seed;
    match &study.ranking {
        Ranking::Split(split) => match split.orders {
            Some(orders) => format!(
                "{histories}, dealt to {orders} orders and their reverses, seed {seed}."
            ),
            None => format!("{histories} of each combination, {luck}, seed {seed}."),
        },
        Ranking::LeftOut(_) | Ranking::Numbers(_) => {
            format!("{histories} of each, {luck}, seed {seed}.")
        }
    }
}

/// What stands above the rows.
fn heading(words: &RankWords<'_>, study: &RankStudy) -> String {
    let label = study.quantity.label();
    let unit = words.unit();
    let unit = if unit.is_empty() {
        String::new()
    } else {
        format!(", {unit}")
    };
    match study.ranking.method() {
        RankMethod::LeaveOut => {
            format!("{label}{unit}: the change without each {}", words.one())
        }
        RankMethod::Split => format!("{label}{unit}: what each {} adds", words.one()),
        RankMethod::Numbers => {
            format!("{label}{unit}: the change where a number is a fifth less, or more")
        }
    }
}

/// The rows that are sure, as many as a screen holds, and what the others come to.
fn short(prose: &mut Prose, words: &RankWords<'_>) {
    let sure: Vec<RankRow<'_>> = words
        .rows()
        .iter()
        .filter(|row| row.is_sure)
        .cloned()
        .collect();
    let mut table = table();
    let mut left = LINES;
    let mut shown = 0;
    for row in &sure {
        let lines = row_lines(row, LINES_OF_ONE);
        if lines.len() > left {
            break;
        }
        left -= lines.len();
        shown += 1;
        add(&mut table, &plain(&row.figure), &lines);
    }
    if shown == 0 {
        return;
    }
    prose.line(heading(words, words.study()));
    prose.table(table);
    if let Some(more) = words.left_over(&sure[shown..]) {
        prose.paragraph(format!("{more}: see `--full`."));
    }
}

/// What stands below the rows: those too small to be told from zero, and those that change nothing.
fn after(prose: &mut Prose, study: &RankStudy, words: &RankWords<'_>, unsure: &[RankRow<'_>]) {
    let mut sentences = Vec::new();
    if let Some(folded) = words.folded(unsure) {
        sentences.push(format!("{folded}."));
    }
    if let Some(idle) = idle(study, words) {
        sentences.push(idle);
    }
    if !sentences.is_empty() {
        prose.paragraph(sentences.join(" "));
    }
    if let Some(opening) = words.opening() {
        prose.paragraph(opening);
    }
}

/// How many change no history at all.
fn idle(study: &RankStudy, words: &RankWords<'_>) -> Option<String> {
    let Ranking::LeftOut(left_out) = &study.ranking else {
        return None;
    };
    // Where all are idle, the verdict says it.
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
fn full(prose: &mut Prose, words: &RankWords<'_>, rows: &[RankRow<'_>]) {
    if rows.is_empty() {
        return;
    }
    prose.line(heading(words, words.study()));
    all_rows(prose, rows);
}

fn all_rows(prose: &mut Prose, rows: &[RankRow<'_>]) {
    let mut table = table();
    for row in rows {
        let mut lines = row_lines(row, usize::MAX);
        lines.push(plain(&row.range));
        add(&mut table, &plain(&row.figure), &lines);
    }
    prose.table(table);
}

/// What explains the opening, every row; those that change nothing by name.
fn opening(prose: &mut Prose, study: &RankStudy, words: &RankWords<'_>) {
    let Ranking::LeftOut(left_out) = &study.ranking else {
        return;
    };
    if let Some(opening) = &left_out.opening {
        prose.gap();
        let [share, range] = change_in_figures(
            opening.base.mean,
            opening.base.interval,
            crate::quantities::Quantity::Opening,
        );
        let share = share.trim_start_matches('+').to_owned();
        let range = range.replace('+', "");
        prose.paragraph(format!(
            "First acts that use force, of 100 histories, where the opener may choose: {share} ({range}); \
             the change without each argument"
        ));
        all_rows(prose, &opening_rows(&opening.entries, study));
    }
    if left_out.idle.is_empty() {
        return;
    }
    let ids: Vec<&str> = left_out
        .idle
        .iter()
        .map(|player| player.id.as_str())
        .collect();
    prose.gap();
    prose.paragraph(format!(
        "Without any of these no history differs: {}.",
        printable(&ids.join(", "))
    ));
    let _ = words;
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
                |orders| format!("over {orders} orders drawn at random, each with its reverse"),
            );
            format!(
                "Shapley values: what each adds as they join one after the other, on average over all \
                 orders; worked out {how}. They add up to the step from none to all. {INTERVALS}"
            )
        }
        Ranking::Numbers(_) => format!(
            "Judged numbers are the steps of arguments, facts that the scenario does not list as known, \
             and defaults. Each is made a fifth less and a fifth more by itself, on the same luck. {INTERVALS}"
        ),
    }
}

fn table() -> Table {
    Table {
        columns: vec![Track::right(0, FIGURE), Track::left(GAP, 0)],
        ..Table::default()
    }
}

/// Adds a row: a figure, and words in lines beside it.
fn add(table: &mut Table, figure: &str, lines: &[String]) {
    for (at, line) in lines.iter().enumerate() {
        let figure = if at == 0 { figure } else { "" };
        table.cells([figure.to_owned(), line.clone()]);
    }
}

/// What a row says beside its figure, in so many lines at most: what is claimed, and by whom; where
/// there is no room for both, the name is cut before the claim.
fn row_lines(row: &RankRow<'_>, most: usize) -> Vec<String> {
    let whole = if row.who.is_empty() {
        row.name.clone()
    } else {
        format!("{} - {}", row.name, row.who)
    };
    let lines = wrapped(&whole, WORDS);
    if lines.len() <= most {
        return lines;
    }
    let mut claim = wrapped(&row.name, WORDS);
    if claim.len() >= most {
        return wrapped(&cut(&row.name, WORDS * most - WORDS / 4), WORDS)
            .into_iter()
            .take(most)
            .collect();
    }
    // The last line holds as much of the name as there is room for.
    let last = claim.pop().unwrap_or_default();
    let room = WORDS.saturating_sub(columns(&last) + 3);
    let who = cut(&row.who, WORDS);
    if columns(&who) <= room {
        claim.push(format!("{last} - {who}"));
    } else {
        claim.push(last);
        claim.push(who);
    }
    claim
}
