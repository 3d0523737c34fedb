//! Blocks with their numbers and names, where there is room for them.

use super::blocks::{Block, BlockKind};
use super::layout::{Layout, fill};
use crate::error::Error;
use crate::error::columns;
use crate::numerals::nearest;
use crate::report::chart::backend::{Align, Area, Canvas, Type, bold, regular, xy};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{INK, LEADING, MIDDLE, MUTED, OUTLINE, text_on};
use crate::report::cut::shortened;

/// Between the edge of a block and its words.
const INSET: f64 = 8.0;
/// How thick the outline of a block is, and that of the record.
const LINES: (f64, f64) = (1.0, 4.0);
/// Numbers are larger than labels by so much.
const NUMBER: f64 = 1.12;
/// A block needs this height for a larger number, of the size of a label: else it touches the edges.
const ROOMY: f64 = 1.5;
/// The least height of a block with words, of the size of a label: figures and most letters are lower.
const LEAST: f64 = 0.9;
/// A name is not shortened to fewer columns.
const LEAST_NAME: usize = 8;
/// Maximum lines of a name.
const MOST: usize = 4;

/// Draws the blocks and what is said of them.
pub fn draw(
    canvas: &Canvas,
    layout: &Layout,
    blocks: &[Block],
    rungs: &ChartRungs<'_>,
    trials: u64,
) -> Result<(), Error> {
    let mut beside: Vec<Area> = Vec::new();
    for (block, &area) in blocks.iter().zip(&layout.areas) {
        let colour = fill(block, rungs);
        match block.kind {
            BlockKind::Others => canvas.fill(area, colour)?,
            _ if block.is_recorded => canvas.bar(area, colour, INK, LINES.1)?,
            _ => canvas.bar(area, colour, OUTLINE, LINES.0)?,
        }
        if !words(canvas, area, block, rungs, trials)? {
            number_beside(canvas, area, block, trials, &mut beside)?;
        }
    }
    Ok(())
}

/// The number of a block that is too low for words, at its left, where there is room.
fn number_beside(
    canvas: &Canvas,
    area: Area,
    block: &Block,
    trials: u64,
    beside: &mut Vec<Area>,
) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let middle = f64::midpoint(area.top, area.bottom);
    let own = Area {
        top: middle - set.size / 2.0,
        bottom: middle + set.size / 2.0,
        ..area
    };
    let is_free = beside
        .iter()
        .all(|other| other.left != own.left || other.bottom <= own.top || own.bottom <= other.top);
    if block.parent.is_none() || !is_free {
        return Ok(());
    }
    beside.push(own);
    let place = xy(area.left - INSET, middle + MIDDLE * set.size);
    let figure = share(block.count, trials);
    canvas.text(&figure, place, set, MUTED, Align::Right)
}

/// The number of a block and its name, as much as there is room for; gives whether there is any.
fn words(
    canvas: &Canvas,
    area: Area,
    block: &Block,
    rungs: &ChartRungs<'_>,
    trials: u64,
) -> Result<bool, Error> {
    let small = regular(canvas.sizes.label);
    let leading = small.size * LEADING;
    let inside = if block.is_recorded { LINES.1 } else { LINES.0 };
    let height = area.bottom - area.top - 2.0 * inside;
    if height < small.size * LEAST {
        return Ok(false);
    }
    let larger = if height < small.size * ROOMY {
        1.0
    } else {
        NUMBER
    };
    let number = bold(small.size * larger);
    let colour = text_on(fill(block, rungs));
    let figure = share(block.count, trials);
    let indent = canvas.ruler.width(&figure, number) + small.size * 0.5;
    let left = area.left + INSET;
    let room = area.right - INSET - left - indent;
    let lines = ((height / leading) as usize).clamp(1, MOST);
    let label = in_whole_words(canvas, &name(block, rungs), small, room, lines);
    let tall = (label.len().max(1) - 1) as f64 * leading;
    let first = f64::midpoint(area.top, area.bottom) - tall / 2.0;
    let baseline = first + MIDDLE * number.size;
    canvas.text(&figure, xy(left, baseline), number, colour, Align::Left)?;
    for (at, line) in label.iter().enumerate() {
        let baseline = first + at as f64 * leading + MIDDLE * small.size;
        canvas.text(
            line,
            xy(left + indent, baseline),
            small,
            colour,
            Align::Left,
        )?;
    }
    Ok(true)
}

/// A name in lines; where it has to be shortened, by whole words.
fn in_whole_words(canvas: &Canvas, name: &str, set: Type, room: f64, most: usize) -> Vec<String> {
    let lines = canvas.ruler.label(name, set, room, most);
    if !lines.iter().any(|line| line.contains('…')) {
        return lines;
    }
    let shorter = (LEAST_NAME..columns(name)).rev().find_map(|wide| {
        let lines = canvas.ruler.broken(&shortened(name, wide), set, room, most);
        let fits = lines
            .iter()
            .all(|line| canvas.ruler.width(line, set) <= room);
        fits.then_some(lines)
    });
    shorter.unwrap_or(lines)
}

/// How many of a hundred histories, or of the trials where they are fewer.
pub fn share(count: u64, trials: u64) -> String {
    let of = trials.clamp(1, 100);
    let number = nearest(count as f64 / trials.max(1) as f64 * of as f64) as u64;
    match number {
        0 => "<1".to_owned(),
        number => number.to_string(),
    }
}

fn name(block: &Block, rungs: &ChartRungs<'_>) -> String {
    match block.kind {
        BlockKind::Act(rung) => rungs.labels.get(rung).map_or("", |label| label).to_owned(),
        BlockKind::Rests => "steps down, and it ends".to_owned(),
        BlockKind::Slips => "slips into war".to_owned(),
        BlockKind::Cut => "not over in time".to_owned(),
        BlockKind::Nothing => "nothing happens".to_owned(),
        BlockKind::Others => "other ways".to_owned(),
    }
}
