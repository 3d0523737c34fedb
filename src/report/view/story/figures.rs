//! A story as a figure.

use crate::error::printable;
use crate::numerals::count;
use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{course_title, inputs_in_words, rarity_in_words};
use crate::study::{AgainstStory, Divergence, StoryStudy};

const STORY: &str = "story";
/// So many changes are named above it.
const MOST_CHANGES: usize = 3;

/// The names of the figures of a story, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    vec![STORY.to_owned()]
}

/// What the history is compared with, where that makes a difference.
fn differing(study: &StoryStudy) -> Option<&AgainstStory> {
    let against = study.against.as_ref();
    against.filter(|against| against.divergence != Divergence::Alike)
}

/// What stands above it: how it ends, and what is changed in the course in dashes.
fn heading(study: &StoryStudy) -> Heading {
    let mut heading = Heading::new(course_title(study), &study.subject);
    if differing(study).is_some() {
        let case = &heading.case;
        heading.case =
            format!("{case}: one invented history, and what the change does in it alone");
    } else if study.trials > 1 {
        heading.case = format!(
            "{}: one invented history; {}",
            heading.case,
            rarity_in_words(study)
        );
    }
    if let Some(against) = differing(study) {
        let inputs = inputs_in_words(&against.inputs, &study.subject.names);
        let inputs = inputs.iter().map(|input| format!("in dashes, {input}"));
        heading.changes.extend(inputs.take(MOST_CHANGES));
    }
    heading
}

/// What signs and lines are.
fn how_to_read(study: &StoryStudy) -> String {
    let trial = count(study.story.trial);
    let signs = format!(
        "History {trial}. + speaks for the act, − against it: so many times likelier, or less likely, than the other act"
    );
    match differing(study) {
        None => signs,
        Some(against) => format!(
            "{signs}. In dashes and letters: with “{}”, on the same luck",
            printable(&against.name)
        ),
    }
}

/// The figures of a story.
#[must_use]
pub fn figures(study: &StoryStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let caption = Caption {
        each: " searched",
        interval: how_to_read(study),
        ..Caption::new(subject, study.seed, study.trials, true)
    };
    vec![Figure {
        name: STORY.to_owned(),
        heading: heading(study),
        caption,
        drawing: Drawing::Story(study),
    }]
}
