//! What the first answer rests on: a bar for each consideration from a middle line, towards force to
//! the right and away from it to the left, on an axis whose steps double; below them what comes of it.

mod rows;

use super::Frame;
use super::parts::lines;
use super::style::MUTED;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Picture, regular, xy};
use crate::report::words::{answers_in_words, reason_words, times_likelier};
use crate::study::{Explanation, Subject, Weighing};

/// Draws what the first answer rests on.
///
/// # Errors
/// [`Error::Fault`] where drawing fails.
pub fn reasons(
    explanation: &Explanation,
    subject: &Subject,
    frame: &Frame,
) -> Result<Picture, Error> {
    let Some((_, weighing)) = explanation.first_answer() else {
        return nothing(frame);
    };
    frame.picture(&in_words(weighing), |canvas, body| {
        let counted = answers_in_words(
            weighing,
            explanation.trials,
            &subject.ladder,
            &subject.names,
        );
        rows::draw(canvas, body, weighing, &counted)
    })
}

/// A picture of no answer at all.
fn nothing(frame: &Frame) -> Result<Picture, Error> {
    const WORDS: &str = "No answer, no reasons";
    frame.picture(WORDS, |canvas, body: Area| {
        let middle = xy(body.left, f64::midpoint(body.top, body.bottom));
        let set = regular(canvas.sizes.lead);
        lines(canvas, &[WORDS], middle, set, MUTED, Align::Left)
    })
}

/// All numbers as a paragraph, the strongest first.
fn in_words(weighing: &Weighing) -> String {
    let pulls = weighing.pulls().into_iter().map(|pull| {
        let noun = reason_words(pull.consideration).noun;
        let part = pull.part.mean;
        format!("{noun}: {}, {part} in log-odds", times_likelier(part))
    });
    let pulls: Vec<String> = pulls.collect();
    let all = weighing.log_odds.mean;
    format!(
        "What each consideration does to the odds of force against stepping down. {}. All twelve together, in a typical answer: {}, {all} in log-odds.",
        pulls.join("; "),
        times_likelier(all)
    )
}
