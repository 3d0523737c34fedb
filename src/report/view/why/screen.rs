//! Why histories go as they do, on one screen.

use super::lines::{of_a_hundred, path_line, war_line};
use super::tables::{AnswersOf, reasons_table, signs_to_double};
use crate::error::{capitalised, printable, wrapped};
use crate::model::Side;
use crate::numerals::{count, times};
use crate::report::layout::WIDTH;
use crate::report::prose::Prose;
use crate::report::view::run::Screen;
use crate::report::words::{
    HARDLY, actor_in_words, author, of_histories, reason_words, rung_label, whole_paths,
    why_verdict,
};
use crate::study::{Weighing, WhyStudy};
use crate::tally::AnswerKind;

/// How many lines a screen has, with the one that says where the files lie.
const LINES: usize = 24;
/// How many reasons are enough.
const MOST_REASONS: usize = 8;
/// How many paths are enough.
const MOST_PATHS: usize = 2;
/// Lines below a table of reasons, and below the whole: what to try next, and where the files lie.
const BELOW: usize = 2;

/// The prose, as far as it fits on a screen with the line that says where the files lie.
pub fn screen(study: &WhyStudy) -> Prose {
    let explanation = &study.explanation;
    let mut screen = Screen::headed(&study.subject);
    let verdict = why_verdict(explanation, &study.no_answer, &study.subject);
    screen.paragraph(&verdict, 4);
    let mut below = paths(study);
    if !study.later {
        below.extend(other_side(study));
    }
    reasons(study, &mut screen, below.len());
    screen.gap();
    for line in below {
        screen.line(line);
    }
    if study.later {
        later(study, &mut screen);
    }
    screen.prose
}

/// Adds the strongest reasons, as many as there is room for above so many lines.
fn reasons(study: &WhyStudy, screen: &mut Screen, below: usize) {
    let Some((side, weighing)) = study.explanation.first_answer() else {
        return;
    };
    screen.gap();
    // The heading, what is said of them, the room below, and the last lines.
    let taken = screen.lines + below + 3 + BELOW;
    let most = LINES.saturating_sub(taken).clamp(3, MOST_REASONS);
    let of = AnswersOf {
        side,
        kind: AnswerKind::First,
    };
    let table = reasons_table(study, of, weighing, most);
    screen.lines += table.rows.len() + 1;
    screen.prose.table(table);
    screen.line(rest_in_words(study, weighing, most));
}

/// How to read times, and how much those do at most that are not shown: a line.
fn rest_in_words(study: &WhyStudy, weighing: &Weighing, most: usize) -> String {
    let pulls = weighing.pulls();
    let scale = if signs_to_double(study) == 2.0 {
        "Every two # double it."
    } else {
        "Each # doubles it."
    };
    let Some(next) = pulls.get(most) else {
        return format!("Times: force beside stepping down. {scale}");
    };
    let more = pulls.len() - most;
    let least = next.part.mean.abs();
    if least < HARDLY {
        return format!("{more} more hardly matter, beside stepping down. {scale}");
    }
    format!(
        "{more} more: at most {} times each, beside stepping down. {scale}",
        times(least.exp())
    )
}

/// Where the later answers of the side lean that does not answer first, and what pulls most.
fn other_side(study: &WhyStudy) -> Vec<String> {
    let explanation = &study.explanation;
    let Some((first, _)) = explanation.first_answer() else {
        return Vec::new();
    };
    let side = first.opponent();
    let Some(weighing) = explanation.weighing(side, AnswerKind::Later) else {
        return Vec::new();
    };
    let lean = weighing.log_odds.mean;
    let to = if lean > 0.0 { "force" } else { "stepping down" };
    let pulls = weighing.pulls();
    let strongest = pulls.iter().find(|pull| pull.part.mean * lean > 0.0);
    let why = strongest.map_or_else(String::new, |pull| {
        format!(": {}", reason_words(pull.consideration).noun)
    });
    let actor = capitalised(&actor_in_words(&study.subject.names, side));
    let words = format!("{actor}'s later answers (--later) lean to {to}{why}.");
    wrapped(&words, WIDTH)
}

/// The commonest paths and the record, each in a line.
fn paths(study: &WhyStudy) -> Vec<String> {
    let paths = &study.explanation.paths;
    let opening = study.subject.ladder.opening;
    let mut lines = vec![heading(study, opening)];
    for path in whole_paths(paths).into_iter().take(MOST_PATHS) {
        lines.push(path_line(study, &path));
    }
    lines.push(war_line(study));
    lines.extend(record(study));
    lines
}

/// What the paths are of, and whose acts they are.
fn heading(study: &WhyStudy, opening: Option<usize>) -> String {
    let trials = study.explanation.trials;
    let of = if trials < 100 { trials } else { 100 };
    let stopped = if study.complete {
        ""
    } else {
        ", stopped early"
    };
    let run = if of == trials && study.complete {
        String::new()
    } else {
        format!(" ({} run{stopped})", count(trials))
    };
    let noun = if of == 1 { "history" } else { "histories" };
    let names = &study.subject.names;
    match opening {
        Some(_) => {
            let opener = actor_in_words(names, author(0));
            format!("Commonest paths after what {opener} opens with, of {of} {noun}{run}")
        }
        None => format!("Commonest paths, of {of} {noun}{run}"),
    }
}

/// How many histories agree with the record, and how many take its path.
fn record(study: &WhyStudy) -> Option<String> {
    let record = study.record.as_ref()?;
    let trials = study.explanation.trials;
    let all = of_histories(record.all.share.share, trials);
    let path = study.explanation.paths.record.last();
    let path = path.map_or_else(String::new, |last| {
        let share = last.count as f64 / trials as f64;
        format!("; {} take all of its path", of_a_hundred(share, trials))
    });
    Some(printable(&format!(
        "The record: {all} agree with all of it{path}."
    )))
}

/// Adds what later answers rest on, beyond the screen: it was asked for.
fn later(study: &WhyStudy, screen: &mut Screen) {
    for side in Side::BOTH {
        screen.gap();
        let of = AnswersOf {
            side,
            kind: AnswerKind::Later,
        };
        let Some(weighing) = study.explanation.weighing(side, AnswerKind::Later) else {
            let actor = capitalised(&actor_in_words(&study.subject.names, side));
            screen
                .prose
                .paragraph(format!("{actor} gives no later answer."));
            continue;
        };
        let table = reasons_table(study, of, weighing, MOST_REASONS);
        screen.prose.table(table);
        screen.line(rest_in_words(study, weighing, MOST_REASONS));
    }
}

/// The label of the opening, where it is fixed.
pub fn opening_label(study: &WhyStudy) -> Option<String> {
    let opening = study.subject.ladder.opening?;
    Some(rung_label(&study.subject.names, opening))
}
