//! Files that are read back: as they were written they come back, as anything else they are refused
//! with a sentence.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test program readback` goes on for as long as one
//! likes.

mod sound;

use std::path::Path;

use crate::common::changes::{change, changed};
use crate::common::program::{err, offramp_in};
use crate::common::sealed::{resealed, shard, shard_of, tally};
use offramp::folder::manifest::Manifest;
use offramp::quantities::Quantity;
use offramp::report::sealed::Flaw;
use offramp::report::shard::Shard;
use offramp::request::{Cases, CompareRequest, Request, SweepRequest, VariantRequest};
use offramp::scenario::library::SHIPPED;
use offramp::scenario::{Scenario, Setting, Settings, Source};
use offramp::study::Axis;
use offramp::tally::Tally;
use proptest::prelude::*;
use sound::{assert_reported, assert_sound, assert_sound_counts, assert_sound_manifest, counted};

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
                    counts
                        .iter()
                        .find(|(name, _)| *name == wanted)
                        .map(|(_, counts)| counts.as_slice())
                });
                assert!(
                    back.as_ref() == Ok(&counted),
                    "{name}, seed {seed}, {trials}: {:?}",
                    back.err()
                );
                let facts = scenario.record.as_ref().map(|record| &record.facts);
                assert_eq!(counted.check_record(facts), Ok(()), "{name}");
                assert_sound(&counted);
            }
        }
    }
}

