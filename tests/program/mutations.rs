//! Shipped scenarios, mutated: whatever comes out is a scenario or a list of problems, never a
//! panic and never a hang.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test mutations` goes on for as long as one likes.

use offramp::error::Error;
use offramp::scenario::library::SHIPPED;
use offramp::scenario::{Scenario, Settings, starter};
use offramp::sim::{Silent, Simulator};
use proptest::prelude::*;

/// What a slip of the hand may put into a file.
const SCRAPS: [&str; 44] = [
    "[",
    "]",
    "[[",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "=",
    "==",
    ",",
    ".",
    "#",
    "\\",
    "\n",
    "\r",
    "\t",
    " ",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "-",
    "+",
    "*",
    "%",
    "nan",
    "inf",
    "1e999",
    "-1",
    "0",
    "1e308",
    "99999999999999999999",
    "true",
    "choose",
    "calm",
    "war",
    "actors",
    "iran",
    "{ uniform = [0, 1] }",
    "{ normal = [0, 1] }",
    "{ choice = [] }",
    "extends = \"hotline\"\n",
    "[arguments.x]\n",
    "\"actors.*.shock_of_surprise\" = 1\n",
];

/// One slip.
#[derive(Clone, Debug)]
enum Slip {
    /// Removes so many characters.
    Cut(prop::sample::Index, usize),
    /// Puts a scrap somewhere.
    Put(prop::sample::Index, usize),
    /// Copies a line to somewhere else.
    Copy(prop::sample::Index, prop::sample::Index),
    /// Removes a line.
    Drop(prop::sample::Index),
    /// Puts a scrap in place of a value.
    Value(prop::sample::Index, usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = || any::<prop::sample::Index>();
    prop_oneof![
        (at(), 1..20_usize).prop_map(|(at, count)| Slip::Cut(at, count)),
        (at(), 0..SCRAPS.len()).prop_map(|(at, scrap)| Slip::Put(at, scrap)),
        (at(), at()).prop_map(|(from, to)| Slip::Copy(from, to)),
        at().prop_map(Slip::Drop),
        (at(), 0..SCRAPS.len()).prop_map(|(at, scrap)| Slip::Value(at, scrap)),
    ]
}

fn slipped(text: &str, slip: &Slip) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if chars.is_empty() || lines.is_empty() {
        return text.to_owned();
    }
    match slip {
        Slip::Cut(at, count) => {
            let at = at.index(chars.len());
            chars
                .iter()
                .enumerate()
                .filter(|(k, _)| !(at..at + count).contains(k))
                .map(|(_, c)| c)
                .collect()
        }
        Slip::Put(at, scrap) => {
            let (before, after) = chars.split_at(at.index(chars.len()));
            before
                .iter()
                .chain(&SCRAPS[*scrap].chars().collect::<Vec<_>>())
                .chain(after)
                .collect()
        }
        Slip::Copy(from, to) => {
            let line = lines[from.index(lines.len())].clone();
            lines.insert(to.index(lines.len()), line);
            lines.join("\n")
        }
        Slip::Drop(at) => {
            lines.remove(at.index(lines.len()));
            lines.join("\n")
        }
        Slip::Value(at, scrap) => {
            let values: Vec<usize> = (0..lines.len())
                .filter(|&line| lines[line].contains(" = "))
                .collect();
            if let Some(&line) = values.get(at.index(values.len().max(1))) {
                let key = lines[line].split(" = ").next().unwrap_or("").to_owned();
                lines[line] = format!("{key} = {}", SCRAPS[*scrap]);
            }
            lines.join("\n")
        }
    }
}

/// All files to begin with: the shipped ones that stand alone, and a fresh start.
fn seeds() -> Vec<String> {
    let alone = SHIPPED
        .iter()
        .filter(|shipped| !shipped.text.contains("\nextends"));
    alone
        .map(|shipped| shipped.text.to_owned())
        .chain([starter::from_scratch("seed")])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_scenario_is_read_or_reported_and_what_is_read_runs(
        seed in any::<prop::sample::Index>(),
        slips in prop::collection::vec(slip(), 1..8),
    ) {
        let seeds = seeds();
        let text = slips.iter().fold(seeds[seed.index(seeds.len())].clone(), |text, slip| slipped(&text, slip));
        match Scenario::from_text("mutated.toml", &text, &Settings::default()) {
            Ok(scenario) => {
                // What was read resolves to itself and runs.
                let again = Scenario::from_text("resolved.toml", &scenario.resolved(), &Settings::default()).unwrap();
                prop_assert_eq!(scenario.digest(), again.digest());
                prop_assert!(scenario.differences(&again).is_empty());
                let mut simulator = Simulator::new(&scenario.model, 1);
                for trial in 0..3 {
                    prop_assert!(simulator.run(trial, &mut Silent).trust.is_finite());
                }
            }
            Err(Error::Scenario(problems)) => {
                prop_assert!(!problems.is_empty() && problems.len() <= 51);
                for problem in &problems {
                    let told = problem.to_string();
                    prop_assert!(problem.help.is_some(), "no remedy: {}", told);
                    prop_assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", told);
                }
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
