//! Pictures of what runs show, one per file: findings in, a picture out, which can be written as
//! SVG and as PNG.
//!
//! A chart draws what it is handed and computes no statistics. How charts look is in one place,
//! `style`; what they have in common (title, caption, rows, labels) is built in `frame`, `parts`
//! and `ticks`; what they are drawn with is in `backend`. Every chart is 1200 by 675 points and
//! carries its own font, so that it looks the same on every machine; the same findings give the
//! same bytes.
//!
//! The font covers Latin, Greek and Cyrillic. What has its label in another script goes by its id,
//! its source or its number; [`readable()`] alone replaces names. Of other texts what the font lacks is a question
//! mark; see [`can_draw`].

mod along;
mod backend;
mod compare;
mod days;
mod discover;
mod flips;
mod frame;
mod histories;
mod ladder_colours;
mod levels;
mod medium;
mod outcomes;
mod parts;
mod paths;
mod peak;
mod rank;
mod readable;
mod reasons;
mod rungs;
mod shake;
mod shapes;
mod story;
mod style;
mod sweep;
mod ticks;
mod tip;

pub use backend::{Picture, can_draw};
pub use compare::compare;
pub use discover::discover;
pub use flips::flips;
pub use frame::Frame;
pub use histories::histories;
pub use levels::levels;
pub use medium::Medium;
pub use outcomes::outcomes;
pub use paths::paths;
pub use peak::peak;
pub use rank::rank;
pub use readable::{Readable, readable};
pub use reasons::reasons;
pub use rungs::ChartRungs;
pub use shake::shake;
pub use story::story;
pub use sweep::sweep;
pub use tip::tip;

use super::figure::{Drawing, Figure};
use crate::error::Error;

/// Draws a figure for a medium.
///
/// # Errors
/// Too little memory; a figure that cannot be drawn, which is the program's fault.
pub fn draw(figure: &Figure<'_>, medium: Medium) -> Result<Picture, Error> {
    let frame = &Frame::new(figure, medium);
    match &figure.drawing {
        Drawing::Outcomes(findings) => outcomes(findings, frame),
        Drawing::Peak(findings, rungs) => peak(findings, rungs, frame),
        Drawing::Histories(findings, rungs, timeline, actors) => {
            histories(findings, rungs, timeline, actors, frame)
        }
        Drawing::Levels(findings, rungs, timeline) => levels(findings, rungs, timeline, frame),
        Drawing::Compare {
            comparison,
            base,
            variants,
        } => compare(comparison, base.as_deref(), variants, frame),
        Drawing::Flips {
            variant,
            trials,
            heads,
        } => flips(variant, *trials, *heads, frame),
        Drawing::Sweep(study) => sweep(study, frame),
        Drawing::Tip(study) => tip(study, frame),
        Drawing::Story(study) => story(study, frame),
        Drawing::Reasons {
            explanation,
            subject,
        } => reasons(explanation, subject, frame),
        Drawing::Paths {
            explanation,
            subject,
            rungs,
        } => paths(explanation, subject, rungs, frame),
        Drawing::Rank(study) => rank(study, frame),
        Drawing::Shake(study) => shake(study, frame),
        Drawing::Discover(study) => discover(study, frame),
    }
}

#[cfg(test)]
mod tests;
