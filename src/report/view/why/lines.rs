//! Paths as lines: the commonest in a list, all of them as a tree.

use crate::numerals::nearest;
use crate::report::layout::WIDTH;
use crate::report::words::{
    WholePath, actor_in_words, author, is_recorded, path_in_names, reaching_war, rung_label,
    whole_paths,
};
use crate::study::WhyStudy;

/// Columns of a share and the space around it.
const SHARE: usize = 8;

/// A share of a hundred histories, or of the trials where they are fewer.
pub fn of_a_hundred(share: f64, trials: u64) -> String {
    let of = if trials < 100 { trials } else { 100 };
    match nearest(share * of as f64) as u64 {
        0 if share > 0.0 => "<1".to_owned(),
        number => number.to_string(),
    }
}

/// A path with its share; a star where the record takes it.
pub fn path_line(study: &WhyStudy, path: &WholePath) -> String {
    let trials = study.explanation.trials;
    let paths = &study.explanation.paths;
    let share = of_a_hundred(path.count as f64 / trials as f64, trials);
    let star = if is_recorded(paths, path) { '*' } else { ' ' };
    let words = path_in_names(paths, path, &study.subject, WIDTH - SHARE);
    format!("  {share:>4}{star} {words}")
}

/// How many histories reach war on their path, limited or full-scale.
pub fn war_line(study: &WhyStudy) -> String {
    let trials = study.explanation.trials;
    let wars = reaching_war(&study.explanation.paths, study.subject.ladder.limited_war);
    let share = of_a_hundred(wars.seen as f64 / trials as f64, trials);
    let words = format!("  {share:>4}  paths that reach war, limited or full-scale");
    if wars.is_open(trials) {
        let more = of_a_hundred(wars.unknown as f64 / trials as f64, trials);
        format!("{words}; {more} go on after five acts")
    } else {
        words
    }
}

/// The tree of paths, as far as branches are common enough.
pub fn tree_lines(study: &WhyStudy) -> Vec<String> {
    let mut lines = Vec::new();
    let (common, rare) = branches(study, 0);
    for node in common {
        lines.extend(branch_lines(study, node));
    }
    lines.extend(gathered_line(study, rare, 1));
    lines
}

/// A node and what follows it. Paths are at most five acts long.
fn branch_lines(study: &WhyStudy, node: usize) -> Vec<String> {
    let paths = &study.explanation.paths;
    let one = &paths.nodes[node];
    let depth = paths.depth(node);
    let names = &study.subject.names;
    let mark = if paths.record.iter().any(|step| step.node == Some(node)) {
        " *"
    } else {
        ""
    };
    let actor = actor_in_words(names, author(depth - 1));
    let label = rung_label(names, one.rung.unwrap_or(0));
    let indent = 2 * depth;
    let share = of_a_hundred(
        one.count as f64 / study.explanation.trials as f64,
        study.explanation.trials,
    );
    let ends = ends_in_words(study, node);
    let mut lines = vec![format!(
        "{:indent$}{share:>3}  {actor}: {label}{mark}{ends}",
        ""
    )];
    let (common, rare) = branches(study, node);
    for next in common {
        lines.extend(branch_lines(study, next));
    }
    lines.extend(gathered_line(study, rare, depth + 1));
    lines
}

/// How many histories end at a node, in brackets.
fn ends_in_words(study: &WhyStudy, node: usize) -> String {
    let trials = study.explanation.trials;
    let ends = study.explanation.paths.nodes[node].ends;
    let each = [
        ("over", ends.over),
        ("chosen war", ends.war),
        ("slips into war", ends.slipped),
        ("not over in time", ends.cut),
        ("goes on", ends.goes_on),
    ];
    let words: Vec<String> = each
        .into_iter()
        .filter(|&(_, count)| count > 0)
        .map(|(words, count)| {
            let share = of_a_hundred(count as f64 / trials as f64, trials);
            format!("{words} {share}")
        })
        .collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(" ({})", words.join(", "))
    }
}

/// The nodes that follow a node in at least two of a hundred histories, and how many histories take
/// another way.
pub fn branches(study: &WhyStudy, node: usize) -> (Vec<usize>, u64) {
    let paths = &study.explanation.paths;
    let trials = u128::from(study.explanation.trials);
    let is_common = |&next: &usize| u128::from(paths.nodes[next].count) * 50 >= trials;
    let (common, rare): (Vec<usize>, Vec<usize>) =
        paths.following(node).into_iter().partition(is_common);
    let rare = rare.into_iter().map(|next| paths.nodes[next].count);
    (common, rare.sum::<u64>() + paths.nodes[node].gathered.count)
}

fn gathered_line(study: &WhyStudy, rare: u64, depth: usize) -> Option<String> {
    let trials = study.explanation.trials;
    let share = of_a_hundred(rare as f64 / trials as f64, trials);
    let indent = 2 * depth;
    (rare > 0).then(|| format!("{:indent$}{share:>3}  other acts", ""))
}

/// The ten commonest paths in a list.
pub fn path_lines(study: &WhyStudy) -> Vec<String> {
    const MOST: usize = 10;
    let paths = &study.explanation.paths;
    whole_paths(paths)
        .iter()
        .take(MOST)
        .map(|path| path_line(study, path))
        .collect()
}
