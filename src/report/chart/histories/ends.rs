//! How histories end: dots below the ladder, a line of names for each kind of end, or on the rung of
//! war; and what becomes of those that go on beyond the days.

use super::course::{End, Way};
use super::layout::Layout;
use super::scene::Scene;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, bold, regular, xy};
use crate::report::chart::parts::{lines, spread};
use crate::report::chart::style::{INK, LEADING, MUTED, OUTLINE, PAPER, line_colour};
use crate::report::words::NO_CRISIS;
use crate::sim::Outcome;

/// The light around a dot.
const LIGHT: f64 = 1.0;
/// A dot is so much smaller than its place.
const AIR: f64 = 0.6;
/// Maximum lines of what becomes of those that go on.
const OPEN_LINES: usize = 4;

/// Draws the ends.
pub fn draw(canvas: &Canvas, layout: &Layout, scene: &Scene) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let edge = xy(layout.left, layout.quiet);
    canvas.line(edge, xy(layout.axis.right, layout.quiet), OUTLINE, 1.0)?;
    let at = xy(layout.left, layout.quiet_name);
    lines(canvas, &[NO_CRISIS], at, bold(label), INK, Align::Left)?;
    for ends in &layout.stacks.ends {
        let often = ends.first().and_then(|first| scene.often.get(first));
        let words = format!("{}: {}", ends.way.label(), often.map_or("", String::as_str));
        let at = xy(layout.left, ends.name);
        lines(canvas, &[words], at, regular(label), MUTED, Align::Left)?;
    }
    for (at, course) in scene.courses.iter().enumerate() {
        let place = match course.end {
            End::Quiet(_) => layout.stacks.dot(at),
            End::War(_) => Some(layout.end(course, at)),
            End::GoesOn => None,
        };
        if let Some(place) = place {
            let radius = match course.end {
                End::War(_) => layout.war_dot(scene, at),
                _ => layout.stacks.pitch / 2.0,
            };
            canvas.dot(
                place,
                radius - AIR,
                line_colour(course.outcome),
                (PAPER, LIGHT),
            )?;
        }
    }
    open(canvas, layout, scene)
}

/// Histories that go on beyond the days on one rung, and end alike.
struct Open {
    rung: usize,
    outcome: Outcome,
    heights: Vec<f64>,
    often: String,
}

/// Draws what becomes of those that go on, beside their arrows.
fn open(canvas: &Canvas, layout: &Layout, scene: &Scene) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let left = layout.axis.right + canvas.sizes.label;
    let mut all = gather(layout, scene);
    all.sort_by(|one, other| one.middle().total_cmp(&other.middle()));
    let mut texts = Vec::new();
    for open in &all {
        let words = canvas
            .ruler
            .balance(&open.in_words(), set, layout.right - left, OPEN_LINES);
        texts.push(words);
    }
    let wanted: Vec<f64> = all.iter().map(Open::middle).collect();
    let heights: Vec<f64> = texts
        .iter()
        .map(|words| words.len() as f64 * set.size * LEADING)
        .collect();
    let middles = spread(&wanted, &heights, (layout.top, layout.foot), 4.0);
    for ((words, middle), height) in texts.iter().zip(middles).zip(heights) {
        if middle + height / 2.0 <= layout.foot + 1.0 {
            lines(canvas, words, xy(left, middle), set, MUTED, Align::Left)?;
        }
    }
    Ok(())
}

/// Those that go on, by where they are and how they end.
fn gather(layout: &Layout, scene: &Scene) -> Vec<Open> {
    let mut all: Vec<Open> = Vec::new();
    for (at, course) in scene.courses.iter().enumerate() {
        if course.end != End::GoesOn {
            continue;
        }
        let rung = course.rung();
        let height = layout.end(course, at).y;
        let alike = |open: &&mut Open| open.rung == rung && open.outcome == course.outcome;
        match all.iter_mut().find(alike) {
            Some(open) => open.heights.push(height),
            None => all.push(Open {
                rung,
                outcome: course.outcome,
                heights: vec![height],
                often: scene.often.get(at).cloned().unwrap_or_default(),
            }),
        }
    }
    all
}

impl Open {
    fn middle(&self) -> f64 {
        self.heights.iter().sum::<f64>() / self.heights.len().max(1) as f64
    }

    fn in_words(&self) -> String {
        let number = self.heights.len();
        let go = if number == 1 {
            "goes on".to_owned()
        } else {
            format!("{number} go on")
        };
        let end = if number == 1 { "ends" } else { "end" };
        match self.outcome {
            Outcome::Unresolved => go,
            Outcome::War => format!("{go} to full-scale war: {}", self.often),
            outcome => format!(
                "{go}; {end} {}: {}",
                Way::Ended(outcome).label(),
                self.often
            ),
        }
    }
}
