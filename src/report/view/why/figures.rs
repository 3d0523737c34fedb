//! Why histories go as they do, as figures.

use crate::numerals::fixed;
use crate::report::chart::ChartRungs;
use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::{paths_headline, reasons_headline};
use crate::stats::Share;
use crate::study::{Case, Explanation, Subject, WhyStudy};

/// The name of the figure of reasons.
const REASONS: &str = "reasons";
/// The name of the figure of paths.
const PATHS: &str = "paths";

/// What is said of the numbers of reasons.
const TIMES: &str = "Times: how much likelier, or less likely, a reason makes force beside stepping down, in a typical \
    first answer";

/// The names of the figures, known before they are drawn.
#[must_use]
pub fn explained_names() -> Vec<String> {
    vec![REASONS.to_owned(), PATHS.to_owned()]
}

/// The figures.
#[must_use]
pub fn figures(study: &WhyStudy) -> Vec<Figure<'_>> {
    let explanation = &study.explanation;
    let caption = Caption::new(
        &study.subject,
        study.seed,
        explanation.trials,
        study.complete,
    );
    explained(&study.subject, explanation, &study.no_answer, &caption)
}

/// How well shares of so many histories are known.
fn within(trials: u64) -> String {
    let trials = trials.max(1);
    let half = Share::new(trials / 2, trials);
    let margin = half.interval.longer_side(half.share) * 100.0;
    format!(
        "95 % intervals, simulation error only: within {} of 100",
        fixed(margin, 1)
    )
}

/// The figures of an explanation: reasons and paths.
#[must_use]
pub fn explained<'s>(
    subject: &'s Subject,
    explanation: &'s Explanation,
    no_answer: &Case,
    caption: &Caption,
) -> Vec<Figure<'s>> {
    let names = &subject.names;
    let reasons = Figure {
        name: REASONS.to_owned(),
        heading: Heading::new(reasons_headline(explanation, no_answer, names), subject),
        caption: Caption {
            interval: TIMES.to_owned(),
            ..caption.clone()
        },
        drawing: Drawing::Reasons {
            explanation,
            subject,
        },
    };
    let paths = Figure {
        name: PATHS.to_owned(),
        heading: Heading::new(paths_headline(explanation, subject), subject),
        caption: Caption {
            interval: within(explanation.trials),
            ..caption.clone()
        },
        drawing: Drawing::Paths {
            explanation,
            subject,
            rungs: ChartRungs::of(subject),
        },
    };
    vec![reasons, paths]
}
