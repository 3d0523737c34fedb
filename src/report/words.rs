//! Plain words for outcomes and shares, the same in tables, charts and pages.

mod changes;
mod figures;
mod frequencies;
mod swept;
mod timeline;

use crate::numerals::count;
use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::study::{Findings, Variant};
use crate::tally::Change;

pub use changes::{
    Move, changes_headline, changes_in_words, flips_headline, flips_in_words, moves, points, thousandths,
};
pub use figures::{Shown, places_of};
pub use frequencies::{caveat, frequency, runs, trials, unlike, wide};
pub use swept::{
    beyond_curves, brief, cell_places, fineness, margin, mean_in_figures, mean_to, share_cell, share_within,
    sweep_headline, sweep_in_words, unresolved, widest,
};
pub use timeline::{margin_in_words, timeline_headline, timeline_in_words, which_trials};

/// The statement of purpose in every artefact.
pub const PURPOSE: &str = "A teaching model. Not a forecast.";
/// The statement that goes with every interval.
pub const INTERVALS: &str = "Intervals: 95 %, simulation error only.";

/// What curves and grids say of their luck.
pub const SHARED_LUCK: &str = "All points share their luck, so the shape of what they show is far surer than its height; \
    intervals are for each point by itself.";

/// A part smaller than this number of histories is reported as fewer than one.
const RARE: f64 = 0.8;
/// Below this many runs, sentences report counts and not rates.
const FEW: u64 = 100;
/// Maximum characters of a rung's label in a sentence.
const MOST_LABEL: usize = 60;
/// Maximum characters of a path in a sentence.
const MOST_PATH: usize = 36;
/// Trailing characters to keep when a label is truncated.
const LABEL_END: usize = 12;

/// An outcome as a row's label.
#[must_use]
pub const fn outcome_label(outcome: Outcome) -> &'static str {
    Quantity::of_outcome(outcome).label()
}

/// An outcome as the end of a sentence: "in 62 of 100 runs ...". It does not say that a war grew, since war may have
/// been the first choice.
#[must_use]
pub const fn outcome_clause(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force is used",
        Outcome::OneSided => "only one side strikes",
        Outcome::OneRound => "each side strikes once and it ends there",
        Outcome::Feud => "it ends as a feud: more than one round, short of war",
        Outcome::LimitedWar => "it comes to a limited war",
        Outcome::War => "it comes to full-scale war",
        Outcome::Unresolved => "it is still going on at the horizon",
    }
}

/// An outcome of a run as the end of a sentence, with other words if the opening itself is war.
fn clause(findings: &Findings, outcome: Outcome) -> &'static str {
    let excluded = |outcome: Outcome| findings.outcome(outcome).excluded.is_some();
    match outcome {
        Outcome::War if excluded(Outcome::LimitedWar) => "it is war from the start",
        Outcome::LimitedWar if excluded(Outcome::Feud) => "it stays the limited war that it is from the start",
        Outcome::War if excluded(Outcome::Feud) => "the limited war of the start grows into full-scale war",
        other => outcome_clause(other),
    }
}

/// How many histories a change made end differently, and how: "With a hotline 45 of 1,000 histories end differently: 30
/// calmer, 15 worse."
#[must_use]
pub fn changed_sentence(name: &str, variant: &Variant, trials: u64) -> String {
    if variant.changed == 0 {
        return format!("With {name} no history of {} ends differently.", count(trials));
    }
    // Of a thousand, or finer where that would show nothing, or of as many as there are.
    let fine = [1000, 10_000, 100_000].into_iter().find(|&base| changed_of(variant, trials, base).0 >= 20);
    let base = if trials < 1000 { trials } else { fine.unwrap_or(trials).min(trials) };
    let (changed, rounded) = changed_of(variant, trials, base);
    let [calmer, worse, alike, unresolved] = Change::ALL.map(|change| match rounded[change as usize] {
        // A few are not none.
        0 if variant.how_many(change) > 0 => Some("fewer than 1".to_owned()),
        0 => None,
        so_many => Some(count(so_many)),
    });
    let none = || "0".to_owned();
    let mut kinds =
        vec![format!("{} calmer", calmer.unwrap_or_else(none)), format!("{} worse", worse.unwrap_or_else(none))];
    kinds.extend(alike.map(|alike| format!("{alike} neither")));
    kinds.extend(unresolved.map(|unresolved| format!("{unresolved} unresolved in one of the two")));
    let histories = if base == 1 { "history" } else { "histories" };
    let end = if changed == 1 { "ends" } else { "end" };
    format!("With {name} {} of {} {histories} {end} differently: {}.", count(changed), count(base), kinds.join(", "))
}

