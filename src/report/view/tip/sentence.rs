//! What was found along an axis, in a few sentences: the finding, how sure it is, and what would say
//! more.

use crate::error::printable;
use crate::numerals::count;
use crate::parameters;
use crate::report::layout::plain;
use crate::report::words::{self, any_of, tip_axis, tip_headline};
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
            let not_sure = "The exact place is not sure: it is somewhere in the brackets.";
            match (from != to, is_own) {
                (true, true) => Some(format!("{not_sure} The baseline lies there as well.")),
                (true, false) => Some(not_sure.to_owned()),
                (false, _) => None,
            }
        }
        _ => Some("The exact places are not sure: each is somewhere in its brackets.".to_owned()),
    }
}

/// What would say more.
fn advice(study: &TipStudy, doubt: &Doubt) -> Option<String> {
    let more = doubt.needs.map(needed);
    match doubt.why {
        Why::Flat => Some(format!("{} {}.", too_few(study), more?)),
        Why::End => {
            let wider = if is_widest(study) {
                ""
            } else {
                " A wider range may say more."
            };
            let more = more.map_or_else(String::new, |more| format!(" {more}."));
            Some(format!("{}{more}{wider}", too_few(study)))
        }
        Why::Touch => Some(format!(
            "{} {}. If the curve only touches the line, no number would.",
            too_few(study),
            more?
        )),
        Why::Between => {
            let path = printable(study.axis.path()); // as it is typed
            let [from, to] = [doubt.from, doubt.to].map(|value| plain(&study.axis.figure(value)));
            Some(format!("Look closer: `--vary '{path}={from}..{to}'`."))
        }
    }
}

/// That there are too few histories.
fn too_few(study: &TipStudy) -> String {
    let histories = words::histories(study.trials);
    format!("{histories} at each point are too few to say whether they cross it.")
}

/// Whether the axis is as wide as the input allows.
fn is_widest(study: &TipStudy) -> bool {
    let axis = tip_axis(study);
    let parameter = parameters::find(study.axis.path());
    parameter
        .first()
        .is_some_and(|known| axis.low() <= known.min && axis.high() >= known.max)
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
