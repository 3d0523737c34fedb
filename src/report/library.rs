//! The list of the shipped scenarios.

use super::layout::line;
use crate::scenario::library::{Family, Item};

/// By family, one line each: name and title. `title` gives the title of a scenario.
pub fn list(shipped: &[Item], title: impl Fn(&Item) -> String) -> String {
    let widest = shipped
        .iter()
        .map(|shipped| shipped.name.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for family in Family::ALL {
        line(&mut text, family.title());
        for shipped in shipped.iter().filter(|shipped| shipped.family == family) {
            line(
                &mut text,
                &format!("  {:<widest$}  {}", shipped.name, title(shipped)),
            );
        }
        line(&mut text, "");
    }
    line(
        &mut text,
        "Run one: `offramp run NAME`. What it is about: `offramp show NAME --about`.",
    );
    text
}
