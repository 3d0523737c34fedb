//! A story: its parts fit together, and its decisions come from their reasons.

use super::values::{Checked, case, day, ensure, number, text, trials, within, within_place};
use super::{findings, subject, traces};
use crate::ensemble::MOST_TRIALS;
use crate::sim::Outcome;
use crate::study::{
    AgainstStory, DecisionPoint, Deed, FoundBy, Happening, Mind, Parties, Story, StoryStudy,
    Subject,
};

/// No horizon is later.
const LAST_DAY: usize = 3650;
/// Maximum number of events that are kept.
const MOST_EVENTS: usize = 1_000_000;
/// How far chances may be from what their reasons give, and a draw from its share.
const CLOSE: f64 = 1e-6;

/// Checks a story.
pub fn check(study: &StoryStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    trials(study.trials)?;
    within("`met`", case(&study.met, study.trials).map(drop))?;
    ensure(
        study.met.excluded.is_none(),
        "a history is told that the inputs exclude",
    )?;
    shares(study)?;
    let rungs = subject::rungs(&study.subject);
    let facts = study.record.iter();
    facts
        .copied()
        .try_for_each(|fact| findings::fact(fact, rungs))?;
    within("`severities`", severities(&study.severities, rungs))?;
    if let FoundBy::Outcome(quantity) = study.found_by {
        let outcomes = quantity.outcomes();
        ensure(
            outcomes.contains(&study.story.trace.summary.outcome),
            "the history does not end as was asked for",
        )?;
    }
    ensure(
        study.story.trial < study.trials || study.found_by == FoundBy::Number,
        "it is of a trial that was not searched",
    )?;
    within(
        "`story`",
        story(&study.story, &study.subject, &study.parties),
    )?;
    let Some(against) = &study.against else {
        return Ok(());
    };
    within("`against`", beside(against, study))
}

/// Checks how common its end and wars are.
fn shares(study: &StoryStudy) -> Checked {
    within("`ends`", case(&study.ends, study.trials).map(drop))?;
    within("`wars`", case(&study.wars, study.trials).map(drop))?;
    let outcome = study.story.trace.summary.outcome;
    ensure(
        !matches!(outcome, Outcome::LimitedWar | Outcome::War)
            || study.wars.share.share >= study.ends.share.share,
        "fewer come to war than to one of the two kinds of war",
    )
}

/// Checks the severities of a ladder: they rise from none to all.
fn severities(severities: &[f64], rungs: usize) -> Checked {
    ensure(severities.len() == rungs, "they are of another ladder")?;
    severities.iter().copied().try_for_each(number)?;
    ensure(
        severities.windows(2).all(|pair| pair[0] < pair[1]),
        "they do not rise",
    )
}

fn beside(against: &AgainstStory, study: &StoryStudy) -> Checked {
    text(&against.name)?;
    ensure(!against.name.trim().is_empty(), "it has no name")?;
    subject::check(&against.subject)?;
    subject::inputs(&against.inputs)?;
    ensure(
        subject::rungs(&against.subject) == subject::rungs(&study.subject)
            && against.story.trial == study.story.trial,
        "it is another trial, or on another ladder",
    )?;
    story(&against.story, &against.subject, &against.parties)?;
    let both = [&study.story.trace, &against.story.trace];
    ensure(
        against.divergence == crate::study::divergence::first_divergence(both),
        "the two part elsewhere",
    )
}

