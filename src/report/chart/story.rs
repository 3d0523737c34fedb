//! One history as a course on the ladder: a step for each act, numbered, and beside it what pulled
//! its actor there. Told against a variant, the other course goes its own way in dashes.

mod course;
mod layout;
mod line;
mod panel;
mod scene;

use super::Frame;
use super::style::{GRID, INK, LEADING};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Picture, fault, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::words::story_in_words;
use crate::study::StoryStudy;
use layout::Layout;
use scene::Scene;

/// Draws a history; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the history is of another ladder than its subject, or drawing fails.
pub fn story(study: &StoryStudy, frame: &Frame) -> Result<Picture, Error> {
    let rungs = ChartRungs::of(&study.subject);
    rungs.check(study.subject.ladder.force.len())?;
    let scene = Scene::new(study);
    if scene.courses().any(|course| !course.is_on(rungs.len())) {
        return Err(fault("the history is of another ladder"));
    }
    frame.picture(&story_in_words(study), |canvas, body| {
        let layout = Layout::new(canvas, &scene, &rungs, body);
        ladder(canvas, &layout, &rungs)?;
        layout.axis.draw(canvas, layout.foot)?;
        line::draw(canvas, &layout, &scene)?;
        panel::draw(canvas, &layout, &scene)
    })
}

/// The names of the rungs that are reached, and thin lines to the right of them.
fn ladder(canvas: &Canvas, layout: &Layout, rungs: &ChartRungs<'_>) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let line = set.size * LEADING;
    let most = (layout.pitch / line).clamp(1.0, 2.0) as usize;
    let width = layout.names;
    let mut free = f64::NEG_INFINITY;
    for &(rung, y) in &layout.rows {
        canvas.line(xy(layout.axis.left, y), xy(layout.axis.right, y), GRID, 1.0)?;
        // Where rungs are close, some go without their name.
        if y - free < line * most as f64 {
            continue;
        }
        free = y;
        let words = canvas.ruler.label(rungs.labels[rung], set, width, most);
        lines(canvas, &words, xy(layout.left, y), set, INK, Align::Left)?;
    }
    Ok(())
}
