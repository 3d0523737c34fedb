//! One history of each end as steps on the ladder, side by side, and before them what really
//! happened: hypothetical outcomes show what shares hide (Hullman et al. 2015).

mod course;
mod grid;
mod panel;
pub(super) mod scene;

use super::Frame;
use super::rungs::ChartRungs;
use super::style::{INK, MUTED};
use crate::error::Error;
use crate::model::Side;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, fault, regular, xy};
use crate::report::words::histories_in_words;
use crate::scenario::Named;
use crate::study::{Findings, Timeline};
use grid::Grid;
use scene::Scene;

/// What the panels are.
const EXAMPLES: &str = "One example of each end, not an average";

/// Draws one history of each end of a run; gives a picture. `actors` has the opener first.
///
/// # Errors
/// [`Error::Fault`] where the findings or the course are of another ladder than the rungs, or
/// drawing fails.
pub fn histories(
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    timeline: &Timeline,
    actors: &[Named; 2],
    frame: &Frame,
) -> Result<Picture, Error> {
    rungs.check(findings.peak.len())?;
    check(timeline, findings, rungs)?;
    let scene = Scene::new(findings, rungs, timeline);
    let description = histories_in_words(findings, timeline, &rungs.labels);
    frame.picture(&description, |canvas, body| {
        let label = canvas.sizes.label;
        let after = key(canvas, body, actors, &scene)?;
        let set = regular(label);
        // Beside the key where there is room, else at the foot.
        let beside = after + canvas.ruler.width(&scene.note, set) <= body.right;
        let foot = if beside { 0.0 } else { 1.4 * label };
        let area = Area {
            top: body.top + 1.9 * label,
            bottom: body.bottom - foot,
            ..body
        };
        let grid = Grid::new(canvas, &scene, rungs, area);
        grid.draw_names(canvas, rungs)?;
        for (cell, panel) in grid.cells.iter().zip(&scene.panels) {
            panel::draw(canvas, &grid, cell, panel)?;
        }
        if beside {
            let at = xy(body.right, body.top + label);
            return canvas.text(&scene.note, at, set, MUTED, Align::Right);
        }
        let note = canvas.ruler.cut(&scene.note, set, body.right - body.left);
        let at = xy(body.left, body.bottom - 0.25 * label);
        canvas.text(&note, at, set, MUTED, Align::Left)
    })
}

/// Says what the panels are, and whose act a dot is; gives the place after it.
fn key(canvas: &Canvas, body: Area, actors: &[Named; 2], scene: &Scene) -> Result<f64, Error> {
    if scene.panels.is_empty() {
        return Ok(body.left);
    }
    let set = regular(canvas.sizes.label);
    let baseline = body.top + set.size;
    canvas.text(EXAMPLES, xy(body.left, baseline), set, INK, Align::Left)?;
    let mut x = body.left + canvas.ruler.width(EXAMPLES, set) + 2.0 * set.size;
    let room = (body.right - x) / 2.0 - 4.0 * set.size;
    for (actor, side) in actors.iter().zip(Side::BOTH) {
        let middle = baseline - 0.36 * set.size;
        panel::dot(canvas, xy(x + panel::DOT, middle), side, INK)?;
        x += 2.0 * panel::DOT + 0.5 * set.size;
        let name = canvas.ruler.cut_middle(&actor.label, set, room);
        canvas.text(&name, xy(x, baseline), set, INK, Align::Left)?;
        x += canvas.ruler.width(&name, set) + 1.5 * set.size;
    }
    Ok(x)
}

/// That the course is of these days and of this ladder.
fn check(timeline: &Timeline, findings: &Findings, rungs: &ChartRungs<'_>) -> Result<(), Error> {
    let histories = &timeline.histories;
    let steps = histories.iter().flat_map(|history| &history.steps);
    let acts = histories.iter().flat_map(|history| &history.acts);
    let drawn = steps.filter_map(|&(_, rung)| rung);
    let done = acts.map(|act| act.1);
    let recorded = timeline.record.iter().map(|&(_, rung)| rung);
    let mut all = drawn.chain(done).chain(recorded);
    if all.all(|rung| rung < rungs.len()) && timeline.ended.len() == findings.levels.len() {
        Ok(())
    } else {
        Err(fault("the course is of other days or another ladder"))
    }
}
