//! A story as a figure.

use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::course_title;
use crate::study::StoryStudy;

const STORY: &str = "story";

/// The names of the figures of a story, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    vec![STORY.to_owned()]
}

/// The figures of a story.
#[must_use]
pub fn figures(study: &StoryStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let caption = Caption {
        each: " searched",
        ..Caption::new(subject, study.seed, study.trials, true)
    };
    vec![Figure {
        name: STORY.to_owned(),
        heading: Heading::new(course_title(study), subject),
        caption,
        drawing: Drawing::Story(study),
    }]
}
