//! What is drawn of a run: what really happened, and one history of each end, up to the last day
//! that any of them needs.

use std::collections::BTreeSet;

use super::course::{Course, End};
use crate::error::capitalised;
use crate::report::chart::rungs::ChartRungs;
use crate::report::words::{Counted, cut_in_words, happens, histories as of_histories};
use crate::sim::Outcome;
use crate::study::{Findings, Timeline};

/// Maximum number of panels.
const MOST: usize = 6;
/// Days are added for an end that comes later than the last day, up to this multiple.
const LATER: f64 = 2.5;

/// One history, or what really happened.
pub struct Panel {
    pub course: Course,
    /// Which end it is an example of.
    pub heading: String,
    /// How many histories end so, and when this one does.
    pub words: String,
}

/// What is drawn.
pub struct Scene {
    pub panels: Vec<Panel>,
    /// The rungs that anything drawn stands on.
    pub reached: BTreeSet<usize>,
    /// The last day.
    pub last: usize,
    /// What is not drawn, in sentences.
    pub note: String,
}

impl Scene {
    pub fn new(findings: &Findings, rungs: &ChartRungs<'_>, timeline: &Timeline) -> Self {
        let top = rungs.len() - 1;
        let record = Course::of_record(timeline, rungs.off_ramp, top);
        let drawn = drawn(findings, timeline, MOST - usize::from(record.is_some()));
        let mut courses: Vec<Course> = record.into_iter().collect();
        for &outcome in &drawn {
            let history = timeline.histories.iter();
            let mut such = history.filter(|one| one.outcome == outcome && one.has_begun());
            courses.extend(such.next().map(|history| Course::new(history, top)));
        }
        let last = last_day(findings, timeline, &courses);
        courses.retain(|course| course.acts.iter().any(|act| act.day <= last as f64));
        let mut reached = BTreeSet::new();
        for course in &courses {
            let acts = course.acts.iter().filter(|act| act.day <= last as f64);
            reached.extend(acts.filter_map(|act| course.rung(act)));
            if matches!(course.end, End::War(day) if day <= last as f64) {
                reached.insert(top);
            }
        }
        let panels = courses.into_iter();
        Self {
            note: note(findings, timeline, &drawn, last),
            panels: panels.map(|course| Panel::new(findings, course)).collect(),
            reached,
            last,
        }
    }
}

impl Panel {
    fn new(findings: &Findings, course: Course) -> Self {
        let when = match course.end {
            End::Quiet(day) => format!("ends on day {}", day.floor()),
            End::War(day) => format!("war on day {}", day.floor()),
            End::LastAct(day) => format!("last act on day {}", day.floor()),
            End::GoesOn => "goes on".to_owned(),
        };
        let (heading, words) = match course.outcome {
            None => ("What really happened".to_owned(), capitalised(&when)),
            Some(outcome) => {
                let often = often(findings, outcome);
                (capitalised(happens(outcome)), format!("{often}; {when}"))
            }
        };
        Self {
            course,
            heading,
            words,
        }
    }
}

/// The ends that are drawn, the calmest first: all wars, and the most common of the others.
fn drawn(findings: &Findings, timeline: &Timeline, most: usize) -> Vec<Outcome> {
    let is_there = |outcome: &Outcome| {
        let mut histories = timeline.histories.iter();
        histories.any(|one| one.outcome == *outcome && one.has_begun())
    };
    let mut drawn: Vec<Outcome> = Outcome::ALL.into_iter().filter(is_there).collect();
    while drawn.len() > most {
        let others = drawn
            .iter()
            .enumerate()
            .filter(|(_, outcome)| !is_war(**outcome));
        let rarest = others.min_by(|one, other| {
            let shares = [one.1, other.1].map(|outcome| findings.begun_share(*outcome));
            shares[0].total_cmp(&shares[1])
        });
        let Some((at, _)) = rarest else { break };
        drawn.remove(at);
    }
    drawn
}

const fn is_war(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::LimitedWar | Outcome::War)
}

/// The last day that is shown: that of the last end, unless it is very late.
fn last_day(findings: &Findings, timeline: &Timeline, courses: &[Course]) -> usize {
    let usual = timeline.days_shown(findings);
    let most = (LATER * usual as f64).min(timeline.last_day() as f64);
    let ends = courses.iter().map(Course::last_day);
    let last = ends.filter(|&end| end < most).fold(0.0, f64::max) as usize + 1;
    let is_beyond = courses.iter().any(|course| course.last_day() >= most);
    let last = if is_beyond { last.max(usual) } else { last };
    last.clamp(1, timeline.last_day().max(1))
}

/// How many histories end so: "69 of 100", "under 1 of 100".
fn often(findings: &Findings, outcome: Outcome) -> String {
    let counted = Counted::new(findings);
    let share = findings.begun_share(outcome);
    let number = if outcome == Outcome::NoForce {
        counted.part(share)
    } else {
        counted.outcome(outcome)
    };
    let figure = counted.figure(number, share);
    let figure = figure
        .replace("fewer than", "under")
        .replace("more than", "over");
    format!("{figure} of {}", counted.base)
}

/// What is not drawn: histories without a crisis, other ends, later days.
fn note(findings: &Findings, timeline: &Timeline, drawn: &[Outcome], last: usize) -> String {
    let counted = Counted::new(findings);
    let mut sentences = Vec::new();
    let idle = findings.no_act.share.share;
    if idle > 0.0 {
        let number = counted.figure(counted.part(idle), idle);
        let of = of_histories(counted.base);
        sentences.push(format!(
            "Not drawn: {number} of {of}, in which no crisis begins."
        ));
    }
    let left_out = Outcome::ALL.into_iter().filter(|outcome| {
        !timeline.histories.is_empty()
            && findings.begun_share(*outcome) > 0.0
            && !drawn.contains(outcome)
    });
    for outcome in left_out {
        let often = often(findings, outcome);
        sentences.push(format!("Not drawn: {}, {often}.", happens(outcome)));
    }
    if last < timeline.last_day() {
        sentences.push(cut_in_words(timeline, last) + ".");
    }
    sentences.join(" ")
}
