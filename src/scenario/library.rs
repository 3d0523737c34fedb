//! The scenarios that are shipped inside the program.

/// The scenario that runs where none is named.
pub const BASELINE: &str = "iran-pakistan-2024";

/// Name and text of every shipped scenario.
const SHIPPED: &[(&str, &str)] = &[
    (BASELINE, include_str!("../../scenarios/iran-pakistan-2024.toml")),
    ("reference-class", include_str!("../../scenarios/reference-class.toml")),
];

/// The names of the shipped scenarios.
#[must_use]
pub fn names() -> Vec<&'static str> {
    SHIPPED.iter().map(|&(name, _)| name).collect()
}

/// The text of a shipped scenario.
#[must_use]
pub fn text(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|&&(known, _)| known == name).map(|&(_, text)| text)
}
