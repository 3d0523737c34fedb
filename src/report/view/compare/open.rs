//! Histories that a change makes neither calmer nor worse, since one of the two has not ended.

use crate::numerals::count;
use crate::report::words::changed_of;
use crate::study::Comparison;
use crate::tally::Change;

/// How many of `base` histories are neither calmer nor worse because one of the two is still going
/// on; of several variants, those of the one with the most. None where there are none.
pub fn open(comparison: &Comparison, base: u64) -> Option<String> {
    let open = comparison.variants.iter().map(|variant| {
        let (_, changes) = changed_of(variant, comparison.trials, base);
        changes[Change::Unresolved as usize]
    });
    let most = open.max().filter(|&most| most > 0)?;
    let up_to = if comparison.variants.len() > 1 {
        "Up to "
    } else {
        ""
    };
    Some(format!(
        "{up_to}{} of {} are neither calmer nor worse: one of the two is still going on.",
        count(most),
        count(base)
    ))
}
