//! A decision with its chances, its draw and its reasons.

use super::telling::Telling;
use crate::model::CONSIDERATIONS;
use crate::report::prose::{Detail, Prose, Table, Track};
use crate::report::words::{
    Pull, Rival, Teller, chance_in_words, close_rival, first_rival, reasons, rival,
};
use crate::study::{DecisionPoint, Mind};

/// A smaller chance has no bar.
const SELDOM: f64 = 0.005;
/// How long a bar of chances is that stands for all of them, and a bar of reasons at most.
const CHANCES: f64 = 20.0;
const REASONS: usize = 24;
/// The fewest columns of bars of reasons.
const LEAST: usize = 8;
/// How many reasons are named in short for the first question, and for the next.
const FIRST: usize = 3;
const NEXT: usize = 2;
/// The width of a rung's label in a table.
const LABEL: usize = 46;

/// Tells a decision.
pub fn decision(prose: &mut Prose, telling: Telling<'_>, point: &DecisionPoint, mind: &Mind) {
    let Telling { teller, detail } = telling;
    let who = teller.actor(point.side);
    prose.indented(2, format!("{who} decides. {}", teller.mind(mind)));
    if detail == Detail::Short {
        prose.indented(2, teller.chances(point));
    } else {
        prose.indented(2, teller.rest_of_mind(mind));
        prose.indented(2, "Chances of 100:");
        prose.table(chances(teller, point));
    }
    prose.indented(2, teller.draw(point));
    let ladder = &teller.subject.ladder;
    let first = first_rival(point, ladder);
    against(prose, telling, (point, mind), first);
    let next = if detail == Detail::Full {
        Some(rival(point)).filter(|next| next.rung() != first.rung())
    } else {
        close_rival(point, ladder)
    };
    if let Some(next) = next {
        against(prose, telling, (point, mind), next);
    }
}

/// Tells why it was the act that was drawn, and not this other one.
fn against(
    prose: &mut Prose,
    telling: Telling<'_>,
    decided: (&DecisionPoint, &Mind),
    rival: Rival,
) {
    let Telling { teller, detail } = telling;
    let (point, mind) = decided;
    let most = match (detail, rival) {
        (Detail::Full, _) => CONSIDERATIONS,
        (Detail::Short, Rival::Likeliest(_)) => NEXT,
        (Detail::Short, _) => FIRST,
    };
    let reasons = reasons(point, mind, rival, most);
    prose.indented(2, teller.question(point, rival));
    if !reasons.shown.is_empty() {
        prose.table(listed(&reasons.shown, rival));
    }
    prose.indented(2, teller.together(point, &reasons, rival));
}

/// The chance of every rung, with bars.
fn chances(teller: Teller<'_>, point: &DecisionPoint) -> Table {
    let mut table = Table {
        indent: 4,
        columns: vec![
            Track::label(LABEL),
            Track::right(2, 8),
            Track::left(2, CHANCES as usize),
        ],
        ..Table::default()
    };
    for (rung, &chance) in point.chances.iter().enumerate() {
        if rung == teller.subject.ladder.limited_war {
            table.label("    (limited war from here on)");
        }
        let bar = if chance < SELDOM {
            String::new()
        } else {
            signs((chance * CHANCES).round().max(1.0))
        };
        table.cells([teller.rung_label(rung), chance_in_words(chance), bar]);
    }
    table
}

/// What pulled: the direction, a bar, the factor, and the reason.
fn listed(pulls: &[Pull], rival: Rival) -> Table {
    let bars = pulls.iter().map(|pull| bar(*pull).len());
    let mut table = Table {
        indent: 4,
        columns: vec![
            Track::left(0, 1),
            Track::left(1, bars.fold(LEAST, usize::max)),
            Track::right(1, factors(pulls)),
            Track::left(2, 0),
        ],
        ..Table::default()
    };
    for pull in pulls {
        let words = pull.in_words();
        let sign = if words.is_for { "+" } else { "-" };
        let reason = match rival {
            Rival::Likeliest(_) => words.clause,
            Rival::OffRamp(_) | Rival::Force(_) => words.noun,
        };
        table.cells([sign.to_owned(), bar(*pull), words.factor, reason.to_owned()]);
    }
    table
}

/// The width of the factors.
fn factors(pulls: &[Pull]) -> usize {
    let widths = pulls.iter().map(|pull| pull.in_words().factor.len());
    widths.max().unwrap_or_default()
}

/// A bar on the one scale of all stories: two signs double the odds. What is something has one sign at
/// least.
fn bar(pull: Pull) -> String {
    let doublings = pull.part.abs() / std::f64::consts::LN_2;
    signs((2.0 * doublings).round().clamp(1.0, REASONS as f64))
}

/// So many signs.
fn signs(number: f64) -> String {
    "#".repeat(crate::numerals::nearest(number) as usize)
}
