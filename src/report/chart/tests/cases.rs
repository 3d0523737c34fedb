//! Runs of scenarios that are hard to draw.

use std::fmt::Write;
use std::sync::LazyLock;

use crate::report::chart::ChartRungs;
use crate::report::chart::Frame;
use crate::report::figure::{Caption, Heading, Medium};
use crate::scenario::{Scenario, Setting, Settings};
use crate::sim::Simulator;
use crate::study::{
    Explanation, Findings, Guidance, RunStudy, Subject, Timeline, histories, with_rare_ends,
};
use crate::tally::Tally;

/// A run to draw.
pub struct Case {
    pub name: &'static str,
    pub scenario: Scenario,
    pub subject: Subject,
    pub findings: Findings,
    pub timeline: Timeline,
    pub why: Explanation,
}

impl Case {
    pub fn rungs(&self) -> ChartRungs<'_> {
        ChartRungs::of(&self.subject)
    }

    /// The case as the study of a run.
    pub fn study(&self) -> RunStudy {
        RunStudy {
            subject: self.subject.clone(),
            seed: 1,
            complete: true,
            findings: self.findings.clone(),
            expected: Vec::new(),
            timeline: Box::new(self.timeline.clone()),
            guidance: Guidance::default(),
            why: Box::new(self.why.clone()),
        }
    }

    /// A frame with a title that says nothing, for a slide.
    pub fn frame(&self) -> Frame {
        Frame {
            heading: Heading::new(
                "A title of the usual length says what was found",
                &self.subject,
            ),
            caption: Caption::new(&self.subject, 1, self.findings.trials, true),
            medium: Medium::Slide,
        }
    }
}

/// The case of a name.
pub fn case(name: &str) -> &'static Case {
    CASES.iter().find(|case| case.name == name).unwrap()
}

/// All of them.
pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let wide = "W".repeat(40);
    let longest = "A name of two hundred characters that goes on ".repeat(5)[..200].to_owned();
    vec![
        run("baseline", baseline(&[]), 500),
        run("many-trials", baseline(&[]), 20_000),
        run("choosing", baseline(&[("opening.rung", "choose")]), 500),
        run("one-trial", baseline(&[]), 1),
        run("three-rungs", ladder(3, "Rung", "fixed", ""), 300),
        run("three-rungs-choosing", ladder(3, &wide, "choose", ""), 300),
        run(
            "thirty-two-rungs",
            ladder(32, "A rung of usual length", "fixed", ""),
            300,
        ),
        run(
            "thirty-two-rungs-choosing",
            ladder(32, &longest, "choose", ARMED_GROUP),
            300,
        ),
        run("wide-labels", ladder(9, &wide, "fixed", ""), 300),
        run(
            "longest-labels",
            ladder(9, &longest, "choose", ARMED_GROUP),
            300,
        ),
        run(
            "foreign-labels",
            ladder(14, "国の危機 Київ", "fixed", ""),
            300,
        ),
        run("all-war", baseline(&[("opening.rung", "war")]), 300),
        run(
            "ten-years",
            ladder(
                9,
                "Rung of",
                "fixed",
                &format!("horizon_days = 3650\n{ARMED_GROUP}"),
            ),
            300,
        ),
        run(
            "ten-quiet-years",
            baseline(&[("horizon_days", "3650")]),
            300,
        ),
        run("one-day", baseline(&[("horizon_days", "1")]), 300),
        run("no-deaths", ladder(5, "Rung", "fixed", ""), 300),
        run(
            "unresolved",
            baseline(&[("actors.*.response_days", "365"), ("horizon_days", "2")]),
            40,
        ),
        run(
            "endless",
            baseline(&[("actors.*.response_days", "300"), ("horizon_days", "1000")]),
            300,
        ),
    ]
});

const ARMED_GROUP: &str =
    "[armed_groups.band]\nvictim = \"a\"\nattacks_per_day = 0.05\nseverity = 0.6\n";

fn baseline(set: &[(&str, &str)]) -> Scenario {
    let set = set
        .iter()
        .map(|&(path, value)| Setting::set(path, value))
        .collect();
    Scenario::shipped(
        "iran-pakistan-2024",
        &Settings {
            set,
            ..Settings::default()
        },
    )
    .unwrap()
}

/// A ladder of `n` rungs without deaths, every third above the first two without force; all labels
/// begin with `label`.
fn ladder(n: usize, label: &str, opening: &str, more: &str) -> Scenario {
    let top = n - 1;
    let opens = if opening == "choose" {
        "choose".to_owned()
    } else {
        format!("r{}", top / 2)
    };
    let (keys, tables): (Vec<&str>, Vec<&str>) = more
        .lines()
        .partition(|line| line.starts_with("horizon_days"));
    let mut text = format!(
        "name = \"A ladder of {n} rungs\"\noff_ramp = \"r{}\"\nlimited_war = \"r{}\"\nunauthorised_rung = \"r{}\"\n\
         {}\n[opening]\nactor = \"a\"\nrung = \"{opens}\"\nprovocation = 0.7\n[actors.a]\nmisperception = 0.6\n\
         [actors.b]\nshow_of_force = 1.5\n{}\n",
        (n - 3) / 3,
        top - 1,
        top - 1,
        keys.join("\n"),
        tables.join("\n"),
    );
    for rung in 0..n {
        let force = rung >= top - 1 || (rung > 1 && rung % 3 != 0);
        let severity = rung as f64 / top as f64;
        let label = format!("{label} {rung}")
            .chars()
            .take(200)
            .collect::<String>();
        let label = if label.len() >= 200 {
            label
        } else {
            format!("{label} of {n}")
        };
        writeln!(
            text,
            "[[ladder]]\nid = \"r{rung}\"\nlabel = \"{label}\"\nseverity = {severity}\nforce = {force}\nwar_risk = {}",
            0.01 * severity
        )
        .unwrap();
    }
    Scenario::from_text("ladder", &text, &Settings::default()).unwrap()
}

fn run(name: &'static str, scenario: Scenario, trials: u64) -> Case {
    let model = &scenario.model;
    let facts = scenario.record.as_ref().map(|record| &record.facts);
    let (mut simulator, mut tally) = (Simulator::new(model, 1), Tally::new(model));
    for trial in 0..trials {
        let summary = simulator.run(trial, &mut tally);
        tally.add(summary, facts);
    }
    let findings = Findings::new(model, &tally, facts);
    let acts = scenario.record.iter().flat_map(|record| &record.acts);
    let record = acts.map(|act| (act.day, act.rung, act.actor)).collect();
    let timeline = Timeline::new(
        &findings,
        &tally,
        with_rare_ends(
            histories(model, 1, 0..trials.min(12)),
            model,
            1,
            &findings,
            trials.min(2_000),
        ),
        record,
    );
    let why = Explanation::of_first(model, scenario.record.as_ref(), 1, trials.min(2_000));
    let subject = Subject::from(&scenario);
    Case {
        name,
        scenario,
        subject,
        findings,
        timeline,
        why,
    }
}
