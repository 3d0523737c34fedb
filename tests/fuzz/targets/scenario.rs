//! The text of a scenario: a scenario whose resolved form is the same scenario, or a list of
//! problems.
#![no_main]

use libfuzzer_sys::fuzz_target;
use offramp::scenario::{Scenario, Settings};

fuzz_target!(|text: &str| {
    match Scenario::from_text("fuzz.toml", text, &Settings::default()) {
        Err(error) => {
            assert!(!error.problems().is_empty() && !error.to_string().contains('\u{1b}'))
        }
        Ok(scenario) => {
            let again =
                Scenario::from_text("again.toml", &scenario.resolved(), &Settings::default())
                    .unwrap();
            assert_eq!(again.digest(), scenario.digest());
        }
    }
});
