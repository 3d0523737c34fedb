//! Where an axis stands, and which way things go, as parts of a sentence.

use super::axes::AxisWords;

/// Which way a quantity goes from one end to the other.
pub fn way_of([from, to]: [f64; 2]) -> &'static str {
    if to < from { "fall" } else { "rise" }
}

/// "misperception rises", or "falls".
pub fn way(axis: &AxisWords, effect: f64) -> String {
    let verb = axis.verb(if effect > 0.0 { "rise" } else { "fall" });
    format!("{} {verb}", axis.in_sentence())
}

/// "perfect crisis communication", or "trust in mediators (Iran) at 0.5".
pub fn with(axis: &AxisWords, value: f64) -> String {
    let end = axis.end(value);
    let name = axis.in_sentence();
    match end.as_str() {
        "none" => format!("no {name}"),
        "full" | "perfect" => format!("{end} {name}"),
        _ => format!("{name} at {end}"),
    }
}

/// "misperception rises", without whose it is where that is of both sides: the axis says it.
pub fn short_way(axis: &AxisWords) -> String {
    let name = axis.in_sentence();
    let short = name.strip_suffix(" on both sides").unwrap_or(&name);
    format!("{short} {}", axis.verb("rise"))
}
