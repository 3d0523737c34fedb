//! What is drawn of a run: its first histories and its record, up to the day where all is cut.

use super::course::{Course, Way};
use crate::report::chart::rungs::ChartRungs;
use crate::report::words::{Counted, cut_in_words};
use crate::sim::Outcome;
use crate::study::{Findings, Timeline};

/// Days are cut after the last end that is shown, where that is in this part of them.
const EARLIER: f64 = 0.8;

/// What is drawn.
pub struct Scene {
    /// The first history with each end, the calmest and shortest first.
    pub courses: Vec<Course>,
    /// How many histories end as each of these does, in words.
    pub often: Vec<String>,
    /// The recorded acts, as many as there are days for, and the first beyond.
    pub record: Vec<(f64, usize)>,
    /// The highest rung on which an answer ends the crisis.
    pub off_ramp: usize,
    /// The last day.
    pub last: usize,
    /// Why the days end there.
    pub note: String,
}

impl Scene {
    pub fn new(findings: &Findings, rungs: &ChartRungs<'_>, timeline: &Timeline) -> Self {
        let mut last = last_day(findings, timeline);
        let top = rungs.len() - 1;
        let mut courses: Vec<Course> = timeline
            .histories
            .iter()
            .map(|history| Course::new(history, top, last as f64))
            .collect();
        keep_one_of_each(&mut courses);
        courses.sort_by(Course::by_gravity);
        // The day that the title speaks of is always shown.
        let least = timeline.title_day(findings);
        let note = match cut_after(&courses, timeline, least, last) {
            Some(earlier) => {
                last = earlier;
                format!("Cut at day {earlier}: no history shown goes on then")
            }
            None => cut_in_words(findings, timeline, last),
        };
        let often = courses.iter().map(|course| often(findings, course));
        Self {
            often: often.collect(),
            courses,
            record: timeline.record.clone(),
            off_ramp: rungs.off_ramp,
            last,
            note,
        }
    }

    /// Whether there is a record to draw.
    pub fn has_record(&self) -> bool {
        self.record
            .first()
            .is_some_and(|&(day, _)| day <= self.last as f64)
    }

    /// What thin lines are, and the thick one where it has no name.
    pub fn key(&self, has_name: bool) -> String {
        let has_lines = self.courses.iter().any(|course| course.last_day() > 0.0);
        let mark = if has_lines { "Thin line" } else { "Dot" };
        let acts = if has_lines {
            ", with a dot at each act"
        } else {
            ""
        };
        let thin = match self.courses.len() {
            0 => String::new(),
            1 => format!("{mark}: one history, in the colour of its end{acts}. "),
            _ => format!(
                "{mark}s: the first history with each end, in the colour of the end{acts}. "
            ),
        };
        let thick = if self.has_record() && !has_name {
            "Thick line: what really happened."
        } else {
            ""
        };
        format!("{thin}{thick}").trim_end().to_owned()
    }
}

/// The last day that is shown: that of the cut, or that on which the record ends, if it is not much
/// later.
fn last_day(findings: &Findings, timeline: &Timeline) -> usize {
    let cut = timeline.days_shown(findings);
    let most = timeline.last_day().min(2 * cut);
    let record = timeline
        .record
        .last()
        .map_or(0, |act| act.0.max(0.0).ceil() as usize);
    if record <= most { cut.max(record) } else { cut }
}

/// An earlier last day, but not before `least`, where all that is shown has ended long before.
fn cut_after(courses: &[Course], timeline: &Timeline, least: usize, last: usize) -> Option<usize> {
    let ends = courses.iter().map(Course::last_day);
    let record = timeline.record.iter().map(|act| act.0);
    let end = ends.chain(record).fold(0.0, f64::max);
    if courses.is_empty() || !end.is_finite() {
        return None;
    }
    let day = (end as usize + 1).max(least);
    (day as f64 <= EARLIER * last as f64).then_some(day)
}

/// Leaves the first history with each end: more would hide each other.
fn keep_one_of_each(courses: &mut Vec<Course>) {
    let mut seen = Vec::new();
    courses.retain(|course| {
        let is_new = !seen.contains(&course.way());
        seen.push(course.way());
        is_new
    });
}

/// How many histories end as this one: "69 of 100".
fn often(findings: &Findings, course: &Course) -> String {
    let counted = Counted::new(findings);
    let idle = findings.no_act.share.share;
    let share = match course.way() {
        Way::NeverBegun => idle,
        Way::Ended(Outcome::NoForce) => {
            (findings.outcome(Outcome::NoForce).share.share - idle).max(0.0)
        }
        Way::Ended(outcome) => findings.outcome(outcome).share.share,
    };
    counted.how_often(counted.part(share), share)
}
