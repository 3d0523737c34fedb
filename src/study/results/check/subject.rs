//! What was run: names, and the ladder.

use std::collections::BTreeSet;

use super::values::{Checked, ensure, id, label, number, text, texts, within};
use crate::scenario::{Departure, InputDifference, Named, Names};
use crate::study::{LadderShape, Subject};

/// How many rungs a ladder has.
const RUNGS: std::ops::RangeInclusive<usize> = 3..=32;
/// Maximum number of mediators, fronts or armed groups.
const MOST_PARTIES: usize = 100;
/// Maximum number of changes of a scenario: so many numbers it may have.
const MOST_CHANGES: usize = 10_000;
/// Maximum number of inputs in which two scenarios differ.
const MOST_INPUTS: usize = 2 * MOST_CHANGES;
/// Digits of a digest.
const DIGITS: usize = 64;

/// Checks what was run.
pub fn check(subject: &Subject) -> Checked {
    within("its name", label(&subject.name))?;
    within("its source", text(&subject.source))?;
    within("its changes", texts(&subject.changes, MOST_CHANGES))?;
    within("`departure`", departure(subject.departure.as_ref()))?;
    within("`hindsight`", text(&subject.hindsight))?;
    within("`sha256`", digest(&subject.sha256))?;
    within("its names", names(&subject.names))?;
    within("its ladder", ladder(&subject.ladder, rungs(subject)))
}

/// How many rungs its ladder has.
pub const fn rungs(subject: &Subject) -> usize {
    subject.names.rungs.len()
}

fn departure(departure: Option<&Departure>) -> Checked {
    let Some(Departure {
        from,
        source,
        inputs: differ,
    }) = departure
    else {
        return Ok(());
    };
    text(from)?;
    text(source)?;
    inputs(differ)
}

/// Checks the inputs in which two scenarios differ.
pub fn inputs(all: &[InputDifference]) -> Checked {
    ensure(all.len() <= MOST_INPUTS, "too many inputs differ")?;
    for input in all {
        text(&input.path)?;
        for value in input.before.iter().chain(&input.after) {
            text(value)?;
        }
    }
    Ok(())
}

fn digest(written: &str) -> Checked {
    let is_hexadecimal = written.bytes().all(|byte| byte.is_ascii_hexdigit());
    ensure(written.len() == DIGITS && is_hexadecimal, "it is no digest")
}

fn names(names: &Names) -> Checked {
    ensure(
        RUNGS.contains(&names.rungs.len()),
        "a ladder has 3 to 32 rungs",
    )?;
    named(&names.actors)?;
    named(&names.rungs)?;
    for parties in [&names.mediators, &names.fronts, &names.armed_groups] {
        ensure(parties.len() <= MOST_PARTIES, "there are too many parties")?;
        named(parties)?;
    }
    Ok(())
}

/// Names of one kind.
fn named(all: &[Named]) -> Checked {
    for one in all {
        id(&one.id)?;
        label(&one.label)?;
    }
    let ids: BTreeSet<&str> = all.iter().map(|one| one.id.as_str()).collect();
    ensure(ids.len() == all.len(), "two have one id")
}

fn ladder(ladder: &LadderShape, rungs: usize) -> Checked {
    ensure(
        ladder.force.len() == rungs,
        "it has another number of rungs",
    )?;
    let opening = ladder.opening.unwrap_or(0);
    ensure(
        ladder.off_ramp < rungs && ladder.limited_war < rungs && opening < rungs,
        "it has no such rung",
    )?;
    number(ladder.war_deaths)?;
    ensure(ladder.war_deaths >= 0.0, "fewer than no deaths")
}
