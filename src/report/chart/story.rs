//! One history as a course on the ladder: a step for each act, numbered, and beside it what pulled
//! its actor there. Rungs stand as far apart as they are in severity. Told against a variant, the other course goes its own way in dashes.

mod course;
mod layout;
mod line;
mod panel;
mod rows;
mod scene;

use super::Frame;
use super::style::{GRID, INK, OUTLINE};
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
    rungs.check(study.severities.len())?;
    let scene = Scene::new(study);
    if scene.courses().any(|course| !course.is_on(rungs.len())) {
        return Err(fault("the history is of another ladder"));
    }
    frame.picture(&story_in_words(study), |canvas, body| {
        let layout = Layout::new(canvas, &scene, &rungs, body);
        ladder(canvas, &layout)?;
        layout.axis.draw(canvas, layout.foot)?;
        line::draw(canvas, &layout, &scene)?;
        panel::draw(canvas, &layout, &scene)
    })
}

/// The names of the rungs, and thin lines to the right of them; a darker one where limited war begins.
fn ladder(canvas: &Canvas, layout: &Layout) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    for row in &layout.rows {
        let (colour, thick) = if row.is_war {
            (OUTLINE, 2.0)
        } else {
            (GRID, 1.0)
        };
        let [from, to] = [layout.axis.left, layout.axis.right].map(|x| xy(x, row.y));
        canvas.line(from, to, colour, thick)?;
        lines(
            canvas,
            &row.name,
            xy(layout.left, row.y),
            set,
            INK,
            Align::Left,
        )?;
    }
    Ok(())
}
