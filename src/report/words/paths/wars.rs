//! How many histories reach war on their path.

use crate::study::Paths;

/// How many histories reach war, limited or full-scale, as far as paths are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReachingWar {
    /// Those that are seen to.
    pub seen: u64,
    /// Those that go on without war beyond what is told apart.
    pub unknown: u64,
}

impl ReachingWar {
    /// Whether those that go on may change what is read: one in two hundred.
    #[must_use]
    pub const fn is_open(self, trials: u64) -> bool {
        self.unknown as u128 * 200 >= trials as u128 && self.unknown > 0
    }
}

/// How many histories reach war on their path.
#[must_use]
pub fn reaching_war(paths: &Paths, limited_war: usize) -> ReachingWar {
    let is_war = |node: usize| {
        let rung = paths.nodes[node].rung;
        rung.is_some_and(|rung| rung >= limited_war)
    };
    let mut wars = ReachingWar::default();
    let mut open = vec![0];
    while let Some(node) = open.pop() {
        let one = &paths.nodes[node];
        if is_war(node) {
            wars.seen += one.count;
        } else {
            wars.seen += one.ends.war + one.ends.slipped;
            wars.unknown += one.ends.goes_on + one.gathered.count;
            open.extend(paths.following(node));
        }
    }
    wars
}
