//! Where blocks stand: a column for each act, the height of a block its share.

use super::blocks::{Block, BlockKind};
use crate::error::Error;
use crate::report::chart::backend::{Area, Canvas, xy};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{Colour, GRID, PAPER};

/// Between two columns, as a part of the width of one and of what follows it.
const BETWEEN: f64 = 0.2;
/// Between two blocks of a column, in points.
const APART: f64 = 4.0;
/// The narrowest that a column may be for its share of a chart of few.
const FEWEST: usize = 3;
/// How much of a block's colour its link has.
const LINK: f64 = 0.35;

/// Where blocks stand.
pub struct Layout {
    /// How many columns there are.
    pub columns: usize,
    /// The area of each block.
    pub areas: Vec<Area>,
    /// For each block where it leaves the one that it follows: upper and lower edge.
    from: Vec<(f64, f64)>,
    left: f64,
    column: f64,
    between: f64,
}

impl Layout {
    /// Lays out blocks in an area.
    pub fn new(blocks: &[Block], area: Area) -> Self {
        let columns = blocks
            .iter()
            .map(|block| block.column + 1)
            .max()
            .unwrap_or(1);
        let places = columns.max(FEWEST) as f64;
        let step = (area.right - area.left) / (places - BETWEEN);
        let mut layout = Self {
            columns,
            areas: Vec::new(),
            from: Vec::new(),
            left: area.left,
            column: step * (1.0 - BETWEEN),
            between: step * BETWEEN,
        };
        layout.stack(blocks, area);
        layout
    }

    /// The left and the right edge of a column.
    pub fn column(&self, column: usize) -> (f64, f64) {
        let left = self.left + column as f64 * (self.column + self.between);
        (left, left + self.column)
    }

    /// Gives every block its height and place, column by column.
    fn stack(&mut self, blocks: &[Block], area: Area) {
        let height = area.bottom - area.top;
        let in_column = |column| blocks.iter().filter(move |block| block.column == column);
        let most = (0..self.columns)
            .map(|column| in_column(column).count())
            .max();
        let gaps = most.unwrap_or(1).saturating_sub(1) as f64 * APART;
        let all: u64 = in_column(0).map(|block| block.count).sum();
        let scale = (height - gaps).max(0.0) / all.max(1) as f64;
        let nowhere = Area {
            left: 0.0,
            top: area.top,
            right: 0.0,
            bottom: area.top,
        };
        self.areas = vec![nowhere; blocks.len()];
        self.from = vec![(area.top, area.top); blocks.len()];
        for column in 0..self.columns {
            self.place_column(blocks, column, scale, area);
        }
    }

    /// Places the blocks of a column beside those that they follow, apart from each other.
    fn place_column(&mut self, blocks: &[Block], column: usize, scale: f64, area: Area) {
        let mut places: Vec<usize> = (0..blocks.len())
            .filter(|&place| blocks[place].column == column)
            .collect();
        let above = |place: &usize| {
            let parent = blocks[*place].parent;
            parent.map_or(area.top, |parent| self.areas[parent].top)
        };
        // What follows one block keeps its order: sorting is stable.
        places.sort_by(|one, other| above(one).total_cmp(&above(other)));
        let mut tops = Vec::with_capacity(places.len());
        let mut leaves: Vec<f64> = self.areas.iter().map(|area| area.top).collect();
        let mut free = area.top;
        for &place in &places {
            let height = blocks[place].count as f64 * scale;
            let wanted = blocks[place]
                .parent
                .map_or(area.top, |parent| leaves[parent]);
            if let Some(parent) = blocks[place].parent {
                self.from[place] = (leaves[parent], leaves[parent] + height);
                leaves[parent] += height;
            }
            let top = wanted.max(free);
            tops.push(top);
            free = top + height + APART;
        }
        let mut limit = area.bottom;
        let (left, right) = self.column(column);
        for (&place, &top) in places.iter().zip(&tops).rev() {
            let height = blocks[place].count as f64 * scale;
            let top = top.min(limit - height);
            limit = top - APART;
            self.areas[place] = Area {
                left,
                top,
                right,
                bottom: top + height,
            };
        }
    }

    /// Draws what leads from a block to those that follow it.
    pub fn links(
        &self,
        canvas: &Canvas,
        blocks: &[Block],
        rungs: &ChartRungs<'_>,
    ) -> Result<(), Error> {
        for (place, block) in blocks.iter().enumerate() {
            let Some(parent) = block.parent else { continue };
            let own = self.areas[place];
            let (top, bottom) = self.from[place];
            let start = self.areas[parent].right;
            let corners = [
                xy(start, top),
                xy(own.left, own.top),
                xy(own.left, own.bottom),
                xy(start, bottom),
            ];
            canvas.translucent(&corners, fill(block, rungs), LINK)?;
        }
        Ok(())
    }
}

/// The colour of a block: that of its rung.
pub fn fill(block: &Block, rungs: &ChartRungs<'_>) -> Colour {
    match block.kind {
        BlockKind::Act(rung) => rungs.colour(rung),
        BlockKind::Rests => rungs.colour(rungs.off_ramp),
        BlockKind::Slips => rungs.colour(rungs.labels.len().saturating_sub(1)),
        BlockKind::Nothing => PAPER,
        BlockKind::Cut | BlockKind::Others => GRID,
    }
}
