//! What a scenario says to its reader, without a run.

use super::prose::Prose;
use super::words::{PURPOSE, filled, has_numbers, histories};
use crate::error::printable;
use crate::scenario::Scenario;
use crate::study::Findings;

/// The seed of the run whose numbers stand in what a scenario is about.
pub const SEED: u64 = 1;

/// Whether a run puts its numbers into what is said of a scenario.
#[must_use]
pub fn needs_numbers(scenario: &Scenario) -> bool {
    has_numbers(&scenario.guide.shows)
}

/// What a scenario is about, what its results show, and what to change; `findings` are those of a
/// run on [`SEED`], where it needs numbers.
#[must_use]
pub fn about(scenario: &Scenario, findings: Option<&Findings>) -> Prose {
    let guide = &scenario.guide;
    let mut prose = Prose::default();
    prose.paragraph(printable(&scenario.name));
    prose.line(PURPOSE);
    said(&mut prose, "", &guide.summary);
    let shows = findings.map_or_else(
        || guide.shows.clone(),
        |findings| filled(&guide.shows, findings, &scenario.names),
    );
    said(&mut prose, "What to notice. ", &shows);
    said(&mut prose, "What critics say. ", &guide.critics);
    listed(&mut prose, "Try next", &guide.try_next);
    listed(&mut prose, "Questions for a class", &guide.questions);
    prose.hindsight(&guide.hindsight);
    if let Some(findings) = findings {
        prose.gap();
        let all = histories(findings.trials);
        prose.paragraph(format!(
            "What to notice has the numbers of {all}, seed {SEED}."
        ));
    }
    prose
}

/// Adds a text under its heading, where there is one.
fn said(prose: &mut Prose, heading: &str, words: &str) {
    if !words.is_empty() {
        prose.gap();
        prose.paragraph(format!("{heading}{}", printable(words)));
    }
}

fn listed(prose: &mut Prose, heading: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    prose.gap();
    prose.line(heading);
    for item in items {
        prose.item(printable(item));
    }
}
