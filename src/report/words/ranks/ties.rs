//! Those that carry about as much as the first.

use crate::numerals::count;
use crate::study::LeftOut;

/// How many carry about as much as the first: the intervals of what they change meet its own.
pub fn alike(left_out: &LeftOut) -> usize {
    let mut entries = left_out.entries.iter();
    let first = entries.next().and_then(|entry| entry.difference.ends());
    let Some((low, high)) = first else {
        return 0;
    };
    let mut ends = entries.map_while(|entry| entry.difference.ends());
    let mut met = 0;
    while ends
        .next()
        .is_some_and(|(from, to)| from <= high && low <= to)
    {
        met += 1;
    }
    met
}

/// A small number as a word at the beginning of a sentence.
pub fn capital_number(number: usize) -> String {
    match number {
        2 => "Two".to_owned(),
        3 => "Three".to_owned(),
        4 => "Four".to_owned(),
        many => count(many as u64),
    }
}
