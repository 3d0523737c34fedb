//! The paths of the opening crisis: the opening at the left, answers fan out to the right. The
//! height of a block is its share, its colour the rung; the path of the record has a thick frame.

mod blocks;
mod labels;
mod layout;

use super::Frame;
use super::parts::below;
use super::rungs::ChartRungs;
use super::style::{LEADING, MUTED};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, regular, xy};
use crate::report::words::{actor_in_words, author, path_in_names, reaching_war, whole_paths};
use crate::study::{Explanation, Subject};
use blocks::{Block, blocks};
use layout::Layout;

/// Between the figure and what stands below it, as a multiple of the size of a label.
const GAP: f64 = 0.6;
/// How many paths the description names.
const NAMED: usize = 12;

/// Draws the paths of the opening crisis.
///
/// # Errors
/// [`Error::Fault`] where they are of another ladder than the rungs, or drawing fails.
pub fn paths(
    explanation: &Explanation,
    subject: &Subject,
    rungs: &ChartRungs<'_>,
    frame: &Frame,
) -> Result<Picture, Error> {
    rungs.check(subject.names.rungs.len())?;
    let blocks = blocks(explanation, rungs);
    frame.picture(&in_words(explanation, subject), |canvas, body| {
        let small = regular(canvas.sizes.label);
        let note = note(explanation, &blocks, subject.ladder.limited_war);
        let lines = canvas.ruler.wrap(&note, small, body.right - body.left, 2);
        let bottom = below(canvas, &lines, body, small, MUTED)? - small.size * GAP;
        let top = body.top + small.size * LEADING + small.size * GAP;
        let layout = Layout::new(
            &blocks,
            Area {
                top,
                bottom,
                ..body
            },
        );
        headings(canvas, body, subject, &layout)?;
        layout.links(canvas, &blocks, rungs)?;
        labels::draw(canvas, &layout, &blocks, rungs, explanation.trials)
    })
}

/// Who acts in each column.
fn headings(canvas: &Canvas, body: Area, subject: &Subject, layout: &Layout) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    for column in 0..layout.columns {
        let actor = actor_in_words(&subject.names, author(column));
        let words = match column {
            0 => format!("{actor} opens"),
            _ => format!("{actor} answers"),
        };
        let (left, right) = layout.column(column);
        let words = canvas.ruler.cut(&words, set, right - left);
        let baseline = body.top + set.size;
        canvas.text(&words, xy(left, baseline), set, MUTED, Align::Left)?;
    }
    Ok(())
}

/// What the numbers are of, and what the outline means.
fn note(explanation: &Explanation, blocks: &[Block], limited_war: usize) -> String {
    let of = if explanation.trials < 100 {
        format!(
            "Numbers are of the {} histories that were run.",
            explanation.trials
        )
    } else {
        "Numbers are of 100 histories. Grey: rarer ways, put together.".to_owned()
    };
    let wars = reaching_war(&explanation.paths, limited_war);
    let within = if wars.is_open(explanation.trials) {
        " within five acts"
    } else {
        ""
    };
    let wars = labels::share(wars.seen, explanation.trials);
    let of = format!("{of} Paths that reach war{within}: {wars}.");
    if blocks.iter().any(|block| block.is_recorded) {
        format!("{of} Thick frame: the record")
    } else {
        of.trim_end_matches('.').to_owned()
    }
}

/// The commonest paths as a paragraph.
fn in_words(explanation: &Explanation, subject: &Subject) -> String {
    let paths = &explanation.paths;
    let all = whole_paths(paths);
    let named = all.iter().take(NAMED).map(|path| {
        let words = path_in_names(paths, path, subject, usize::MAX);
        format!("{words}: {} of {}", path.count, explanation.trials)
    });
    let named: Vec<String> = named.collect();
    format!(
        "The commonest paths of the opening crisis. {}.",
        named.join("; ")
    )
}
