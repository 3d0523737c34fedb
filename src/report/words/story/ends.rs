//! How a history ends, and how common that is.

use super::{
    Teller, all_deaths, chance_in_words, comes_to_full_war, day_in_words, first_rival, reasons,
};
use crate::error::Problem;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::words::{and, histories, of_histories, outcome_clause};
use crate::sim::Outcome;
use crate::study::{Case, FIRST_ONES, FoundBy, Happening, Story, StoryChoice, StoryStudy};
use crate::tally::Fact;

/// How a history ends, as a sentence without its full stop: "Each side strikes once, and it ends on
/// day 4".
#[must_use]
pub fn end_in_words(story: &Story) -> String {
    let summary = &story.trace.summary;
    let day = day_in_words(summary.end_day);
    let is_cut = is_cut(story);
    match summary.outcome {
        Outcome::NoForce if summary.acts == 0 => "No crisis begins".to_owned(),
        Outcome::War => format!("It comes to full-scale war on day {day}"),
        Outcome::Unresolved => format!("It is still going on at the horizon, day {day}"),
        Outcome::LimitedWar if is_cut => {
            format!("It comes to a limited war, which goes on at the horizon, day {day}")
        }
        Outcome::NoForce => format!("No force is used, and it ends on day {day}"),
        Outcome::OneSided => format!("Only one side strikes, and it ends on day {day}"),
        Outcome::OneRound => format!("Each side strikes once, and it ends on day {day}"),
        Outcome::SeveralRounds => {
            format!("There is more than one round but no war, and it ends on day {day}")
        }
        Outcome::LimitedWar => format!("It comes to a limited war, which ends on day {day}"),
    }
}

/// Whether the horizon cut the opening crisis.
fn is_cut(story: &Story) -> bool {
    let ends = story.events.iter().find_map(|event| match event.what {
        Happening::Over | Happening::War => Some(false),
        Happening::Cut => Some(true),
        _ => None,
    });
    ends.unwrap_or(false)
}

/// How a history was found.
#[must_use]
pub fn found_in_words(study: &StoryStudy) -> String {
    let trial = count(study.story.trial);
    let seed = study.seed;
    match study.found_by {
        FoundBy::Number => format!("History {trial} of seed {seed}, as you asked."),
        FoundBy::Record => {
            format!(
                "History {trial} of seed {seed}: the first that agrees with all facts of the record that are \
                 checked: {}.",
                facts_in_words(&study.record)
            )
        }
        FoundBy::Outcome(quantity) => format!(
            "History {trial} of seed {seed}: the first in which {}.",
            clause(quantity)
        ),
        FoundBy::MostCommon => format!(
            "History {trial} of seed {seed}: the first that ends as most of the first {} do.",
            count(FIRST_ONES.min(study.trials))
        ),
    }
}

/// An end as a clause.
fn clause(quantity: Quantity) -> &'static str {
    match quantity.outcomes() {
        &[outcome] => outcome_clause(outcome),
        _ => WARS,
    }
}

/// The facts of a record by their kind.
fn facts_in_words(facts: &[Fact]) -> String {
    let kinds: Vec<&str> = facts.iter().map(|&fact| kind_of_fact(fact)).collect();
    and(&kinds)
}

const fn kind_of_fact(fact: Fact) -> &'static str {
    match fact {
        Fact::Outcome(_) => "how the opening crisis ends",
        Fact::Peak(_) => "its highest act",
        Fact::FirstAnswer(_) => "the first answer",
        Fact::EndDay(..) => "the day on which it ends",
        Fact::Deaths(..) => "all deaths, those of later crises too",
    }
}

/// How common it is among the histories that were searched, and what it is that is so common.
#[must_use]
pub fn met_in_words(study: &StoryStudy) -> String {
    let trials = study.trials;
    if trials == 1 {
        return "One history was searched.".to_owned();
    }
    let outcome = study.story.trace.summary.outcome;
    let here = often(&study.ends, outcome_clause(outcome), trials);
    let wars = often(&study.wars, WARS, trials);
    let mut said = Vec::new();
    match study.found_by {
        FoundBy::Record => {
            said.push(agreeing(&study.met, trials));
            said.push(here);
        }
        FoundBy::Outcome(Quantity::Wars) => {
            said.push(wars);
            said.push(here);
        }
        FoundBy::Outcome(_) | FoundBy::Number | FoundBy::MostCommon => {
            said.push(here);
            if matches!(outcome, Outcome::LimitedWar | Outcome::War) {
                said.push(wars);
            }
        }
    }
    format!(
        "{} ({} were searched).",
        crate::error::capitalised(&said.join("; ")),
        histories(trials)
    )
}

