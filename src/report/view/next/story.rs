//! What the reader of a story may try next.

use super::steps::{Step, lines, options, usable};
use crate::error::copyable;
use crate::report::prose::Detail;
use crate::scenario::library::BASELINE;
use crate::sim::Outcome;
use crate::study::{AgainstStory, Divergence, StoryStudy};

/// How many lines there are at most, with their head.
const LINES: usize = 4;

/// What to try after a story: all of its reasons, a graver end, and a change; where there is a change,
/// what it does in all histories, or in which it does anything.
pub fn steps(study: &StoryStudy, program: &str, detail: Detail) -> Vec<String> {
    let Some(story) = again(study, program) else {
        return Vec::new();
    };
    let trial = study.story.trial;
    let mut steps = Vec::new();
    let against = study.against.as_ref();
    if let Some(against) = against {
        steps.extend(differing(study, against, program));
    }
    if detail == Detail::Short {
        steps.push(Step {
            command: format!("{story} --trial {trial} --full"),
            about: "all twelve reasons".to_owned(),
        });
    }
    let outcome = study.story.trace.summary.outcome;
    if !matches!(outcome, Outcome::LimitedWar | Outcome::War) {
        steps.push(Step {
            command: format!("{story} --outcome wars"),
            about: "one that comes to war".to_owned(),
        });
    }
    if study.against.is_none() {
        steps.push(Step {
            command: format!(
                "{story} --trial {trial} --against 'a call: --set actors.*.forewarning=1'"
            ),
            about: "with a call ahead".to_owned(),
        });
    }
    lines("Try next".to_owned(), &steps, None, LINES)
}

/// What the change does in all histories, or in which it makes a difference; none where it changes no number.
fn differing(study: &StoryStudy, against: &AgainstStory, program: &str) -> Option<Step> {
    if against.inputs.is_empty() {
        return None;
    }
    let program = copyable(program)?;
    let base = usable(&study.subject.source)?;
    let all = options(&study.subject.changes)?;
    let changes = if all.is_empty() {
        all
    } else {
        format!(" {all}")
    };
    let variant = if against.subject.source == study.subject.source {
        let own = against.subject.changes.iter();
        let own: Vec<String> = own
            .filter(|change| !study.subject.changes.contains(change))
            .cloned()
            .collect();
        let variant = copyable(&format!("{}: {}", against.name, options(&own)?))?;
        format!("--variant {variant}")
    } else {
        usable(&against.subject.source)?
    };
    let (flipped, about) = if against.divergence == Divergence::Alike {
        (" --flipped", "histories that it changes")
    } else {
        ("", "what it does in all histories")
    };
    Some(Step {
        command: format!("{program} compare {base} {variant}{changes}{flipped}"),
        about: about.to_owned(),
    })
}

/// The command that tells a story of the scenario; none where it cannot be written.
fn again(study: &StoryStudy, program: &str) -> Option<String> {
    let mut command = format!("{} story", copyable(program)?);
    let source = usable(&study.subject.source)?;
    if source != BASELINE {
        command = format!("{command} {source}");
    }
    let changes = options(&study.subject.changes)?;
    if !changes.is_empty() {
        command = format!("{command} {changes}");
    }
    if study.seed != 1 {
        command = format!("{command} --seed {}", study.seed);
    }
    Some(command)
}
