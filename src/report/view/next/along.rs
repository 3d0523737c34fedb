//! What the reader of a curve, a map or a tip may try next.

use super::steps::{Step, options, usable};
use crate::error::{columns, copyable, shell_quoted};
use crate::quantities::Quantity;
use crate::report::layout::WIDTH;
use crate::report::words::{curve_scale, path_in_words};
use crate::scenario::library::BASELINE;
use crate::study::{Axis, Study, Subject, SweepStudy, TipStudy};

/// A curve that spans less than this has no value worth looking for.
const SPAN: f64 = 0.02;
/// What is varied beside another number in a map: the second where the first is varied already.
const BESIDE: [&str; 2] = ["relations.trust", "relations.crisis_communication"];

/// What to try after a sweep or a tip; nothing after others.
pub fn steps(study: &Study, program: &str) -> Vec<String> {
    let found = match study {
        Study::Sweep(study) => after_sweep(study, program),
        Study::Tip(study) => after_tip(study, program),
        Study::Run(_)
        | Study::Compare(_)
        | Study::Story(_)
        | Study::Why(_)
        | Study::Rank(_)
        | Study::Shake(_)
        | Study::Discover(_) => None,
    };
    let steps = found.unwrap_or_default().into_iter();
    let short = steps.filter(|step| columns(&step.command) + 2 <= WIDTH);
    let lines: Vec<String> = short
        .flat_map(|Step { command, about }| [format!("  {command}"), format!("      {about}")])
        .collect();
    if lines.is_empty() {
        return lines;
    }
    [vec!["Try next".to_owned()], lines].concat()
}

fn after_sweep(study: &SweepStudy, program: &str) -> Option<Vec<Step>> {
    let same = Same::of(&study.subject, program)?;
    let outcome = outcome(study.quantity);
    match study.sweep.axes.as_slice() {
        [axis] => {
            let mut steps = Vec::new();
            if let Some(step) = tip(study, axis, &same) {
                steps.push(step);
            }
            let beside = BESIDE.into_iter().find(|path| *path != axis.path())?;
            let name = path_in_words(beside, &study.subject.names);
            let two = format!("{} --vary {beside}=0..1{outcome}", vary(axis)?);
            steps.push(Step {
                command: same.command("sweep", &two),
                about: format!("a map of both, with {name}"),
            });
            Some(steps)
        }
        [first, _] => {
            let name = path_in_words(first.path(), &study.subject.names);
            let options = format!("{}{outcome}", vary(first)?);
            Some(vec![Step {
                command: same.command("sweep", &options),
                about: format!("{name} alone, as a curve"),
            }])
        }
        _ => None,
    }
}

/// Where the curve passes the middle of what it spans.
fn tip(study: &SweepStudy, axis: &Axis, same: &Same) -> Option<Step> {
    if !study.quantity.is_share() {
        return None;
    }
    let shown = study.sweep.points.iter().filter(|point| point.can_occur());
    let values: Vec<f64> = shown.map(|point| point.shown).collect();
    let low = values.iter().copied().fold(1.0, f64::min);
    let high = values.iter().copied().fold(0.0, f64::max);
    let share = (f64::midpoint(low, high) * 100.0).round() / 100.0;
    if high - low < SPAN {
        return None;
    }
    let after = curve_scale(study).after();
    let level = if after.starts_with(" of 100 ") {
        format!("{:.0} of 100", share * 100.0)
    } else {
        format!("{:.0} %", share * 100.0)
    };
    let options = format!("{}{} --share {share}", vary(axis)?, outcome(study.quantity));
    Some(Step {
        command: same.command("tip", &options),
        about: format!("where the curve passes {level}"),
    })
}

fn after_tip(study: &TipStudy, program: &str) -> Option<Vec<Step>> {
    let same = Same::of(&study.subject, program)?;
    let options = format!("{}{}", vary(&study.axis)?, outcome(study.quantity));
    Some(vec![Step {
        command: same.command("sweep", &options),
        about: "the whole curve".to_owned(),
    }])
}

/// The command with the same scenario and changes.
struct Same {
    program: String,
    source: String,
    changes: String,
}

impl Same {
    fn of(subject: &Subject, program: &str) -> Option<Self> {
        let source = match usable(&subject.source)?.as_str() {
            BASELINE => String::new(),
            source => format!(" {source}"),
        };
        let changes = options(&subject.changes)?;
        let changes = if changes.is_empty() {
            changes
        } else {
            format!(" {changes}")
        };
        Some(Self {
            program: copyable(program)?,
            source,
            changes,
        })
    }

    fn command(&self, name: &str, options: &str) -> String {
        let Self {
            program,
            source,
            changes,
        } = self;
        format!("{program} {name}{source}{changes} {options}")
    }
}

/// The option for a quantity; none is needed for wars.
fn outcome(quantity: Quantity) -> String {
    match quantity {
        Quantity::Wars => String::new(),
        other => format!(" --outcome {}", other.name()),
    }
}

/// The option that varies an axis, with as many points as are usual.
fn vary(axis: &Axis) -> Option<String> {
    let values = axis.values();
    let spec = if axis.is_list() {
        format!("{}={values:?}", axis.path())
    } else {
        let log = if axis.is_log() { ":11:log" } else { "" };
        format!(
            "{}={}..{}{log}",
            axis.path(),
            values.first()?,
            values.last()?
        )
    };
    copyable(&spec)?;
    Some(format!("--vary {}", shell_quoted(&spec)))
}
