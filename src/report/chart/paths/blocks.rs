//! The tree of paths as blocks, those of few histories put together.

use crate::report::chart::rungs::ChartRungs;
use crate::report::words::LEAST_NAMED;
use crate::study::{Explanation, Paths};

/// One in so many histories is enough for a block of its own, with its name: every block but those
/// that are put together has one.
const LEAST: u128 = LEAST_NAMED;
/// The fewest columns that are shown, where there are so many.
const FEWEST: usize = 2;

/// What a block stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// An act on this rung.
    Act(usize),
    /// Answers that step down, on whatever rung.
    Rests,
    /// The act before slips into war.
    Slips,
    /// The horizon cuts the crisis.
    Cut,
    /// Nothing happens.
    Nothing,
    /// Acts and ends of few histories, put together.
    Others,
}

/// A block: histories that come to an act, or end before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The place of the block that it follows; none in the first column.
    pub parent: Option<usize>,
    /// In which column, from 0.
    pub column: usize,
    /// What it stands for.
    pub kind: BlockKind,
    /// How many histories.
    pub count: u64,
    /// Whether the record comes here.
    pub is_recorded: bool,
}

/// All blocks, each behind the one that it follows; those that follow one block from the gravest
/// down.
pub fn blocks(explanation: &Explanation, rungs: &ChartRungs<'_>) -> Vec<Block> {
    let tree = Tree {
        paths: &explanation.paths,
        rungs,
        trials: explanation.trials,
    };
    let mut all = Vec::new();
    // Nodes whose blocks have been made, with the places of these.
    let mut open: Vec<(usize, Option<usize>)> = vec![(0, None)];
    while let Some((node, parent)) = open.pop() {
        for (next, block) in tree.following(node, parent, &all) {
            if let Some(next) = next {
                open.push((next, Some(all.len())));
            }
            all.push(block);
        }
    }
    cut(&mut all, explanation.trials);
    all
}

/// Leaves out the columns at the right in which no block is large enough to be named.
fn cut(all: &mut Vec<Block>, trials: u64) {
    let named = all.iter().filter(|block| {
        let is_large = u128::from(block.count) * LEAST >= u128::from(trials);
        is_large && block.kind != BlockKind::Others
    });
    let columns = named.map(|block| block.column + 1).max().unwrap_or(0);
    let columns = columns.max(FEWEST);
    // What stands further to the right is behind what it follows, but not behind all others.
    let mut places = vec![None; all.len()];
    let mut kept: Vec<Block> = Vec::new();
    for (place, block) in all.iter().enumerate() {
        if block.column < columns {
            places[place] = Some(kept.len());
            kept.push(Block {
                parent: block.parent.and_then(|parent| places[parent]),
                ..block.clone()
            });
        }
    }
    *all = kept;
}

struct Tree<'t> {
    paths: &'t Paths,
    rungs: &'t ChartRungs<'t>,
    trials: u64,
}

/// What follows a node, while it is gathered.
struct Following {
    parent: Option<usize>,
    column: usize,
    /// Whether the record comes to the node.
    is_recorded: bool,
    /// The blocks, each with its own node where it goes on.
    blocks: Vec<(Option<usize>, Block)>,
    /// How many histories have no block of their own.
    others: u64,
}

impl Following {
    fn push(&mut self, node: Option<usize>, kind: BlockKind, count: u64, is_recorded: bool) {
        let block = Block {
            parent: self.parent,
            column: self.column,
            kind,
            count,
            is_recorded: self.is_recorded && is_recorded,
        };
        self.blocks.push((node, block));
    }
}

impl Tree<'_> {
    /// The blocks that follow a node: from the gravest down, what is put together last.
    fn following(
        &self,
        node: usize,
        parent: Option<usize>,
        all: &[Block],
    ) -> Vec<(Option<usize>, Block)> {
        let one = &self.paths.nodes[node];
        let mut following = Following {
            parent,
            column: parent.map_or(0, |place| all[place].column + 1),
            is_recorded: parent.is_none_or(|place| all[place].is_recorded),
            blocks: Vec::new(),
            others: one.gathered.count,
        };
        self.end(&mut following, BlockKind::Slips, one.ends.slipped);
        let rests = self.acts(&mut following, node);
        self.end(&mut following, BlockKind::Cut, one.ends.cut);
        self.end(&mut following, BlockKind::Rests, rests);
        let idle = if parent.is_none() { one.ends.over } else { 0 };
        self.end(&mut following, BlockKind::Nothing, idle);
        if following.others > 0 {
            let others = following.others;
            following.push(None, BlockKind::Others, others, false);
        }
        following.blocks
    }

    /// Adds the acts that follow a node. Gives how many histories step down.
    fn acts(&self, following: &mut Following, node: usize) -> u64 {
        let column = following.column;
        let mut rests = 0;
        let mut nodes = self.paths.following(node);
        nodes.sort_by_key(|&next| std::cmp::Reverse(self.paths.nodes[next].rung));
        for next in nodes {
            let one = &self.paths.nodes[next];
            let rung = one.rung.unwrap_or(0);
            let steps_down = column > 0 && rung <= self.rungs.off_ramp;
            if steps_down && one.ends.over == one.count {
                rests += one.count;
            } else if self.is_common(one.count) {
                let is_recorded = self.is_recorded(column, |step| step == rung);
                following.push(Some(next), BlockKind::Act(rung), one.count, is_recorded);
            } else {
                following.others += one.count;
            }
        }
        rests
    }

    /// Adds those that end in some way, where they are enough for a block.
    fn end(&self, following: &mut Following, kind: BlockKind, count: u64) {
        if !self.is_common(count) {
            following.others += count;
            return;
        }
        let off_ramp = self.rungs.off_ramp;
        let rests = kind == BlockKind::Rests;
        // Others may step down to another rung than the record.
        let step = self.paths.record.get(following.column);
        let is_whole = step.is_some_and(|step| step.rung <= off_ramp && step.count == count);
        let is_recorded = rests && is_whole;
        following.push(None, kind, count, is_recorded);
    }

    fn is_common(&self, count: u64) -> bool {
        u128::from(count) * LEAST >= u128::from(self.trials) && count > 0
    }

    /// Whether the record's act in a column is such a one.
    fn is_recorded(&self, column: usize, is_it: impl Fn(usize) -> bool) -> bool {
        let step = self.paths.record.get(column);
        step.is_some_and(|step| is_it(step.rung))
    }
}
