//! An act, in sentences.

use super::{Teller, deaths_in_words, deaths_of_war, hundredths};
use crate::study::{Deed, StoryEvent};

impl Teller<'_> {
    /// An act: who, what, how openly, and at what price.
    pub(super) fn act(self, event: &StoryEvent, deed: &Deed) -> String {
        let verb = if self.steps_down(deed) {
            "steps down to"
        } else {
            verb(event, deed)
        };
        let does = format!("{} {verb} {}", self.actor(deed.side), self.rung(deed.rung));
        let openly = self.openly(deed);
        let end = if self.steps_down(deed) {
            ", and that ends the crisis"
        } else {
            ""
        };
        let war = self.is_war(deed.rung);
        let killed = self.killed(deed);
        format!("{does}{openly}{end}.{war}{killed}")
    }

    /// That an act is a limited war; nothing where it is none, or says itself that it is war.
    fn is_war(self, rung: usize) -> &'static str {
        if self.kind_of_war(rung).is_empty() {
            ""
        } else {
            " This is limited war."
        }
    }

    /// How openly it is done; nothing where that is a matter of course.
    fn openly(self, deed: &Deed) -> &'static str {
        let uses_force = self.uses_force(deed.rung);
        match (deed.announced, deed.known) {
            (true, _) if uses_force => ", and says so openly",
            (true, _) => "",
            (false, true) => ", and keeps silent, but it becomes known",
            (false, false) => ", and keeps it secret",
        }
    }

    /// The dead of an act; nothing where it uses no force.
    fn killed(self, deed: &Deed) -> String {
        let top = self.subject.names.rungs.len().saturating_sub(1);
        if !self.uses_force(deed.rung) {
            return String::new();
        }
        if deed.rung == top {
            return format!(" {}", deaths_of_war(deed.deaths))
                .trim_end()
                .to_owned();
        }
        match deed.deaths {
            deaths if deaths <= 0.0 => " Nobody is killed.".to_owned(),
            1.0 => " One person is killed.".to_owned(),
            deaths => {
                let words = deaths_in_words(deaths);
                let number = words.split(' ').next().unwrap_or_default();
                format!(" {number} people are killed.")
            }
        }
    }

    /// What an act left behind.
    #[must_use]
    pub fn marks(self, deed: &Deed) -> String {
        format!(
            "After it {} has anger at home {} and reputation for resolve {}; trust is {}.",
            self.actor(deed.side),
            hundredths(deed.anger),
            hundredths(deed.reputation),
            hundredths(deed.trust)
        )
    }

    /// Whether a rung uses force.
    #[must_use]
    pub fn uses_force(self, rung: usize) -> bool {
        self.subject
            .ladder
            .force
            .get(rung)
            .copied()
            .unwrap_or(false)
    }
}

/// What an actor does with an act.
fn verb(event: &StoryEvent, deed: &Deed) -> &'static str {
    let is_first = event.day == 0.0;
    match deed.answers {
        Some(_) => "answers with",
        None if is_first => "opens with",
        None => "begins a new crisis with",
    }
}
