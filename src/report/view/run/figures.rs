//! A run as figures.

use crate::report::chart::ChartRungs;
use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::view::why::{explained, explained_names};
use crate::report::words::{
    are_peaks_rounded, are_rounded, levels_headline, margin_in_words, outcomes_title, peak_title,
    precision,
};
use crate::study::RunStudy;

/// A figure of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RunFigure {
    Outcomes,
    Peak,
    Histories,
    Levels,
}

impl RunFigure {
    const ALL: [Self; 4] = [Self::Outcomes, Self::Peak, Self::Histories, Self::Levels];

    const fn name(self) -> &'static str {
        match self {
            Self::Outcomes => "outcomes",
            Self::Peak => "peak",
            Self::Histories => "histories",
            Self::Levels => "levels",
        }
    }
}

/// The names of the figures of a run, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    let own = RunFigure::ALL.map(|kind| kind.name().to_owned());
    own.into_iter().chain(explained_names()).collect()
}

/// The figures of a run.
#[must_use]
pub fn figures(study: &RunStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let figures = RunFigure::ALL.map(|kind| Figure {
        name: kind.name().to_owned(),
        heading: Heading::new(title(kind, study), subject),
        caption: caption(kind, study),
        drawing: drawing(kind, study),
    });
    let mut caption = Caption::new(subject, study.seed, study.why.trials, study.complete);
    if study.why.trials < study.findings.trials {
        caption.each = ", the first of the run";
    }
    let why = explained(subject, &study.why, &study.findings.no_answer, &caption);
    figures.into_iter().chain(why).collect()
}

/// The caption of a figure, which says how well its shares are known.
fn caption(kind: RunFigure, study: &RunStudy) -> Caption {
    let findings = &study.findings;
    let caption = Caption::new(&study.subject, study.seed, findings.trials, study.complete);
    let interval = match kind {
        RunFigure::Outcomes => {
            let mut cases = findings.outcomes.to_vec();
            cases.push(findings.wars());
            rounded(precision(findings, &cases), are_rounded(findings))
        }
        RunFigure::Peak => {
            let interval = precision(findings, &findings.peak);
            rounded(interval, are_peaks_rounded(findings))
        }
        RunFigure::Levels => margin_in_words(&study.timeline),
        // Single histories have no interval.
        RunFigure::Histories => String::new(),
    };
    Caption {
        interval,
        ..caption
    }
}

/// What is said of intervals, and that figures are rounded where they do not add up.
fn rounded(interval: String, is_rounded: bool) -> String {
    if is_rounded {
        format!("Numbers are rounded. {interval}")
    } else {
        interval
    }
}

fn title(kind: RunFigure, study: &RunStudy) -> String {
    let findings = &study.findings;
    let rungs = ChartRungs::of(&study.subject);
    match kind {
        RunFigure::Outcomes | RunFigure::Histories => outcomes_title(findings),
        RunFigure::Peak => peak_title(findings, &study.subject.ladder, &rungs.labels),
        RunFigure::Levels => levels_headline(findings, &study.timeline),
    }
}

fn drawing(kind: RunFigure, study: &RunStudy) -> Drawing<'_> {
    let findings = &study.findings;
    match kind {
        RunFigure::Outcomes => Drawing::Outcomes(findings),
        RunFigure::Peak => Drawing::Peak(findings, ChartRungs::of(&study.subject)),
        RunFigure::Histories => {
            let rungs = ChartRungs::of(&study.subject);
            Drawing::Histories(
                findings,
                rungs,
                &study.timeline,
                &study.subject.names.actors,
            )
        }
        RunFigure::Levels => {
            Drawing::Levels(findings, ChartRungs::of(&study.subject), &study.timeline)
        }
    }
}