/// How many of `base` histories end differently, in all and in each way, in the order of [`Change::ALL`]. The numbers
/// are rounded so that the ways add up.
#[must_use]
pub fn changed_of(variant: &Variant, trials: u64, base: u64) -> (u64, [u64; Change::ALL.len()]) {
    let of = |count: u64| count as f64 / trials.max(1) as f64 * base as f64;
    // A part below one history is not rounded up to one.
    let parts = Change::ALL.map(|change| of(variant.how_many(change))).map(|part| if part < RARE { 0.0 } else { part });
    let whole = parts.iter().sum::<f64>().round() as u64;
    (of(variant.changed).round() as u64, add_up(parts, whole))
}

/// The shares of all outcomes as whole numbers that add up to a hundred, by largest remainders; of equal remainders the
/// calmer goes first. In the order of [`Outcome::ALL`].
#[must_use]
pub fn of_a_hundred(findings: &Findings) -> [u32; Outcome::ALL.len()] {
    add_up(findings.outcomes.map(|case| case.share.share * 100.0), 100).map(|runs| runs as u32)
}

/// Parts as whole numbers that add up to `whole`, their sum rounded: by largest remainders, of equal ones the first.
fn add_up<const N: usize>(parts: [f64; N], whole: u64) -> [u64; N] {
    let mut counts = parts.map(|part| part.floor() as u64);
    let mut by_remainder: [usize; N] = std::array::from_fn(|at| at);
    by_remainder.sort_by(|&a, &b| parts[b].fract().total_cmp(&parts[a].fract()));
    let missing = whole.saturating_sub(counts.iter().sum());
    for at in by_remainder.into_iter().take(missing as usize) {
        counts[at] += 1;
    }
    counts
}

/// The finding of a run in one sentence, without a full stop. Outcomes that are statistically tied for most common are
/// all named.
#[must_use]
pub fn headline(findings: &Findings) -> String {
    headline_with(findings, &runs(findings.outcome(findings.most_common()).share.share, findings.trials))
}

/// The headline with a frequency of the caller's: "62 of 100 runs", or of as many runs as the rows of a table.
#[must_use]
pub fn headline_with(findings: &Findings, how_often: &str) -> String {
    let outcome = findings.most_common();
    let first = format!("In {how_often} {}", clause(findings, outcome));
    let rivals = rivals(findings, outcome);
    match rivals.as_slice() {
        [] => first,
        _ if findings.trials < FEW => format!("{first}; too few runs to tell what is most common"),
        [rival] => format!("{first}; about as often {}", clause(findings, *rival)),
        _ => format!("{first}; other ends are about as common"),
    }
}

/// The outcomes whose intervals reach that of the most common.
fn rivals(findings: &Findings, most: Outcome) -> Vec<Outcome> {
    let interval = |outcome: Outcome| findings.outcome(outcome).share.interval.ends();
    let Some((low, _)) = interval(most) else { return Vec::new() };
    let reaches = |&outcome: &Outcome| outcome != most && interval(outcome).is_some_and(|(_, high)| high >= low);
    Outcome::ALL.into_iter().filter(reaches).collect()
}

/// The most common highest rung in one sentence, without a full stop; the lower of two that are equally common. `labels`
/// are those of the rungs.
#[must_use]
pub fn peak_headline(findings: &Findings, labels: &[&str]) -> String {
    let share = |rung: usize| findings.peak.get(rung).map_or(0.0, |case| case.share.share);
    let more = |best, next| if share(next) > share(best) { next } else { best };
    let rung = (0..findings.peak.len()).fold(0, more);
    format!("In {} the highest rung is {}", runs(share(rung), findings.trials), quoted(labels, rung))
}

/// The label of a rung within a sentence: in quotation marks, cut where it would drown the sentence, but for its end, in
/// which labels may differ.
fn quoted(labels: &[&str], rung: usize) -> String {
    let label = labels.get(rung).copied().unwrap_or_default();
    let length = label.chars().count();
    if length <= MOST_LABEL {
        return format!("“{label}”");
    }
    let head: String = label.chars().take(MOST_LABEL - LABEL_END).collect();
    let end: String = label.chars().skip(length - LABEL_END).collect();
    format!("“{}…{}”", head.trim_end(), end.trim_start())
}

/// A path, its beginning left out where it would drown the sentence.
#[must_use]
pub fn short_path(path: &str) -> String {
    let length = path.chars().count();
    if length <= MOST_PATH {
        return path.to_owned();
    }
    format!("…{}", path.chars().skip(length - MOST_PATH).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_parts_add_up_to_the_rounded_whole() {
        assert_eq!(add_up([3.4, 90.3, 4.3], 98), [4, 90, 4]);
        assert_eq!(add_up([29.999_999, 0.0, 10.000_001], 40), [30, 0, 10]);
        assert_eq!(add_up([0.5, 0.5], 1), [1, 0]);
    }

    #[test]
    fn long_paths_lose_their_beginning() {
        assert_eq!(short_path("relations.channel"), "relations.channel");
        assert_eq!(short_path(&"x.".repeat(30)).chars().count(), 37);
    }
}
