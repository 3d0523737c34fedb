//! Scenarios for unit tests.

use super::{Scenario, Setting, Settings};

/// A shipped scenario with these changes.
pub fn shipped(name: &str, set: &[(&str, &str)]) -> Scenario {
    let set = set
        .iter()
        .map(|&(path, value)| Setting::set(path, value))
        .collect();
    let settings = Settings {
        set,
        ..Settings::default()
    };
    Scenario::shipped(name, &settings)
        .unwrap_or_else(|error| panic!("{name} {settings:?}: {error}"))
}
