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

/// The opening crises that begin.
struct Crises<'a> {
    findings: &'a Findings,
    timeline: &'a Timeline,
    /// How many histories bring none. They count as ended on day 0.
    idle: u64,
    /// How many begin.
    begun: u64,
}

impl<'a> Crises<'a> {
    fn new(findings: &'a Findings, timeline: &'a Timeline) -> Self {
        let idle = (findings.no_act.share.share * findings.trials as f64).round() as u64;
        Self {
            findings,
            timeline,
            idle,
            begun: findings.trials.saturating_sub(idle),
        }
    }

    /// The first day by which so many in a hundred of them have ended; none where they never do.
    fn day_of(&self, percent: u64) -> Option<usize> {
        let needed = u128::from(self.begun) * u128::from(percent);
        let all = self.timeline.ended.iter();
        all.map(|ended| u128::from(ended.saturating_sub(self.idle)) * 100)
            .position(|ended| ended >= needed)
    }

    /// How many of them have ended by a day, as a share of all histories.
    fn ended(&self, day: usize) -> f64 {
        let ended = self.timeline.ended.get(day).copied().unwrap_or(0);
        ended.saturating_sub(self.idle) as f64 / self.findings.trials.max(1) as f64
    }

    /// Whether many histories bring none.
    fn many_idle(&self) -> bool {
        self.findings.no_act.share.share >= MANY
    }

    /// When half of them have ended, and nearly all.
    fn ends(&self) -> String {
        if self.begun < FEW {
            return self.few();
        }
        let Some(half) = self.day_of(HALF) else {
            return unusual(self.findings, self.timeline);
        };
        if self.many_idle() {
            let idle = no_crisis(self.findings);
            return format!(
                "{idle}; half of the others end within {}",
                days(half.max(1))
            );
        }
        match self.day_of(NEARLY_ALL) {
            Some(0) => "Nearly all crises end on the first day".to_owned(),
            Some(all) if half == all => format!("Nearly all crises end within {}", days(all)),
            Some(all) => format!(
                "Half of the crises end within {}, nearly all within {all}",
                days(half.max(1))
            ),
            None => format!("Half of the crises end within {}", days(half.max(1))),
        }
    }

    /// When the last of a few has ended.
    fn few(&self) -> String {
        match (self.begun, self.day_of(100)) {
            (0, _) => no_crisis(self.findings),
            (_, None) => unusual(self.findings, self.timeline),
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
}

/// What most crises do, and how far histories go, in one sentence without a full stop.
#[must_use]
pub fn histories_headline(findings: &Findings, timeline: &Timeline) -> String {
    if findings.trials == 1 {
        return one_history(findings, timeline);
    }
    let base = base(findings.trials);
    if is_war_at_once(findings) {
        return unusual(findings, timeline);
    }
    let crises = Crises::new(findings, timeline);
    let wars = wars(findings);
    if crises.begun == 0 {
        return format!("{}; {wars}", no_crisis(findings));
    }
    let Some(day) = crises.day_of(MOST) else {
        return format!("{}; {wars}", unusual(findings, timeline));
    };
    let ended = of(crises.ended(day), base);
    let within = days(day.max(1));
    if crises.many_idle() {
        let idle = no_crisis(findings);
        return format!("{idle}; {ended} end within {within}; {wars}");
    }
    format!(
        "{ended} of {} histories end within {within}; {wars}",
        count(base)
    )
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
    let ends = Crises::new(findings, timeline).ends();
    match full_scale_war(findings, base(findings.trials)) {
        Some(war) => format!("{ends}; {war}"),
        None => ends,
    }
}

/// The end of the one history that was run.
fn one_history(findings: &Findings, timeline: &Timeline) -> String {
    let outcome = findings.most_common();
    let clause = outcome_clause(outcome);
    let by = timeline.day_of(100, 1).filter(|&day| day > 0);
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

/// How many climb to war, limited or full, in the opening crisis.
fn wars(findings: &Findings) -> String {
    let share = findings.wars().share.share;
    if share >= 1.0 && findings.outcome(Outcome::SeveralRounds).excluded.is_some() {
        return "all are limited war from the start".to_owned();
    }
    let counted = Counted::new(findings);
    let words = match counted.figure(counted.wars(), share).as_str() {
        "0" => "none climbs to war".to_owned(),
        one @ ("1" | "fewer than 1") => format!("{one} climbs to limited or full-scale war"),
        many => format!("{many} climb to limited or full-scale war"),
    };
    if has_later_crises(findings) {
        format!("{words} in the first crisis")
    } else {
        words
    }
}

/// How many of the opening crises end in full-scale war, and how many histories come to it later.
fn full_scale_war(findings: &Findings, base: u64) -> Option<String> {
    let war = findings.outcome(Outcome::War);
    let later = findings.means.of(Quantity::LaterWar).mean;
    if war.excluded.is_some() && later <= 0.0 {
        return None;
    }
    let all = count(base);
    let counted = Counted::new(findings);
    let number = counted.figure(counted.outcome(Outcome::War), war.share.share);
    let words = match number.as_str() {
        "0" => "none ends in full-scale war".to_owned(),
        one @ ("1" | "fewer than 1") => format!("{one} of {all} ends in full-scale war"),
        many => format!("{many} of {all} end in full-scale war"),
    };
    // What is rarer is said by the chart, not in its title.
    if later * base as f64 >= 0.5 {
        let later = of(later, base);
        return Some(format!(
            "{words} in the first crisis, {later} more in a later one"
        ));
    }
    Some(words)
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
