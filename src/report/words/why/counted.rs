//! How answers come out, as it is counted.

use super::NAME;
use crate::error::{printable, within};
use crate::numerals::nearest;
use crate::report::words::frequencies::of_histories;
use crate::scenario::Names;
use crate::study::{LadderShape, Weighing};

/// How answers come out, of one number of histories: "force in 89 of 100 histories, stepping down in 4,
/// “Military posturing” in 7". What is done without authority takes from both of the others alike.
#[must_use]
pub fn answers_in_words(
    weighing: &Weighing,
    trials: u64,
    ladder: &LadderShape,
    names: &Names,
) -> String {
    let trials_run = trials.max(1) as f64;
    let chance = |rungs: &[usize]| -> f64 {
        let chances = rungs.iter().filter_map(|&rung| weighing.chances.get(rung));
        chances.map(|chance| chance.mean).sum()
    };
    let without_force = |rung: &usize| !ladder.force.get(*rung).copied().unwrap_or(false);
    let all: Vec<usize> = (0..weighing.chances.len()).filter(without_force).collect();
    let (down, between): (Vec<usize>, Vec<usize>) =
        all.iter().partition(|&&rung| rung <= ladder.off_ramp);
    let left = (weighing.answers - weighing.forceful.min(weighing.answers)) as f64;
    let share = |rungs: &[usize]| {
        let part = chance(rungs) / chance(&all).max(f64::MIN_POSITIVE);
        left * part / trials_run
    };
    let of = if trials < 100 { trials } else { 100 };
    let number = |share: f64| match nearest(share * of as f64) as u64 {
        0 if share > 0.0 => "fewer than 1".to_owned(),
        number => number.to_string(),
    };
    let force = of_histories(weighing.forceful as f64 / trials_run, trials);
    let mut words = format!(
        "force in {force}, stepping down in {}",
        number(share(&down))
    );
    if let [only] = between.as_slice() {
        let label = names.rungs.get(*only).map(|named| printable(&named.label));
        let label = within(&label.unwrap_or_default(), NAME);
        words += &format!(", “{label}” in {}", number(share(&between)));
    } else if !between.is_empty() {
        words += &format!(", other acts without force in {}", number(share(&between)));
    }
    words
}
