//! What a change made of a history, and the title of its chart.

use super::numbers::all_deaths;
use super::{Teller, end_in_words};
use crate::error::{printable, uncapitalised};
use crate::study::{AgainstStory, Divergence, StoryStudy};

/// The end of a history, and what a change makes of it: the title of its chart.
#[must_use]
pub fn course_title(study: &StoryStudy) -> String {
    let own = end_in_words(&study.story);
    let Some(against) = &study.against else {
        return own;
    };
    let name = printable(&against.name);
    if against.divergence == Divergence::Alike {
        return format!("{own}, and “{name}” makes no difference");
    }
    let other = end_in_words(&against.story);
    if ends_alike(study, against) {
        differing_in_words(study, against)
    } else {
        format!("{own}; with “{name}” {}", uncapitalised(&other))
    }
}

/// Whether both courses end in one way, on whatever day.
#[must_use]
pub fn ends_alike(study: &StoryStudy, against: &AgainstStory) -> bool {
    let [own, other] = [&study.story, &against.story].map(|story| story.trace.summary.outcome);
    own == other
}

/// What differs between two courses that end alike, a sentence without its full stop: "With “hotline”
/// Pakistan chooses “Strike on military targets”: 24 deaths, not 14".
#[must_use]
pub fn differing_in_words(study: &StoryStudy, against: &AgainstStory) -> String {
    let name = printable(&against.name);
    let [own, other] = [&study.story, &against.story].map(|story| all_deaths(&story.trace.summary));
    let is_as_deadly = own == other;
    let deaths = if is_as_deadly {
        String::new()
    } else {
        // The noun is said once.
        let number = own.trim_end_matches(" deaths").trim_end_matches(" death");
        format!(": {other}, not {number}")
    };
    let what = match against.divergence {
        Divergence::Decision(at) => chosen(study, against, at, is_as_deadly),
        Divergence::Opening(..) => "it opens with another act".to_owned(),
        Divergence::Before(_) => "it goes another way to the same end".to_owned(),
        Divergence::Nowhere | Divergence::Alike => {
            "all acts are the same, and only days and numbers differ".to_owned()
        }
    };
    format!("With “{name}” {what}{deaths}")
}

/// What is chosen with the change at the decision at which the courses part; also what was chosen
/// without it, where nothing else says that the two differ.
fn chosen(study: &StoryStudy, against: &AgainstStory, at: usize, says_both: bool) -> String {
    let teller = Teller {
        subject: &study.subject,
        parties: &study.parties,
        story: &study.story,
    };
    let [own, other] = against.places(&study.story, at);
    let own = study.story.trace.points.get(own);
    let other = against.story.trace.points.get(other);
    let (Some(own), Some(other)) = (own, other) else {
        return "it goes another way to the same end".to_owned();
    };
    let who = teller.actor(other.side);
    let chosen = format!("{who} chooses {}", teller.rung(other.rung));
    if says_both {
        format!("{chosen}, not {}", teller.rung(own.rung))
    } else {
        chosen
    }
}
