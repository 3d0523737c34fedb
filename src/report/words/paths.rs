//! The paths of the opening crisis, in words.

mod wars;

use std::collections::BTreeMap;

pub use wars::reaching_war;

use super::why::actor_in_words;
use crate::error::{columns, printable};
use crate::model::Side;
use crate::numerals::nearest;
use crate::report::cut::shortened;
use crate::scenario::Names;
use crate::study::{Explanation, PathNode, Paths, Subject};

/// Stands between two acts of a path.
const THEN: &str = " > ";
/// A label is not cut to fewer columns.
const LEAST_LABEL: usize = 12;

/// How a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathEnd {
    /// Nothing happens at all.
    Nothing,
    /// The next to act steps down, on whatever rung, and it is over.
    StepsDown,
    /// Full-scale war was chosen.
    War,
    /// The last act slips into war.
    Slips,
    /// The horizon cuts it.
    Cut,
    /// It goes on beyond the acts that are told apart.
    GoesOn,
}

/// A path from the opening to where it ends, and how many histories take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePath {
    /// The node of its last act before anybody steps down.
    pub node: usize,
    /// How it ends.
    pub end: PathEnd,
    /// How many histories take it.
    pub count: u64,
}

impl PathEnd {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::StepsDown => "steps-down",
            Self::War => "war",
            Self::Slips => "slips",
            Self::Cut => "cut",
            Self::GoesOn => "goes-on",
        }
    }

    /// What stands behind the acts of a path; nothing where the last of them says it. `next` is who
    /// acts next.
    #[must_use]
    pub fn words(self, next: &str) -> String {
        match self {
            Self::Nothing => "nothing happens".to_owned(),
            Self::StepsDown => format!("{next} steps down"),
            Self::War => String::new(),
            Self::Slips => "slips into war".to_owned(),
            Self::Cut => "not over in time".to_owned(),
            Self::GoesOn => "goes on".to_owned(),
        }
    }
}

/// The paths, the most common first; of those that are alike in the order of the tree. Answers that
/// step down are one end, on whatever rung they are.
#[must_use]
pub fn whole_paths(paths: &Paths) -> Vec<WholePath> {
    let mut counts: BTreeMap<(usize, PathEnd), u64> = BTreeMap::new();
    for (node, one) in paths.nodes.iter().enumerate() {
        for (place, count) in ends_at(node, one) {
            *counts.entry(place).or_default() += count;
        }
    }
    let all = counts.into_iter().filter(|&(_, count)| count > 0);
    let mut all: Vec<WholePath> = all
        .map(|((node, end), count)| WholePath { node, end, count })
        .collect();
    all.sort_by_key(|path| std::cmp::Reverse(path.count));
    all
}

/// How many histories end in each way at a node; where somebody steps down, at the one before.
fn ends_at(node: usize, one: &PathNode) -> [((usize, PathEnd), u64); 5] {
    let over = match one.parent {
        Some(parent) => (parent, PathEnd::StepsDown),
        None => (node, PathEnd::Nothing),
    };
    [
        (over, one.ends.over),
        ((node, PathEnd::War), one.ends.war),
        ((node, PathEnd::Slips), one.ends.slipped),
        ((node, PathEnd::Cut), one.ends.cut),
        ((node, PathEnd::GoesOn), one.ends.goes_on),
    ]
}

/// Whether a path is that of the record, in all of its histories.
#[must_use]
pub fn is_recorded(paths: &Paths, path: &WholePath) -> bool {
    let record = &paths.record;
    let Some((last, before)) = record.split_last() else {
        return false;
    };
    match path.end {
        // Others may step down to another rung than the record.
        PathEnd::StepsDown => {
            let is_there = before
                .last()
                .is_some_and(|step| step.node == Some(path.node));
            is_there && last.count == path.count
        }
        _ => last.node == Some(path.node),
    }
}

/// A path in words, in so many columns where labels can be shortened to them, an opening that is
/// fixed left out: "Strike on militants > Iran steps down".
#[must_use]
pub fn path_in_names(paths: &Paths, path: &WholePath, subject: &Subject, most: usize) -> String {
    let names = &subject.names;
    let rungs = paths.rungs(path.node);
    let next = actor_in_words(names, author(rungs.len()));
    let end = path.end.words(&next);
    let skip = usize::from(subject.ladder.opening.is_some());
    let labels: Vec<String> = rungs
        .iter()
        .skip(skip)
        .map(|&rung| rung_label(names, rung))
        .collect();
    let whole = joined(&labels, &end);
    if columns(&whole) <= most || labels.is_empty() {
        return whole;
    }
    let wide: usize = labels.iter().map(|label| columns(label)).sum();
    let room = most.saturating_sub(columns(&whole) - wide) / labels.len();
    let short: Vec<String> = labels
        .iter()
        .map(|label| shortened(label, room.max(LEAST_LABEL)))
        .collect();
    joined(&short, &end)
}

