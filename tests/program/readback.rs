//! Files that are read back: as they were written they come back, as anything else they are refused with a sentence.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test readback` goes on for as long as one likes.

use std::path::Path;

use crate::common::program::{err, offramp_in};
use crate::common::sealed::{resealed, shard, tally};
use offramp::error::Error;
use offramp::folder::manifest::{Kept, Manifest};
use offramp::quantities::Quantity;
use offramp::report::sealed::Flaw;
use offramp::report::shard::Shard;
use offramp::scenario::library::SHIPPED;
use offramp::scenario::{Scenario, Setting, Settings};
use offramp::sim::Outcome;
use offramp::tally::Tally;
use proptest::prelude::*;

/// A refusal is a sentence with a place and a remedy.
fn assert_told(flaw: &Flaw) {
    let error = flaw.error(Path::new("x.json"), "shard", "run it again");
    let told = error.to_string();
    assert!(matches!(error, Error::Scenario(_)) && told.contains("x.json") && told.contains("help: "), "{told}");
    assert!(told.chars().count() < 300, "{told}");
}

/// What holds of the counts of any trials, worked out here anew.
fn assert_sound(tally: &Tally) {
    let n = u128::from(tally.trials);
    let total = |counts: &[u64]| counts.iter().map(|&count| u128::from(count)).sum::<u128>();
    for whole in [&tally.outcomes[..], &tally.peak, tally.deaths.bins()] {
        assert_eq!(total(whole), n);
    }
    for day in tally.levels.by_day() {
        assert_eq!(total(&day), n);
    }
    assert!(total(&tally.first_act) <= n && total(&tally.first_answer) <= n && u128::from(tally.record) <= n);
    for quantity in Quantity::ALL {
        assert!(u128::from(tally.flag(quantity)) <= n, "{quantity:?}");
        let moments = &tally.number(quantity).sums;
        let [sum, squares] = moments.sums();
        // Cauchy and Schwarz: no variance is below zero.
        assert!(n * squares >= sum * sum, "{moments:?}");
        assert!(tally.trials == 0 || moments.standard_deviation(tally.trials).is_finite());
    }
    let sum = |quantity| tally.number(quantity).sums.sums()[0];
    let [opener, other, both] = [Quantity::ForceOpener, Quantity::ForceOther, Quantity::Force].map(sum);
    assert!(both == opener + other && both <= sum(Quantity::Acts));
    let wars = tally.outcomes[Outcome::War as usize];
    assert_eq!(Some(&wars), tally.peak.last());
}

/// The rules are those of the trials: nothing that was counted breaks one.
#[test]
fn what_was_counted_comes_back() {
    for name in SHIPPED.iter().map(|shipped| shipped.name) {
        for set in ["", "choose"] {
            let mut settings = Settings::default();
            if !set.is_empty() {
                settings.set.push(Setting::set("opening.rung", set));
            }
            let scenario = Scenario::shipped(name, &settings).unwrap();
            for (seed, trials) in [(1, 0), (2, 1), (3, 2), (4, 7), (5, 300)] {
                let counted = tally(&scenario, seed, 0..trials);
                let counts = counted.counts();
                let back = Tally::from_counts(&scenario.model, |wanted| {
                    counts.iter().find(|(name, _)| *name == wanted).map(|(_, counts)| counts.as_slice())
                });
                assert!(back.as_ref() == Ok(&counted), "{name}, seed {seed}, {trials}: {:?}", back.err());
                assert!(counted.may_agree(scenario.record.as_ref().map(|record| &record.facts)), "{name}");
                assert_sound(&counted);
            }
        }
    }
}

/// Where digits stand in the counts of a shard.
fn digits_of_counts(text: &str) -> Vec<usize> {
    let from = text.find("\"counts\"").unwrap();
    let to = text.rfind("\"digest\"").unwrap();
    text.bytes()
        .enumerate()
        .skip(from)
        .take(to - from)
        .filter(|(_, byte)| byte.is_ascii_digit())
        .map(|(at, _)| at)
        .collect()
}

