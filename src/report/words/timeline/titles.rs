//! The findings of the days: when crises are over, and how many become full-scale war. Where a number
//! can be read off the levels, it is theirs: no chart contradicts its title.

use super::counts::{base, of};
use super::has_later_crises;
use super::parts::{Parts, are};
use super::spans::{half_day, last_of_levels};
use crate::numerals::count;
use crate::report::words::outcomes::outcome_clause;
use crate::study::{Calm, Findings, Timeline};

/// When most crises are over, and what becomes of the others, in one sentence without a full stop.
#[must_use]
pub fn over_headline(findings: &Findings, timeline: &Timeline) -> String {
    if let Some(unusual) = unusual(findings, timeline) {
        return unusual;
    }
    let day = timeline.title_day(findings);
    let parts = Parts::new(findings, day);
    if has_later_crises(findings) {
        return state(findings, &parts, day);
    }
    let over = parts.over();
    let within = days(day);
    let over = if Calm::new(findings).is_often_idle() {
        let idle = no_crisis(findings);
        format!("{idle}; in {over} it is over within {within}")
    } else {
        let histories = histories(&over, parts.base);
        format!("In {histories} the crisis is over within {within}")
    };
    let mut others = Vec::new();
    others.extend(full_scale_war(findings, &parts));
    others.extend(longer(&parts));
    with(over, &others)
}

/// When half of the crises are over, and how many become full-scale war, in one sentence without a
/// full stop.
#[must_use]
pub fn levels_headline(findings: &Findings, timeline: &Timeline) -> String {
    let is_plain = unusual(findings, timeline).is_none();
    match half_day(findings).filter(|_| is_plain) {
        Some(day) => half(findings, timeline, day),
        None => over_headline(findings, timeline),
    }
}

/// How many crises are over on the day by which half of them are.
fn half(findings: &Findings, timeline: &Timeline, day: usize) -> String {
    let within = days(day);
    let has_later = has_later_crises(findings);
    let on_day = Parts::new(findings, day);
    let over = if has_later {
        let calm = on_day.in_no_crisis();
        let histories = histories(&calm, on_day.base);
        format!("On day {day}, {histories} {} in no crisis", are(&calm))
    } else if Calm::new(findings).is_often_idle() {
        let idle = no_crisis(findings);
        format!("{idle}; in {} it is over within {within}", on_day.over())
    } else {
        let histories = histories(&on_day.over(), on_day.base);
        format!("In {histories} the crisis is over within {within}")
    };
    let last = last_of_levels(findings, timeline);
    let parts = Parts::new(findings, last);
    let war = full_scale_war(findings, &parts);
    let war = war.map(|war| {
        if has_later {
            format!("on day {last}, {war}")
        } else {
            war
        }
    });
    with(over, war.as_slice())
}

/// Where all histories stand on a day: what is over may begin again, so that nothing is said of
/// ends.
fn state(findings: &Findings, parts: &Parts, day: usize) -> String {
    let over = parts.in_no_crisis();
    let mut words = if Calm::new(findings).is_often_idle() {
        let idle = no_crisis(findings);
        format!("{idle}; on day {day}, {over} {} in none", are(&over))
    } else {
        let histories = histories(&over, parts.base);
        format!("On day {day}, {histories} {} in no crisis", are(&over))
    };
    if parts.can_be_war {
        words += &format!(", {} in full-scale war", parts.war());
    }
    if parts.open > 0 {
        words += &format!(", {} in a crisis", count(parts.open));
    }
    words
}

/// The sentence of what is neither most nor half: one history, war from the start, no crisis, or
/// none that is over.
pub(super) fn unusual(findings: &Findings, timeline: &Timeline) -> Option<String> {
    if findings.trials == 1 {
        return Some(one_history(findings, timeline));
    }
    if is_war_at_once(findings) {
        return Some("Every history is full-scale war from the first day".to_owned());
    }
    let calm = Calm::new(findings);
    if calm.of() == 0 && !has_later_crises(findings) {
        return Some(no_crisis(findings));
    }
    let day = timeline.title_day(findings);
    let is_none_over = calm.over(day) == 0 && !calm.is_often_idle();
    is_none_over.then(|| none_over(findings, &Parts::new(findings, day), day))
}

/// What is said where no crisis is over by a day.
fn none_over(findings: &Findings, parts: &Parts, day: usize) -> String {
    let all = count(parts.base);
    match full_scale_war(findings, parts).filter(|_| !parts.is_without_war()) {
        None => format!("All {all} histories go on beyond day {day}"),
        Some(_) if parts.is_all_war() => format!("All {all} histories end in full-scale war"),
        Some(war) => {
            let others = longer(parts).unwrap_or_default();
            format!(
                "No crisis is over within {}: of {all} histories {war}, {others}",
                days(day)
            )
        }
    }
}

/// The end of the one history that was run.
fn one_history(findings: &Findings, timeline: &Timeline) -> String {
    let outcome = findings.most_common();
    let clause = outcome_clause(outcome);
    let crises = timeline.crises(findings);
    let by = crises.day_of(100).filter(|&day| day > 0);
    match by {
        Some(day) => format!("One history was run: {clause}, by day {day}"),
        None => format!("One history was run: {clause}"),
    }
}

/// How many histories bring no crisis, or none at their opening where others may begin later.
fn no_crisis(findings: &Findings) -> String {
    let base = base(findings.trials);
    let clause = if has_later_crises(findings) {
        "the opening brings no crisis"
    } else {
        "no crisis begins"
    };
    let histories = histories(&of(findings.no_act.share.share, base), base);
    format!("In {histories} {clause}")
}

/// How many become full-scale war; none where the inputs exclude it.
fn full_scale_war(findings: &Findings, parts: &Parts) -> Option<String> {
    if !parts.can_be_war {
        return None;
    }
    let number = parts.war();
    Some(match number.as_str() {
        "fewer than 1" if has_later_crises(findings) => {
            "almost none are in full-scale war".to_owned()
        }
        "fewer than 1" => "almost none end in full-scale war".to_owned(),
        some if has_later_crises(findings) => format!("{some} {} in full-scale war", are(some)),
        "none" | "1" => format!("{number} ends in full-scale war"),
        _ => format!("{number} end in full-scale war"),
    })
}

/// How many take longer.
fn longer(parts: &Parts) -> Option<String> {
    match parts.open {
        0 => None,
        1 => Some("1 takes longer".to_owned()),
        more => Some(format!("{} take longer", count(more))),
    }
}

/// Whether the opening is full-scale war in every history.
fn is_war_at_once(findings: &Findings) -> bool {
    findings
        .first_act
        .last()
        .is_some_and(|case| case.share.share >= 1.0)
}

/// A sentence with what becomes of others.
fn with(sentence: String, others: &[String]) -> String {
    if others.is_empty() {
        return sentence;
    }
    format!("{sentence}; {}", others.join(", "))
}

/// A number of so many histories: "77 of 100 histories", "all 100 histories".
fn histories(number: &str, base: u64) -> String {
    let all = count(base);
    if number == all {
        format!("all {all} histories")
    } else {
        format!("{number} of {all} histories")
    }
}

fn days(number: usize) -> String {
    match number {
        1 => "1 day".to_owned(),
        more => format!("{} days", count(more as u64)),
    }
}
