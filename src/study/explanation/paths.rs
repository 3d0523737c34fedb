//! The paths of the opening crisis as a tree: the opening act, the answer, the counter-answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::tally::{Course, CourseEnd, CourseEnds, Courses};

/// Maximum number of nodes that a tree keeps; the rarest beyond them are gathered.
pub const MOST_NODES: usize = 2_000;

/// The paths that the opening crisis takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paths {
    /// The nodes, each behind the one that it follows, those that follow one act by their rungs.
    /// The first is the beginning, before any act: every history is counted there.
    pub nodes: Vec<PathNode>,
    /// The path of the record, act by act, the opening first; empty where there is none.
    pub record: Vec<RecordedStep>,
}

/// An act, after the acts that lead to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathNode {
    /// The place of the node that it follows; none for the beginning.
    pub parent: Option<usize>,
    /// The rung of the act; none for the beginning.
    pub rung: Option<usize>,
    /// How many histories come here.
    pub count: u64,
    /// How many of them end here, and how.
    pub ends: PathEnds,
    /// What goes on from here and is not kept as nodes.
    pub gathered: Gathered,
}

/// How histories end at a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathEnds {
    /// The crisis is over: the answer steps down; at the beginning, nothing happens.
    pub over: u64,
    /// Full-scale war was chosen.
    pub war: u64,
    /// The act slipped into full-scale war.
    pub slipped: u64,
    /// The horizon cut the crisis.
    pub cut: u64,
    /// It goes on beyond the last act that is told apart.
    pub goes_on: u64,
}

/// Branches that are not kept one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gathered {
    /// How many there are.
    pub branches: u64,
    /// How many histories take one of them.
    pub count: u64,
}

/// An act of the record, as the histories have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedStep {
    /// The rung of the act.
    pub rung: usize,
    /// How many histories begin as the record does, up to this act.
    pub count: u64,
    /// Its node, where it is kept.
    pub node: Option<usize>,
}

impl PathEnds {
    /// How many histories end, or go on out of sight.
    #[must_use]
    pub const fn sum(&self) -> u64 {
        self.over + self.war + self.slipped + self.cut + self.goes_on
    }

    fn add(&mut self, ends: &CourseEnds) {
        self.over += ends[CourseEnd::Over as usize];
        self.war += ends[CourseEnd::War as usize];
        self.slipped += ends[CourseEnd::Slipped as usize];
        self.cut += ends[CourseEnd::Cut as usize];
        self.goes_on += ends[CourseEnd::GoesOn as usize];
    }
}

/// What is counted at a node before it is known which are kept.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    count: u64,
    ends: PathEnds,
}

impl Paths {
    /// The tree of the courses that so many trials took, with the path of the record.
    pub(super) fn new(courses: &Courses, trials: u64, record: &[usize]) -> Self {
        let all = counted(courses, trials);
        let kept = kept(&all);
        let nodes = nodes(&all, &kept);
        let step = |at: usize| RecordedStep {
            rung: record[at],
            count: courses.begin_with(&record[..=at]),
            node: kept.get(&Course::of(&record[..=at])).copied(),
        };
        Self {
            nodes,
            record: (0..record.len()).map(step).collect(),
        }
    }

    /// How many acts lead to a node, its own included.
    #[must_use]
    pub fn depth(&self, node: usize) -> usize {
        self.rungs(node).len()
    }

    /// The rungs of the acts that lead to a node, its own included.
    #[must_use]
    pub fn rungs(&self, node: usize) -> Vec<usize> {
        let mut rungs = Vec::new();
        let mut at = self.nodes.get(node);
        while let Some(one) = at {
            rungs.extend(one.rung);
            at = one.parent.and_then(|parent| self.nodes.get(parent));
        }
        rungs.reverse();
        rungs
    }

    /// The nodes that follow a node, the most common first; of those that are alike the lower rung.
    #[must_use]
    pub fn following(&self, node: usize) -> Vec<usize> {
        let places = self.nodes.iter().enumerate();
        let follows = places.filter(|(_, one)| one.parent == Some(node));
        let mut all: Vec<usize> = follows.map(|(place, _)| place).collect();
        all.sort_by_key(|&place| std::cmp::Reverse(self.nodes[place].count));
        all
    }
}

/// Every node with its counts, as a tree is read.
fn counted(courses: &Courses, trials: u64) -> BTreeMap<Course, Counted> {
    let mut all: BTreeMap<Course, Counted> = BTreeMap::new();
    all.entry(Course::default()).or_default().count = trials;
    for (course, ends) in courses.all() {
        let rungs = course.rungs();
        let count: u64 = ends.iter().sum();
        for acts in 1..=rungs.len() {
            all.entry(Course::of(&rungs[..acts])).or_default().count += count;
        }
        all.entry(course).or_default().ends.add(ends);
    }
    all
}

/// The courses that are kept, with their places: the most common. None is more common than the one
/// that it follows, so that of a course that is kept all is kept that leads to it.
fn kept(all: &BTreeMap<Course, Counted>) -> BTreeMap<Course, usize> {
    let mut by_count: Vec<(&Course, u64)> = all
        .iter()
        .map(|(course, one)| (course, one.count))
        .collect();
    // Sorting is stable: of those that are alike, the one that is read first.
    by_count.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    by_count.truncate(MOST_NODES);
    let mut kept: Vec<Course> = by_count.into_iter().map(|(&course, _)| course).collect();
    kept.sort_unstable();
    kept.into_iter()
        .enumerate()
        .map(|(place, course)| (course, place))
        .collect()
}

fn nodes(all: &BTreeMap<Course, Counted>, kept: &BTreeMap<Course, usize>) -> Vec<PathNode> {
    let mut nodes = Vec::with_capacity(kept.len());
    for (course, one) in all {
        let rungs = course.rungs();
        let before = rungs.split_last().map(|(_, before)| Course::of(before));
        let parent = before.and_then(|before| kept.get(&before).copied());
        if kept.contains_key(course) {
            nodes.push(PathNode {
                parent,
                rung: rungs.last().copied(),
                count: one.count,
                ends: one.ends,
                gathered: Gathered::default(),
            });
        } else if let Some(parent) = parent {
            // What follows an act is read after it.
            let node: &mut PathNode = &mut nodes[parent];
            node.gathered.branches += 1;
            node.gathered.count += one.count;
        }
    }
    nodes
}
