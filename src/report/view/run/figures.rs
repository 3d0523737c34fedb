//! A run as figures.

use crate::report::chart::Rungs;
use crate::report::figure::{Caption, Drawing, Figure};
use crate::report::words::title;
use crate::study::RunStudy;

/// A figure of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Outcomes,
    Peak,
    Levels,
}

impl Kind {
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
    Kind::ALL.map(|kind| kind.name().to_owned()).into()
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
    let figures = Kind::ALL.map(|kind| Figure {
        name: kind.name().to_owned(),
        caption: caption.clone(),
        drawing: drawing(kind, study),
    });
    figures.into()
}

fn drawing(kind: Kind, study: &RunStudy) -> Drawing<'_> {
    let findings = &study.findings;
    match kind {
        Kind::Outcomes => Drawing::Outcomes(findings),
        Kind::Peak => Drawing::Peak(findings, Rungs::of(&study.subject)),
        Kind::Levels => Drawing::Levels(findings, Rungs::of(&study.subject), &study.timeline),
    }
}
