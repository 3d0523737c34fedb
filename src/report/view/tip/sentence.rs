//! What was found along an axis, in a few sentences: the finding, how sure it is, and what would say
//! more.

use crate::error::printable;
use crate::numerals::count;
use crate::report::layout::plain;
use crate::report::words::{self, any_of, tip_headline};
use crate::study::{Crossing, Doubt, Reason, Statement, TipStudy, TrialsNeeded, Why};

/// What was found, in a few sentences.
pub fn sentences(study: &TipStudy) -> Vec<String> {
    let mut all = vec![plain(&printable(&format!("{}.", tip_headline(study))))];
    all.extend(match study.statement() {
        Statement::Excluded { .. } | Statement::Always | Statement::Stays { .. } => None,
        Statement::Unchanged { unlike, .. } => Some(format!(
            "So of all histories {} can differ.",
            words::unlike(unlike, study.trials)
        )),
        Statement::Crosses { crossings, .. } => surety(study, &crossings),
        Statement::Open(doubt) => advice(study, &doubt),
    });
    all
}

/// Why the inputs exclude it wherever they do.
pub fn why_excluded(reasons: &[Reason]) -> String {
    any_of(reasons).unwrap_or_else(|| "the inputs exclude it".to_owned())
}

/// How sure the places of crossings are.
fn surety(study: &TipStudy, crossings: &[Crossing]) -> Option<String> {
    let histories = words::histories(study.trials);
    match crossings {
        [only] if only.times > 1 => Some(format!(
            "There the numbers pass it {} times, which may be chance: more than {histories} would \
             place it better.",
            only.times
        )),
        [only] => {
            let [from, to] = [only.low, only.high].map(|value| plain(&study.axis.figure(value)));
            let own = study.base.single();
            let is_own = own.is_some_and(|own| (only.low..=only.high).contains(&own));
            match (from != to, is_own) {
                (true, true) => Some(format!(
                    "Between the values in brackets, {histories} are too few to say on which side they \
                     lie, and the baseline lies there."
                )),
                (true, false) => Some(format!(
                    "Between the values in brackets, {histories} are too few to say on which side they lie."
                )),
                (false, _) => None,
            }
        }
        _ => Some(format!(
            "In each range in brackets, {histories} are too few to say on which side they lie."
        )),
    }
}

/// What would say more.
fn advice(study: &TipStudy, doubt: &Doubt) -> Option<String> {
    let more = doubt.needs.map(needed);
    match doubt.why {
        Why::Flat => Some(format!("{}.", more?)),
        Why::End => {
            let wider = "A wider range may say more, if the input allows it";
            Some(more.map_or_else(|| format!("{wider}."), |more| format!("{more}. {wider}.")))
        }
        Why::Touch => Some(format!(
            "{}. If the curve only touches the line, no number would.",
            more?
        )),
        Why::Between => {
            let path = printable(study.axis.path()); // as it is typed
            let [from, to] = [doubt.from, doubt.to].map(|value| plain(&study.axis.figure(value)));
            Some(format!("Look closer: `--vary '{path}={from}..{to}'`."))
        }
    }
}

/// How many histories would say more, as an option.
fn needed(needs: TrialsNeeded) -> String {
    match needs {
        TrialsNeeded::About(trials) => format!("Try {}", option(trials)),
        TrialsNeeded::MoreThan(trials) => format!("Even {} may be too few", option(trials)),
    }
}

/// The option that asks for so many trials.
fn option(trials: u64) -> String {
    format!("`--trials {}`", count(trials).replace(',', "_"))
}

#[cfg(test)]
mod tests;
