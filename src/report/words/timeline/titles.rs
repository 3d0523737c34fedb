//! The findings of the days: when the opening crises end, and how many come to war.

use super::counts::{base, of};
use super::has_later_crises;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::words::counted::Counted;
use crate::report::words::outcomes::outcome_clause;
use crate::sim::Outcome;
use crate::study::{Findings, Timeline};

/// By when most histories have ended: so many in a hundred.
const MOST: u64 = 75;
/// By when half have ended, and nearly all.
const HALF: u64 = 50;
const NEARLY_ALL: u64 = 95;

/// From this share of histories on a title says first that they bring no crisis.
const MANY: f64 = 0.05;
/// Below this many crises nothing is said of half of them.
const FEW: u64 = 20;
/// What the crisis is called after words that name it.
const IT: &str = "it";
/// What is said of wars that the opening crisis does not bring.
const LATER: &str = "a later one does";

/// What most crises do, and how far histories go, in one sentence without a full stop.
#[must_use]
pub fn histories_headline(findings: &Findings, timeline: &Timeline) -> String {
    if findings.trials == 1 {
        return one_history(findings, timeline);
    }
    if is_war_at_once(findings) {
        return unusual(findings, timeline);
    }
    let crises = timeline.crises(findings);
    if crises.begun() == 0 {
        let wars = wars(findings, the_crisis(findings));
        return format!("{}; {wars}", no_crisis(findings));
    }
    let Some(day) = crises.day_of(MOST) else {
        let wars = wars(findings, the_crisis(findings));
        return format!("{}; {wars}", unusual(findings, timeline));
    };
    let wars = wars(findings, IT);
    let base = base(findings.trials);
    let share = crises.ended(day) as f64 / findings.trials as f64;
    let ended = of(share, base);
    let within = days(day.max(1));
    if is_often_idle(findings) {
        let idle = no_crisis(findings);
        return format!("{idle}; in {ended} it ends within {within}; {wars}");
    }
    let crisis = the_crisis(findings);
    let histories = if share >= 1.0 {
        format!("In all {ended} histories")
    } else {
        format!("In {ended} of {} histories", count(base))
    };
    format!("{histories} {crisis} ends within {within}; {wars}")
}

/// When half of the crises have ended, and nearly all, and how many end in full-scale war, in one
/// sentence without a full stop.
#[must_use]
pub fn levels_headline(findings: &Findings, timeline: &Timeline) -> String {
    if findings.trials == 1 {
        return one_history(findings, timeline);
    }
    if is_war_at_once(findings) {
        return unusual(findings, timeline);
    }
    let crises = timeline.crises(findings);
    let is_subject = crises.begun() >= FEW && crises.day_of(HALF).is_some();
    let crisis = if is_subject { IT } else { the_crisis(findings) };
    let war = full_scale_war(findings, crisis);
    let ends = ends(findings, timeline, !war.contains(LATER));
    if war.is_empty() {
        ends
    } else {
        format!("{ends}; {war}")
    }
}

/// When half of the crises have ended, and, where there is room to say so, nearly all.
fn ends(findings: &Findings, timeline: &Timeline, has_room: bool) -> String {
    let crises = timeline.crises(findings);
    if crises.begun() < FEW {
        return few(findings, timeline);
    }
    let Some(half) = crises.day_of(HALF) else {
        return unusual(findings, timeline);
    };
    let half = half.max(1);
    if is_often_idle(findings) {
        let idle = no_crisis(findings);
        let within = days(half);
        return format!("{idle}; in half of the others it ends within {within}");
    }
    let crisis = the_crisis(findings);
    let within = days(half);
    match crises.day_of(NEARLY_ALL) {
        Some(0) => format!("In nearly all histories {crisis} ends on the first day"),
        Some(all) if half == all => {
            format!("In nearly all histories {crisis} ends within {within}")
        }
        Some(all) if has_room => {
            format!(
                "In half of all histories {crisis} ends within {within}, in nearly all within {all}"
            )
        }
        _ => format!("In half of all histories {crisis} ends within {within}"),
    }
}