fn story(story: &Story, of: &Subject, parties: &Parties) -> Checked {
    let rungs = subject::rungs(of);
    let shape = traces::Shape {
        trials: MOST_TRIALS,
        last_day: LAST_DAY,
        rungs,
    };
    ensure(story.trial < MOST_TRIALS, "it is of a trial that cannot be")?;
    traces::trace(&story.trace, shape)?;
    ensure(
        parties.front_actors.len() == of.names.fronts.len()
            && parties.victims.len() == of.names.armed_groups.len(),
        "a third party is nobody's",
    )?;
    ensure(
        story.minds.len() == story.trace.points.len(),
        "a decision has no reasons",
    )?;
    for (at, (mind, point)) in story.minds.iter().zip(&story.trace.points).enumerate() {
        within_place("decision", at, decision(mind, point, rungs))?;
    }
    ensure(
        story.events.len() <= MOST_EVENTS,
        "there are too many events",
    )?;
    let rise = story
        .events
        .windows(2)
        .all(|pair| pair[0].day <= pair[1].day);
    ensure(rise, "its days do not rise")?;
    let mut decided = 0;
    for (at, event) in story.events.iter().enumerate() {
        within_place("event", at, day(event.day, shape.last_day))?;
        within_place("event", at, happening(event.what, of, &mut decided))?;
    }
    ensure(
        decided == story.minds.len(),
        "a decision is not among the events",
    )
}

fn decision(mind: &Mind, point: &DecisionPoint, rungs: usize) -> Checked {
    let numbers = [
        mind.visibility,
        mind.anger,
        mind.threat,
        mind.reputation,
        mind.belief,
        mind.trust,
        mind.mediation,
        mind.overstretch,
        mind.readiness,
    ];
    numbers.into_iter().try_for_each(number)?;
    ensure(mind.reasons.len() == rungs, "it is on another ladder")?;
    mind.reasons
        .iter()
        .flatten()
        .try_for_each(|&reason| number(reason))?;
    let chances = chances(mind);
    let are_close = chances
        .iter()
        .zip(&point.chances)
        .all(|(from_reasons, chance)| (from_reasons - chance).abs() <= CLOSE);
    ensure(are_close, "its chances are not those of its reasons")?;
    let (begin, end) = point.share_of_draws(point.drawn());
    ensure(
        begin - CLOSE <= point.draw && point.draw <= end + CLOSE && point.drawn() <= point.rung,
        "its draw does not lie in the share of its rung",
    )
}

/// The chances that reasons give: a logit.
fn chances(mind: &Mind) -> Vec<f64> {
    let sums: Vec<f64> = mind.reasons.iter().map(|each| each.iter().sum()).collect();
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let odds: Vec<f64> = sums.iter().map(|sum| libm::exp(sum - most)).collect();
    let all: f64 = odds.iter().sum();
    odds.iter().map(|odds| odds / all).collect()
}

/// Checks an event; `decided` counts the decisions before it.
fn happening(what: Happening, of: &Subject, decided: &mut usize) -> Checked {
    match what {
        Happening::Decides(at) => {
            let is_next = at == *decided;
            *decided += 1;
            ensure(is_next, "the decisions are not in order")
        }
        Happening::Acts(deed) => acts(&deed, subject::rungs(of)),
        Happening::Sees(sight) => [sight.severity, sight.harm, sight.provocation]
            .into_iter()
            .try_for_each(number),
        Happening::Engages(at) => there_is(at, of.names.mediators.len()),
        Happening::Opens(at) => there_is(at, of.names.fronts.len()),
        Happening::Attacks { group, deaths } => {
            there_is(group, of.names.armed_groups.len())?;
            lives(deaths)
        }
        Happening::Slips { deaths } => lives(deaths),
        Happening::Occasion(_) | Happening::War | Happening::Over | Happening::Cut => Ok(()),
    }
}

fn acts(deed: &Deed, rungs: usize) -> Checked {
    ensure(
        deed.rung < rungs && deed.answers.is_none_or(|rung| rung < rungs),
        "an act is on no rung of the ladder",
    )?;
    [deed.anger, deed.reputation, deed.trust]
        .into_iter()
        .try_for_each(number)?;
    lives(deed.deaths)
}

fn lives(deaths: f64) -> Checked {
    number(deaths)?;
    ensure(deaths >= 0.0, "fewer than no deaths")
}

fn there_is(at: usize, parties: usize) -> Checked {
    ensure(at < parties, "there is no such party")
}