/// How common the end of a history is: "69 of 100 histories end so".
#[must_use]
pub fn rarity_in_words(study: &StoryStudy) -> String {
    if study.ends.share.interval == crate::stats::Interval::Fixed {
        return "all end so".to_owned();
    }
    format!(
        "{} end so",
        of_histories(study.ends.share.share, study.trials)
    )
}

/// An end that is any war.
const WARS: &str = "it comes to war, limited or full-scale";

/// How many agree with the record.
fn agreeing(case: &Case, trials: u64) -> String {
    if case.share.interval == crate::stats::Interval::Fixed {
        return "all histories agree with them: the inputs fix it".to_owned();
    }
    format!("{} agree with them", of_histories(case.share.share, trials))
}

/// In how many histories it ends so.
fn often(case: &Case, clause: &str, trials: u64) -> String {
    if case.share.interval == crate::stats::Interval::Fixed {
        return format!("in all histories {clause}: the inputs fix it");
    }
    format!("in {} {clause}", of_histories(case.share.share, trials))
}

impl Teller<'_> {
    /// What came of it all: the dead, and later crises.
    #[must_use]
    pub fn in_all(self) -> String {
        let summary = &self.story.trace.summary;
        let mut words = if summary.deaths > 0.0 {
            let placeholder = if comes_to_full_war(summary) {
                ", most of them a placeholder"
            } else {
                ""
            };
            format!(
                "In all the model counts {}{placeholder}.",
                all_deaths(summary)
            )
        } else {
            "Nobody is killed.".to_owned()
        };
        if summary.later_crises > 0 {
            let crises = if summary.later_crises == 1 {
                "crisis follows"
            } else {
                "crises follow"
            };
            words += &format!(" {} later {crises}", count(summary.later_crises));
            words += if summary.later_war {
                ", and the last comes to full-scale war."
            } else {
                "."
            };
        }
        words
    }
}

/// That no history is as wanted, and what to do.
#[must_use]
pub fn not_found(choice: StoryChoice, trials: u64, excluded: Option<&'static str>) -> Problem {
    let wanted = match choice {
        StoryChoice::Outcome(quantity) => format!("ends in `{}`", quantity.name()),
        StoryChoice::LikeRecord => "agrees with all facts of the record".to_owned(),
        StoryChoice::Usual | StoryChoice::Trial(_) => "can be told".to_owned(),
    };
    let problem = Problem::new(format!("none of {} {wanted}", histories(trials)));
    match excluded {
        Some(why) => problem.help(format!("it cannot occur here: {why}")),
        None => problem.help("ask for more with `--trials`"),
    }
}

/// The opening crisis of a history in words, for those who cannot see its chart.
#[must_use]
pub fn story_in_words(study: &StoryStudy) -> String {
    let base = Teller {
        subject: &study.subject,
        parties: &study.parties,
        story: &study.story,
    };
    let mut words = base.course();
    if let Some(against) = &study.against {
        let variant = Teller {
            subject: &against.subject,
            parties: &against.parties,
            story: &against.story,
        };
        words += &format!(" With “{}”: {}", against.name, variant.course());
    }
    words
}

/// So many acts of a course are said, and so many reasons for each.
const MOST_ACTS: usize = 40;
const REASONS: usize = 3;

impl Teller<'_> {
    /// The acts of the opening crisis, each with what pulled most, and its end.
    fn course(self) -> String {
        let mut said = Vec::new();
        let mut why = String::new();
        for event in &self.story.events[..self.story.opening_events()] {
            match event.what {
                Happening::Decides(at) => why = self.why(at),
                Happening::Acts(_) | Happening::Slips { .. } => {
                    let words = self.event(event).unwrap_or_default();
                    said.push(format!("Day {}: {words}{why}", day_in_words(event.day)));
                    why.clear();
                }
                _ => {}
            }
        }
        let more = said.len().saturating_sub(MOST_ACTS);
        said.truncate(MOST_ACTS);
        if more > 0 {
            said.push(format!("And {} more.", count(more as u64)));
        }
        if said.is_empty() {
            said.push(why.trim_start().to_owned());
        }
        format!("{} {}.", said.join(" "), end_in_words(self.story))
    }

    /// What pulled most to a decision.
    fn why(self, at: usize) -> String {
        let Some((point, mind)) = self.story.decision(at) else {
            return String::new();
        };
        let rival = first_rival(point, &self.subject.ladder);
        let reasons = reasons(point, mind, rival, REASONS);
        let nouns = reasons.shown.iter().map(|pull| {
            let words = pull.in_words();
            let speaks = if words.is_for { "for it" } else { "against it" };
            format!("{speaks} {}", words.noun)
        });
        let nouns: Vec<String> = nouns.collect();
        format!(
            " {} of 100 for it. {} {}.",
            crate::error::capitalised(&chance_in_words(point.chance(point.drawn()))),
            self.question(point, rival),
            crate::error::capitalised(&nouns.join("; "))
        )
    }
}