/// When the last of a few crises has ended.
fn few(findings: &Findings, timeline: &Timeline) -> String {
    let crises = timeline.crises(findings);
    match (crises.begun(), crises.day_of(100)) {
        (0, _) => no_crisis(findings),
        (_, None) => unusual(findings, timeline),
        (1, Some(day)) => format!(
            "The one crisis that begins ends within {}",
            days(day.max(1))
        ),
        (all, Some(day)) => format!(
            "All {all} crises that begin end within {}",
            days(day.max(1))
        ),
    }
}

/// Whether many histories bring no crisis.
fn is_often_idle(findings: &Findings) -> bool {
    findings.no_act.share.share >= MANY
}

/// What the crises that the title speaks of are called.
fn the_crisis(findings: &Findings) -> &'static str {
    if has_later_crises(findings) {
        "the first crisis"
    } else {
        "the crisis"
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

/// What is said of histories of which most do not end, or are war from the start.
fn unusual(findings: &Findings, timeline: &Timeline) -> String {
    if is_war_at_once(findings) {
        return "Every history is full-scale war from the first day".to_owned();
    }
    let last = timeline.last_day();
    let base = base(findings.trials);
    let ended = timeline.ended.last().copied().unwrap_or(0);
    let open = findings.trials.saturating_sub(ended);
    // The outcome "still going on" leaves out limited wars without an end.
    let wars = if open > findings.unresolved {
        ", wars included"
    } else {
        ""
    };
    format!(
        "{} of {} histories have no end by day {last}{wars}",
        of(open as f64 / findings.trials.max(1) as f64, base),
        count(base)
    )
}

/// How many histories bring no crisis, or none at their opening where others may begin later.
fn no_crisis(findings: &Findings) -> String {
    let base = base(findings.trials);
    let clause = if has_later_crises(findings) {
        "the opening brings no crisis"
    } else {
        "no crisis begins"
    };
    format!(
        "In {} of {} histories {clause}",
        of(findings.no_act.share.share, base),
        count(base)
    )
}

/// In how many histories the opening crisis climbs to war, limited or full.
fn wars(findings: &Findings, crisis: &str) -> String {
    let share = findings.wars().share.share;
    if share >= 1.0 && findings.outcome(Outcome::SeveralRounds).excluded.is_some() {
        return "all are limited war from the start".to_owned();
    }
    let counted = Counted::new(findings);
    match counted.figure(counted.wars(), share).as_str() {
        "0" => never(crisis, "climbs to war"),
        _ if share >= 1.0 => format!("{crisis} always climbs to limited or full-scale war"),
        some => format!("in {some} {crisis} climbs to limited or full-scale war"),
    }
}

/// That no opening crisis does something.
fn never(crisis: &str, does: &str) -> String {
    if crisis == IT {
        format!("{IT} never {does}")
    } else {
        format!("none {does}")
    }
}

/// In how many histories the opening crisis ends in full-scale war, and in how many a later one
/// does. Empty where there can be none.
fn full_scale_war(findings: &Findings, crisis: &str) -> String {
    let base = base(findings.trials);
    let war = findings.outcome(Outcome::War);
    let later = findings.means.of(Quantity::LaterWar).mean;
    if war.excluded.is_some() && later <= 0.0 {
        return String::new();
    }
    let all = count(base);
    let counted = Counted::new(findings);
    let number = counted.figure(counted.outcome(Outcome::War), war.share.share);
    let words = match number.as_str() {
        "0" => never(crisis, "ends in full-scale war"),
        _ if war.share.share >= 1.0 => format!("{crisis} always ends in full-scale war"),
        some => format!("in {some} of {all} {crisis} ends in full-scale war"),
    };
    // What is rarer is said by the chart, not in its title.
    if later * base as f64 >= 0.5 {
        let later = of(later, base);
        return format!("{words}, in {later} {LATER}");
    }
    words
}

/// Whether the opening is full-scale war in every history.
fn is_war_at_once(findings: &Findings) -> bool {
    findings
        .first_act
        .last()
        .is_some_and(|case| case.share.share >= 1.0)
}

fn days(number: usize) -> String {
    match number {
        1 => "1 day".to_owned(),
        more => format!("{} days", count(more as u64)),
    }
}
