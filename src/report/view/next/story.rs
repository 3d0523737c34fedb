//! What the reader of a story may try next.

use super::steps::{Step, lines, options, usable};
use crate::error::copyable;
use crate::report::prose::Detail;
use crate::scenario::library::BASELINE;
use crate::study::StoryStudy;

/// How many lines there are at most, with their head.
const LINES: usize = 4;

/// What to try after a story: all of its reasons, a graver end, and a change.
pub fn steps(study: &StoryStudy, program: &str, detail: Detail) -> Vec<String> {
    let Some(story) = again(study, program) else {
        return Vec::new();
    };
    let trial = study.story.trial;
    let mut steps = Vec::new();
    if detail == Detail::Short {
        steps.push(Step {
            command: format!("{story} --trial {trial} --full"),
            about: "all twelve reasons".to_owned(),
        });
    }
    steps.push(Step {
        command: format!("{story} --outcome wars"),
        about: "one that comes to war".to_owned(),
    });
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
