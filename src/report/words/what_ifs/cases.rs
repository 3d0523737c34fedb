//! Several cases beside each other, none of which is a change of another, in one sentence.

use super::{histories, plain};
use crate::report::cut::shortened;
use crate::report::words::ends::{Ends, ends_of};
use crate::study::{Comparison, Findings};

/// Maximum cases that are all named.
const MOST_CASES: usize = 3;
/// Maximum characters of a name.
const MOST_NAME: usize = 40;

/// The wars of a base and of other cases, without a full stop: "Wars: 47 of 100 histories in
/// “Spiral”, 14 in “When firmness pays”"; of many the range of the others.
#[must_use]
pub fn cases_headline(comparison: &Comparison, base: &str, names: &[&str]) -> String {
    let of = histories(ends_of(comparison));
    let own = wars(comparison, &comparison.base);
    let head = format!("Wars: {own} of {of} in {}", quoted(base));
    let mut others: Vec<(&Findings, &str)> = comparison
        .variants
        .iter()
        .map(|variant| &variant.findings)
        .zip(names.iter().copied())
        .collect();
    if others.len() < MOST_CASES {
        let others = others.into_iter().map(|(findings, name)| {
            format!(", {} in {}", wars(comparison, findings), quoted(name))
        });
        return head + &others.collect::<String>();
    }
    others.sort_by(|(one, _), (other, _)| share(one).total_cmp(&share(other)));
    let (Some((least, low)), Some((most, high))) = (others.first(), others.last()) else {
        return head;
    };
    format!(
        "{head}, from {} in {} to {} in {}",
        wars(comparison, least),
        quoted(low),
        wars(comparison, most),
        quoted(high)
    )
}

fn share(findings: &Findings) -> f64 {
    findings.wars().share.share
}

fn wars(comparison: &Comparison, findings: &Findings) -> String {
    let number = Ends::new(findings, ends_of(comparison)).wars;
    plain(number, &findings.wars())
}

fn quoted(name: &str) -> String {
    format!("“{}”", shortened(name, MOST_NAME))
}