/// Shards of a run, a comparison and a sweep.
fn shards() -> [(Cases, Shard); 3] {
    let shipped = |name: &str| Source::Shipped(name.into());
    let compare = CompareRequest {
        base: shipped("hotline"),
        variants: vec![VariantRequest {
            label: "s".into(),
            scenario: Some(shipped("spiral")),
            settings: Settings::default(),
        }],
        settings: Settings::default(),
        trials: 600,
        seed: 3,
        flipped: 2,
    };
    let sweep = SweepRequest {
        scenario: shipped("hotline"),
        settings: Settings::default(),
        axes: vec![Axis::spread("relations.crisis_communication", 0.0, 1.0, 5, false).unwrap()],
        quantity: Quantity::Wars,
        trials: 200,
        seed: 5,
    };
    [
        shard("brinkmanship", 7, 900, 1, 2),
        shard_of(Request::Compare(compare), 2, 2),
        shard_of(Request::Sweep(sweep), 1, 2),
    ]
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

/// Every digit of the counts, to every other digit. Without a new digest all are refused; with one,
/// what is accepted is what trials can come to. Half of a run's single digits used to be accepted
/// unseen.
#[test]
fn no_single_digit_can_be_changed() {
    for (cases, shard) in [shard("iran-pakistan-2024", 4, 2_000, 2, 3)]
        .into_iter()
        .chain(shards().into_iter().skip(1))
    {
        let text = shard.json().unwrap();
        assert_eq!(Shard::parse(&text), Ok(shard));
        let (mut changes, mut accepted) = (0, 0);
        for at in digits_of_counts(&text) {
            // Every digit of a run; of what is larger one of many.
            for digit in (b'0'..=b'9').filter(|digit| {
                matches!(cases, Cases::Run(_)) || (at + *digit as usize).is_multiple_of(23)
            }) {
                let mut changed = text.clone().into_bytes();
                if changed[at] == digit {
                    continue;
                }
                changed[at] = digit;
                changes += 1;
                let changed = String::from_utf8(changed).unwrap();
                assert!(
                    Shard::parse(&changed) == Err(Flaw::Changed),
                    "byte {at} to {}",
                    char::from(digit)
                );
                match Shard::parse(&resealed(&changed)).and_then(|shard| counted(&shard, &cases)) {
                    Err(flaw) => assert_reported(&flaw),
                    Ok(counted) => {
                        assert_sound_counts(&counted);
                        accepted += 1;
                    }
                }
            }
        }
        assert!(changes > 1_000, "{changes}");
        // Some changes of sums and of what few rules bind cannot be told from other trials.
        println!(
            "{accepted} of {changes} changes whose digest fits are what other trials could come to"
        );
        assert!(accepted * 10 < changes, "{accepted} of {changes}");
    }
}

/// The texts of a run's manifest and of a study's, as the program wrote them.
fn manifests() -> [String; 2] {
    let place = tempfile::tempdir().unwrap();
    let run = [
        "run",
        "hotline",
        "--trials",
        "700",
        "--seed",
        "9007199254740993",
        "--out",
        "r",
        "--charts",
        "svg",
    ];
    let study = [
        "sweep",
        "--vary",
        "relations.crisis_communication=0..1:2",
        "--trials",
        "50",
        "--out",
        "s",
        "--charts",
        "none",
    ];
    [(&run[..], "r"), (&study[..], "s")].map(|(arguments, folder)| {
        let output = offramp_in(place.path(), arguments);
        assert!(output.status.success(), "{}", err(&output));
        std::fs::read_to_string(place.path().join(folder).join("manifest.json")).unwrap()
    })
}

/// As the file was written, it comes back the same; in any other form it is refused; and where
/// somebody made a digest that fits, what is accepted is what a run can come to.
#[test]
fn changed_files_are_refused_with_a_sentence() {
    let shards = shards();
    let manifests = manifests();
    for text in &manifests {
        assert_sound_manifest(&Manifest::parse(text).unwrap());
    }
    assert!(manifests[0].contains("\"seed_text\": \"9007199254740993\""));
    let originals: Vec<String> = shards
        .iter()
        .map(|(_, shard)| shard.json().unwrap())
        .chain(manifests)
        .collect();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() {
        ProptestConfig::default().cases
    } else {
        2500
    };
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    };
    let changes = prop::collection::vec(change(), 1..4);
    proptest!(config, |(changes in changes, fits in any::<bool>(), which in 0..5_usize)| {
        let original = &originals[which];
        let text = changes.iter().fold(original.clone(), |text, change| if text.is_empty() { text } else { changed(&text, change) });
        let text = if fits { resealed(&text) } else { text };
        // Ends of lines are no content.
        let same = text.replace("\r\n", "\n") == *original;
        if let Some((cases, _)) = shards.get(which) {
            match Shard::parse(&text) {
                Ok(read) => {
                    prop_assert!(fits || same);
                    match counted(&read, cases) {
                        Ok(counted) => assert_sound_counts(&counted),
                        Err(flaw) => assert_reported(&flaw),
                    }
                }
                Err(flaw) => { assert_reported(&flaw); prop_assert!(!same); }
            }
        } else {
            match Manifest::parse(&text) {
                Ok(manifest) => { prop_assert!(fits || same); assert_sound_manifest(&manifest); }
                Err(flaw) => { assert_reported(&flaw); prop_assert!(!same); }
            }
        }
    });
}

/// The files that fuzzing starts from are accepted: a stale one would lead nowhere.
#[test]
fn the_seeds_of_the_fuzz_targets_are_of_use() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds");
    let mut files = 0;
    for target in ["list", "manifest", "scenario", "shard"] {
        for entry in std::fs::read_dir(seeds.join(target)).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let read = match target {
                "list" => offramp::folder::listed(&text).is_some(),
                "manifest" => Manifest::parse(&text).is_ok(),
                "scenario" => Scenario::from_text("seed.toml", &text, &Settings::default()).is_ok(),
                _ => Shard::parse(&text).is_ok_and(|shard| {
                    let cases = shard.request.resolve(&shard.texts).unwrap();
                    counted(&shard, &cases).is_ok()
                }),
            };
            assert!(
                read,
                "{} is stale: make it anew as tests/fuzz/README.md says",
                path.display()
            );
            files += 1;
        }
    }
    assert!(files >= 4);
}
