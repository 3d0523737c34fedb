//! Files that are read back, and how anybody can make one whose digest fits.

use std::sync::atomic::AtomicBool;

use offramp::cli::values;
use offramp::ensemble::{self, Plan, Watch};
use offramp::report::shard::Shard;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::STREAM_VERSION;
use offramp::tally::Tally;
use sha2::{Digest, Sha256};

/// A text with the digest that its content has, in place of the one that it bears; as it is where it bears none.
pub fn resealed(text: &str) -> String {
    const KEY: &str = "  \"digest\": \"";
    let Some((body, _)) = text.rsplit_once(KEY) else { return text.to_owned() };
    let digest: Vec<String> = Sha256::digest(body.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let digest = digest.concat();
    format!("{body}{KEY}{digest}\"\n}}\n")
}

/// The tally of some trials of a scenario.
pub fn tally(scenario: &Scenario, seed: u64, trials: std::ops::Range<u64>) -> Tally {
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let plan = Plan { trials, threads: Some(1), ..Plan::new(seed, 0) };
    ensemble::run(&scenario.model, record, &plan, &watch).unwrap()
}

/// A shard of a run of a shipped scenario.
pub fn shard(name: &str, seed: u64, trials: u64, part: u64, of: u64) -> (Scenario, Shard) {
    let scenario = Scenario::shipped(name, &Settings::default()).unwrap();
    let counted = tally(&scenario, seed, values::Shard { part, of }.trials(trials));
    let shard = Shard {
        purpose: "a test".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        stream_version: STREAM_VERSION,
        source: scenario.source.clone(),
        slug: scenario.slug.clone(),
        changes: scenario.changes.clone(),
        sha256: scenario.digest(),
        scenario: scenario.resolved(),
        seed,
        seed_text: seed.to_string(),
        trials,
        part,
        of,
        counts: Shard::counts_of(&counted),
    };
    (scenario, shard)
}
