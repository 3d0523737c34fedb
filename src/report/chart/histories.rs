//! The first histories of a run as steps on the ladder, each in the colour of its end, and over
//! them what really happened: hypothetical outcomes show what shares hide (Hullman et al. 2015).

mod course;
mod ends;
mod layout;
mod record;
mod rows;
mod rungs;
pub(super) mod scene;
mod stacks;

use super::Frame;
use super::days::DayAxis;
use super::rungs::ChartRungs;
use super::shapes;
use super::style::{INK, line_colour};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Picture, Position, fault, regular, xy};
use crate::report::words::histories_in_words;
use crate::study::{Findings, Timeline};
use course::{Course, End};
use layout::Layout;
use scene::Scene;

/// Draws the first histories of a run; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where the findings or the course are of another ladder than the rungs, or
/// drawing fails.
pub fn histories(
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    timeline: &Timeline,
    frame: &Frame,
) -> Result<Picture, Error> {
    rungs.check(findings.peak.len())?;
    check(timeline, findings, rungs)?;
    let scene = Scene::new(findings, rungs, timeline);
    let description = histories_in_words(findings, timeline, &rungs.labels);
    frame.picture(&description, |canvas, body| {
        let layout = Layout::new(canvas, &scene, rungs, body);
        let set = regular(canvas.sizes.label);
        let at = xy(body.left, body.top + set.size);
        let key = scene.key(record::has_name(&layout, &scene));
        let words = canvas.ruler.cut(&key, set, body.right - body.left);
        canvas.text(&words, at, set, INK, Align::Left)?;
        rungs::draw(canvas, &layout, rungs, &scene)?;
        for (lane, course) in scene.courses.iter().enumerate() {
            draw(canvas, &layout, course, lane)?;
        }
        for (lane, course) in scene.courses.iter().enumerate() {
            draw_acts(canvas, &layout, course, lane)?;
        }
        ends::draw(canvas, &layout, &scene)?;
        record::draw(canvas, &layout, &scene)?;
        layout.axis.draw(canvas, layout.foot)?;
        DayAxis::note(canvas, layout.axis.right, body.bottom, &scene.note)
    })
}

/// That the course is of these days and of this ladder.
fn check(timeline: &Timeline, findings: &Findings, rungs: &ChartRungs<'_>) -> Result<(), Error> {
    let steps = timeline.histories.iter().flat_map(|history| &history.steps);
    let drawn = steps.filter_map(|&(_, rung)| rung);
    let recorded = timeline.record.iter().map(|&(_, rung)| rung);
    let on_ladder = drawn.chain(recorded).all(|rung| rung < rungs.len());
    if on_ladder && timeline.ended.len() == findings.levels.len() {
        Ok(())
    } else {
        Err(fault("the course is of other days or another ladder"))
    }
}

/// Draws a dot at each act of a history: an answer on the rung of the act before would not be seen
/// otherwise. Of acts that are closer than dots are wide only the first has one.
fn draw_acts(canvas: &Canvas, layout: &Layout, course: &Course, lane: usize) -> Result<(), Error> {
    let colour = line_colour(course.outcome);
    let radius = layout.act();
    let mut before: Option<Position> = None;
    for &(day, rung) in &course.steps {
        let at = xy(layout.axis.x(day), layout.lane(rung, lane));
        let is_hidden = before.is_some_and(|dot| dot.y == at.y && at.x - dot.x < 2.0 * radius);
        if !is_hidden {
            canvas.dot(at, radius, colour, (colour, 0.0))?;
            before = Some(at);
        }
    }
    Ok(())
}

/// Draws a history in its lane.
fn draw(canvas: &Canvas, layout: &Layout, course: &Course, lane: usize) -> Result<(), Error> {
    let colour = line_colour(course.outcome);
    let end = layout.end(course, lane);
    let mut points: Vec<Position> = Vec::new();
    for &(day, rung) in &course.steps {
        let at = xy(layout.axis.x(day), layout.lane(rung, lane));
        if let Some(before) = points.last() {
            points.push(xy(at.x, before.y));
        }
        points.push(at);
    }
    if let Some(before) = points.last() {
        let turn = layout.turn(course);
        points.push(xy(turn, before.y));
        points.push(xy(turn, end.y));
        points.push(end);
        canvas.path(&points, colour, layout.width)?;
    }
    if course.end == End::GoesOn {
        shapes::goes_on(canvas, end, layout.arrow, colour)?;
    }
    Ok(())
}