fn joined(labels: &[String], end: &str) -> String {
    let labels = labels.iter().map(String::as_str);
    let parts: Vec<&str> = labels
        .chain([end])
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(THEN)
}

/// The label of a rung.
#[must_use]
pub fn rung_label(names: &Names, rung: usize) -> String {
    names
        .rungs
        .get(rung)
        .map(|named| printable(&named.label))
        .unwrap_or_default()
}

/// Who does the act of this number, counted from 0 at the opening.
#[must_use]
pub const fn author(act: usize) -> Side {
    if act.is_multiple_of(2) {
        Side::Opener
    } else {
        Side::Other
    }
}

/// What a chart of paths shows, in one sentence without a full stop: the most common answer, and how
/// often the opener then steps down.
#[must_use]
pub fn paths_headline(explanation: &Explanation, subject: &Subject) -> String {
    let names = &subject.names;
    let paths = &explanation.paths;
    let often = |count| Frequency::new(count, explanation.trials);
    let idle = paths.nodes.first().map_or(0, |first| first.ends.over);
    let answers = (0..paths.nodes.len()).filter(|&node| paths.depth(node) == 2);
    // Of several that are alike the first.
    let answer = answers.rev().max_by_key(|&node| paths.nodes[node].count);
    let answered = answer.map_or(0, |node| paths.nodes[node].count);
    if idle > answered {
        return format!("{} nothing happens", often(idle).begins());
    }
    let Some(node) = answer else {
        return "In all histories it ends with the opening".to_owned();
    };
    let answer = paths.nodes[node];
    let actor = actor_in_words(names, author(1));
    let label = rung_label(names, answer.rung.unwrap_or(0));
    let begins = often(answered).begins();
    let title = format!("{begins} {actor} answers with “{label}”");
    let resting = resting_after(paths, paths.nodes[node].parent.unwrap_or(0));
    if answer.ends.over == answered || resting > answered {
        let begins = often(resting.max(answered)).begins();
        return format!("{begins} {actor} steps down, and it ends there");
    }
    let rests = resting_after(paths, node);
    let wars = reaching_war(paths, subject.ladder.limited_war);
    // What has no block of its own on the chart is no headline.
    if u128::from(rests) * LEAST_NAMED < u128::from(explanation.trials) {
        let least = if wars.is_open(explanation.trials) {
            " within five acts"
        } else {
            ""
        };
        return format!(
            "{title}; {} it comes to war{least}",
            often(wars.seen).follows()
        );
    }
    let opener = actor_in_words(names, author(0));
    format!(
        "{title}; {} {opener} then steps down",
        often(rests).follows()
    )
}

/// One in so many histories is enough to be named on a chart.
pub const LEAST_NAMED: u128 = 18;

/// How many histories end with an answer to a node that steps down.
fn resting_after(paths: &Paths, node: usize) -> u64 {
    let following = paths.following(node);
    following
        .iter()
        .map(|&next| paths.nodes[next].ends.over)
        .sum()
}

/// How many histories, of one number of them.
#[derive(Clone, Copy)]
struct Frequency {
    count: u64,
    trials: u64,
}

impl Frequency {
    const fn new(count: u64, trials: u64) -> Self {
        Self { count, trials }
    }

    /// Of how many histories it is said.
    const fn base(self) -> u64 {
        if self.trials < 100 { self.trials } else { 100 }
    }

    /// How many of these it is.
    fn number(self) -> String {
        let share = self.count as f64 / self.trials.max(1) as f64;
        match nearest(share * self.base() as f64) as u64 {
            0 if self.count > 0 => "fewer than 1".to_owned(),
            number => number.to_string(),
        }
    }

    /// The beginning of a sentence.
    fn begins(self) -> String {
        if self.trials == 1 {
            "In the one history that was run".to_owned()
        } else if self.count == self.trials {
            "In all histories".to_owned()
        } else {
            format!("In {} of {} histories", self.number(), self.base())
        }
    }

    /// A later part of it.
    fn follows(self) -> String {
        if self.count == self.trials {
            "in all".to_owned()
        } else if self.count == 0 {
            "in none".to_owned()
        } else {
            format!("in {}", self.number())
        }
    }
}
