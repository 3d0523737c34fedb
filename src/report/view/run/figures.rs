//! A run as figures.

use crate::report::chart::ChartRungs;
use crate::report::figure::{Caption, Drawing, Figure};
use crate::report::words::title;
use crate::study::RunStudy;

/// A figure of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RunFigure {
    Outcomes,
    Peak,
    Levels,
}

impl RunFigure {
    const ALL: [Self; 3] = [Self::Outcomes, Self::Peak, Self::Levels];

    const fn name(self) -> &'static str {
        match self {
            Self::Outcomes => "outcomes",
            Self::Peak => "peak",
            Self::Levels => "levels",
        }
    }
}

/// The names of the figures of a run, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    RunFigure::ALL.map(|kind| kind.name().to_owned()).into()
}

/// The figures of a run.
#[must_use]
pub fn figures(study: &RunStudy) -> Vec<Figure<'_>> {
    let early = if study.complete {
        ""
    } else {
        ", stopped early"
    };
    let scenario = title(&study.subject) + early;
    let caption = Caption {
        scenario: scenario.into(),
        trials: study.findings.trials,
        seed: study.seed,
    };
    let figures = RunFigure::ALL.map(|kind| Figure {
        name: kind.name().to_owned(),
        caption: caption.clone(),
        drawing: drawing(kind, study),
    });
    figures.into()
}

fn drawing(kind: RunFigure, study: &RunStudy) -> Drawing<'_> {
    let findings = &study.findings;
    match kind {
        RunFigure::Outcomes => Drawing::Outcomes(findings),
        RunFigure::Peak => Drawing::Peak(findings, ChartRungs::of(&study.subject)),
        RunFigure::Levels => {
            Drawing::Levels(findings, ChartRungs::of(&study.subject), &study.timeline)
        }
    }
}
