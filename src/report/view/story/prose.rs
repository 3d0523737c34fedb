//! A story in words: how it was found and how it ends, then what happens day by day.

use super::telling::Telling;
use super::told;
use super::ways;
use crate::error::printable;
use crate::report::prose::{Detail, Prose};
use crate::report::words::{
    PURPOSE, Teller, differing_in_words, end_in_words, ends_alike, found_in_words, inputs_in_words,
    met_in_words, title,
};
use crate::study::{Divergence, FoundBy, StoryStudy};

/// What numbers of severity are.
const SEVERITY: &str = "Acts are as severe as a number from 0, nothing, to 1, full-scale war; they may look \
    worse than that. Trust and reputation go from 0 to 1; anger can pass 1.";
/// How to read the bars of reasons, and what they stand for.
const BARS: &str = "Reasons, the largest first: + speaks for the act, - against it. A number says how many times \
    likelier, or less likely, a reason makes the act than the other one. Every two # double it.";
/// What a story is.
const INVENTED: &str = "One invented history: a way that things can go in the model.";
const LIKE_RECORD: &str = "One invented history. It is not what happened: it only agrees with the record in the facts below, and later \
     events are the model's.";
/// What one history cannot show.
const ONE: &str = "One history shows how a change can work; how often it does, `compare` says.";

/// The prose of a story.
#[must_use]
pub fn prose(study: &StoryStudy, detail: Detail) -> Prose {
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.subject)));
    prose.line(PURPOSE);
    prose.paragraph(if study.found_by == FoundBy::Record {
        LIKE_RECORD
    } else {
        INVENTED
    });
    prose.gap();
    prose.paragraph(format!("{}.", verdict(study)));
    prose.paragraph(format!("{} {}", found_in_words(study), met_in_words(study)));
    if let Some(against) = &study.against {
        let changes = inputs_in_words(&against.inputs, &study.subject.names);
        let name = printable(&against.name);
        prose.paragraph(if changes.is_empty() {
            format!("“{name}” changes no number: there is nothing to tell apart.")
        } else {
            format!(
                "Told against “{name}”, on the same luck: {}. {ONE}",
                changes.join("; ")
            )
        });
    }
    let teller = Teller {
        subject: &study.subject,
        parties: &study.parties,
        story: &study.story,
    };
    prose.paragraph(format!("{SEVERITY} {}", teller.where_war_begins()));
    prose.paragraph(BARS);
    let telling = Telling { teller, detail };
    match &study.against {
        None => {
            told::tell(&mut prose, telling, 0..study.story.events.len());
            prose.gap();
            prose.paragraph(teller.in_all());
        }
        Some(against) => ways::tell(&mut prose, study, against, telling),
    }
    prose.hindsight(&study.subject.hindsight);
    prose
}

/// How it ends, and how it ends with the change.
fn verdict(study: &StoryStudy) -> String {
    let own = end_in_words(&study.story);
    let Some(against) = &study.against else {
        return own;
    };
    let other = end_in_words(&against.story);
    let name = printable(&against.name);
    if against.divergence == Divergence::Alike {
        format!("{own}. In this history “{name}” makes no difference")
    } else if ends_alike(study, against) {
        format!("{own}. {}", differing_in_words(study, against))
    } else {
        format!("In the baseline: {own}. With “{name}”: {other}")
    }
}
