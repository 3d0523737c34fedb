//! What happens in one history, in sentences. Each number in them is one of the record of the
//! trial, rounded.

mod acts;
mod decisions;
mod differing;
mod ends;
mod numbers;
mod pulls;
mod sights;

pub use differing::{course_title, differing_in_words, ends_alike};
pub use ends::{
    end_in_words, found_in_words, met_in_words, not_found, rarity_in_words, story_in_words,
};
use numbers::{about_deaths, deaths_in_words, factor};
use numbers::{all_deaths, comes_to_full_war};
pub use numbers::{chance_in_words, day_in_words, hundredths};
pub use pulls::{
    Likelihood, Pull, Reasons, Rival, close_rival, first_rival, likelihood, reasons, rival,
};

use crate::error::printable;
use crate::report::cut::cut;
use crate::scenario::Named;
use crate::study::{Deed, Happening, Parties, Story, StoryEvent, Subject};

/// Maximum columns of a label in a sentence.
const MOST_LABEL: usize = 46;

/// Tells a history.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'s> {
    /// What was run.
    pub subject: &'s Subject,
    /// Whose the third parties are.
    pub parties: &'s Parties,
    /// The history.
    pub story: &'s Story,
}

impl Teller<'_> {
    /// The name of an actor.
    #[must_use]
    pub fn actor(self, side: crate::model::Side) -> String {
        printable(&self.subject.names.actors[side as usize].label)
    }

    /// The name of a rung, in quotation marks.
    #[must_use]
    pub fn rung(self, rung: usize) -> String {
        format!("“{}”", name(&self.subject.names.rungs, rung))
    }

    /// The name of a rung.
    #[must_use]
    pub fn rung_label(self, rung: usize) -> String {
        name(&self.subject.names.rungs, rung)
    }

    /// What kind of war an act on a rung is, in brackets; nothing where it is none.
    #[must_use]
    pub fn kind_of_war(self, rung: usize) -> &'static str {
        let top = self.subject.names.rungs.len().saturating_sub(1);
        if rung < self.subject.ladder.limited_war || rung >= top {
            ""
        } else {
            " (limited war)"
        }
    }

    /// Where limited war begins, a sentence.
    #[must_use]
    pub fn where_war_begins(self) -> String {
        let top = self.subject.names.rungs.len().saturating_sub(1);
        let begins = self.subject.ladder.limited_war;
        format!(
            "Limited war begins at {}, and goes up to {}.",
            self.rung(begins),
            self.rung(top)
        )
    }

    /// What happens, in sentences; none where something else says it: a decision stands by itself,
    /// and so does the end.
    #[must_use]
    pub fn event(self, event: &StoryEvent) -> Option<String> {
        let names = &self.subject.names;
        Some(match event.what {
            Happening::Decides(_) | Happening::War | Happening::Over => return None,
            Happening::Acts(deed) => self.act(event, &deed),
            Happening::Sees(sight) => self.sight(&sight),
            Happening::Engages(at) => {
                format!("{} begins to mediate.", name(&names.mediators, at))
            }
            Happening::Opens(at) => self.front(at),
            Happening::Attacks { group, deaths } => self.attack(group, deaths),
            Happening::Occasion(side) => {
                format!("{} finds an occasion to challenge.", self.actor(side))
            }
            Happening::Slips { deaths } => format!(
                "It gets out of hand: the act slips into full-scale war. {}",
                deaths_of_war(deaths)
            ),
            Happening::Cut => format!(
                "Day {} is the horizon: the crisis is still going on.",
                day_in_words(event.day)
            ),
        })
    }

    fn front(self, at: usize) -> String {
        let front = name(&self.subject.names.fronts, at);
        let whose = self.parties.front_actors.get(at);
        let whose = whose.map_or_else(String::new, |&side| self.actor(side));
        format!("{front} puts pressure on {whose}: one more thing on its hands.")
    }

    fn attack(self, group: usize, deaths: f64) -> String {
        let attacker = name(&self.subject.names.armed_groups, group);
        let victim = self.parties.victims.get(group);
        let victim = victim.map_or_else(String::new, |&side| self.actor(side));
        let killed = if deaths > 0.0 {
            format!(" The model counts {}.", deaths_in_words(deaths))
        } else {
            String::new()
        };
        format!("The armed group {attacker} attacks {victim}.{killed}")
    }

    /// Whether an act ends the crisis that it is an answer in.
    #[must_use]
    pub fn steps_down(self, deed: &Deed) -> bool {
        deed.answers.is_some() && deed.rung <= self.subject.ladder.off_ramp
    }
}

/// The deaths of a war, which nobody can know.
fn deaths_of_war(deaths: f64) -> String {
    if deaths <= 0.0 {
        return String::new();
    }
    format!(
        "The model counts {}, a placeholder: nobody knows.",
        about_deaths(deaths)
    )
}

/// A name of a list, short enough for a sentence.
fn name(list: &[Named], at: usize) -> String {
    let label = list.get(at).map_or("", |named| named.label.as_str());
    cut(&printable(label), MOST_LABEL)
}