/// Every digit of the counts, to every other digit. Without a new digest all are refused; with one, what is accepted is
/// what trials can come to. Half of a run's single digits used to be accepted unseen.
#[test]
fn no_single_digit_can_be_changed() {
    let (scenario, shard) = shard("iran-pakistan-2024", 4, 2_000, 2, 3);
    let text = shard.json().unwrap();
    assert_eq!(Shard::parse(&text), Ok(shard));
    let places = digits_of_counts(&text);
    let (mut changes, mut accepted) = (0, 0);
    for at in places {
        for digit in b'0'..=b'9' {
            let mut changed = text.clone().into_bytes();
            if changed[at] == digit {
                continue;
            }
            changed[at] = digit;
            changes += 1;
            let changed = String::from_utf8(changed).unwrap();
            assert!(Shard::parse(&changed) == Err(Flaw::Changed), "byte {at} to {}", char::from(digit));
            match Shard::parse(&resealed(&changed)).and_then(|shard| shard.tally(&scenario.model)) {
                Err(flaw) => assert_told(&flaw),
                Ok(tally) => {
                    assert_sound(&tally);
                    accepted += 1;
                }
            }
        }
    }
    assert!(changes > 5_000, "{changes}");
    // Some changes of sums and of what few rules bind cannot be told from other trials.
    println!("{accepted} of {changes} changes whose digest fits are what other trials could come to");
    assert!(accepted * 10 < changes, "{accepted} of {changes}");
}

/// A change to the text of a file.
#[derive(Clone, Debug)]
enum Change {
    /// Flips a bit.
    Flip(prop::sample::Index, u8),
    /// Ends the file early.
    Cut(prop::sample::Index),
    /// Sets the digit nearest after a place to another.
    Digit(prop::sample::Index, u8),
    /// Removes a line.
    Drop(prop::sample::Index),
    /// Copies a line to somewhere else.
    Copy(prop::sample::Index, prop::sample::Index),
    /// Puts a scrap somewhere.
    Put(prop::sample::Index, usize),
}

const SCRAPS: [&str; 16] = [
    "\"",
    ",",
    "{",
    "}",
    "[",
    "\\u0000",
    "null",
    "-1",
    "1e9",
    "99999999999999999999999999999999999999999",
    " ",
    "\r\n",
    "\"seed\": 1,\n",
    "\"files\": {},\n",
    "\u{feff}",
    "é",
];

fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        place().prop_map(Change::Cut),
        (place(), b'0'..=b'9').prop_map(|(at, digit)| Change::Digit(at, digit)),
        place().prop_map(Change::Drop),
        (place(), place()).prop_map(|(from, to)| Change::Copy(from, to)),
        (place(), 0..SCRAPS.len()).prop_map(|(at, scrap)| Change::Put(at, scrap)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match change {
        Change::Flip(at, bit) => bytes[at.index(text.len())] ^= 1 << bit,
        Change::Cut(at) => bytes.truncate(at.index(text.len())),
        Change::Digit(at, digit) => {
            let at = at.index(text.len());
            if let Some(place) = (at..text.len()).find(|&place| bytes[place].is_ascii_digit()) {
                bytes[place] = *digit;
            }
        }
        Change::Drop(at) => {
            let at = at.index(lines.len());
            bytes = [&lines[..at], &lines[at + 1..]].concat().concat().into_bytes();
        }
        Change::Copy(from, to) => {
            let (line, at) = (lines[from.index(lines.len())], to.index(lines.len()));
            bytes = [&lines[..at], &[line], &lines[at..]].concat().concat().into_bytes();
        }
        Change::Put(at, scrap) => {
            let at = (at.index(text.len())..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap();
            bytes.splice(at..at, SCRAPS[*scrap].bytes());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The texts of a run's manifest and of a study's, as the program wrote them.
fn manifests() -> [String; 2] {
    let place = tempfile::tempdir().unwrap();
    let run = ["run", "hotline", "--trials", "700", "--seed", "9007199254740993", "--out", "r", "--charts", "svg"];
    let study = ["sweep", "--vary", "relations.channel=0..1:2", "--trials", "50", "--out", "s", "--charts", "none"];
    [(&run[..], "r"), (&study[..], "s")].map(|(arguments, folder)| {
        let output = offramp_in(place.path(), arguments);
        assert!(output.status.success(), "{}", err(&output));
        std::fs::read_to_string(place.path().join(folder).join("manifest.json")).unwrap()
    })
}

fn assert_sound_manifest(kept: &Kept) {
    match kept {
        Kept::Run(run) => {
            let Manifest { trials_done, trials_asked, complete, seed, seed_text, .. } = &**run;
            assert!(1 <= *trials_done && trials_done <= trials_asked && (*complete || trials_done < trials_asked));
            assert_eq!(seed.to_string(), *seed_text);
        }
        Kept::Study(study) => assert!(study.trials > 0 && !study.scenarios.is_empty()),
    }
}

/// As the file was written, it comes back the same; in any other form it is refused; and where somebody made a digest that
/// fits, what is accepted is what a run can come to.
#[test]
fn changed_files_are_refused_with_a_sentence() {
    let (scenario, shard) = shard("brinkmanship", 7, 900, 1, 2);
    let shard_text = shard.json().unwrap();
    let manifests = manifests();
    for text in &manifests {
        assert_sound_manifest(&Kept::parse(text).unwrap());
    }
    assert!(manifests[0].contains("\"seed_text\": \"9007199254740993\""));
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 1500 };
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let changes = prop::collection::vec(change(), 1..4);
    proptest!(config, |(changes in changes, fits in any::<bool>(), which in 0..3_usize)| {
        let original = if which == 2 { &shard_text } else { &manifests[which] };
        let text = changes.iter().fold(original.clone(), |text, change| if text.is_empty() { text } else { changed(&text, change) });
        let text = if fits { resealed(&text) } else { text };
        // Ends of lines are no content.
        let same = text.replace("\r\n", "\n") == *original;
        if which == 2 {
            match Shard::parse(&text) {
                Ok(read) => {
                    prop_assert!(fits || same);
                    match read.tally(&scenario.model) {
                        Ok(tally) => assert_sound(&tally),
                        Err(flaw) => assert_told(&flaw),
                    }
                }
                Err(flaw) => { assert_told(&flaw); prop_assert!(!same); }
            }
        } else {
            match Kept::parse(&text) {
                Ok(kept) => { prop_assert!(fits || same); assert_sound_manifest(&kept); }
                Err(flaw) => { assert_told(&flaw); prop_assert!(!same); }
            }
        }
    });
}

/// The files that fuzzing starts from are accepted: a stale one would lead nowhere.
#[test]
fn the_seeds_of_the_fuzz_targets_are_of_use() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds");
    let mut counted = 0;
    for target in ["list", "manifest", "scenario", "shard"] {
        for entry in std::fs::read_dir(seeds.join(target)).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let read = match target {
                "list" => offramp::folder::listed(&text).is_some(),
                "manifest" => Kept::parse(&text).is_ok(),
                "scenario" => Scenario::from_text("seed.toml", &text, &Settings::default()).is_ok(),
                _ => Shard::parse(&text).is_ok_and(|shard| {
                    let restored = Scenario::restored(&shard.scenario, &shard.source, &shard.slug, &shard.changes);
                    shard.tally(&restored.unwrap().model).is_ok()
                }),
            };
            assert!(read, "{} is stale: make it anew as tests/fuzz/README.md says", path.display());
            counted += 1;
        }
    }
    assert!(counted >= 4);
}
