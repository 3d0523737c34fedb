//! Files that are read back, and how anybody can make one whose digest fits.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use offramp::ensemble::{self, Plan, Watch};
use offramp::folder::manifest::{Manifest, ScenarioAsRun};
use offramp::report::figure::ChartLook;
use offramp::report::shard::{Shard, rows};
use offramp::request::{Cases, CompareRequest, Recorder, Request, RunRequest, Texts};
use offramp::scenario::{Scenario, Settings, Shipped, Source};
use offramp::sim::STREAM_VERSION;
use offramp::tally::Tally;
use sha2::{Digest, Sha256};

/// A text with the digest that its content has, in place of the one that it bears; as it is where
/// it bears none.
pub fn resealed(text: &str) -> String {
    const KEY: &str = "  \"digest\": \"";
    let Some((body, _)) = text.rsplit_once(KEY) else {
        return text.to_owned();
    };
    let digest: Vec<String> = Sha256::digest(body.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let digest = digest.concat();
    format!("{body}{KEY}{digest}\"\n}}\n")
}

/// The tally of some trials of a scenario.
pub fn tally(scenario: &Scenario, seed: u64, trials: std::ops::Range<u64>) -> Tally {
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let plan = Plan {
        trials,
        threads: Some(1),
        ..Plan::new(seed, 0)
    };
    ensemble::run(&scenario.model, record, &plan, &watch).unwrap()
}

/// A shard of a run of a shipped scenario, and that scenario.
pub fn shard(name: &str, seed: u64, trials: u64, part: u64, of: u64) -> (Cases, Shard) {
    let request = Request::Run(RunRequest {
        scenario: Source::Shipped(name.to_owned()),
        settings: Settings::default(),
        trials,
        seed,
        precision: None,
    });
    shard_of(request, part, of)
}

/// A shard of a request, and what that comes to.
pub fn shard_of(request: Request, part: u64, of: u64) -> (Cases, Shard) {
    let texts = Recorder::new(&Shipped);
    let cases = request.resolve(&texts).unwrap();
    let mut shard = Shard {
        purpose: "a test".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        stream_version: STREAM_VERSION,
        inputs: request.digest(&cases).unwrap(),
        seed_text: request.seed().to_string(),
        request,
        texts: texts.texts(),
        part,
        of,
        counts: Vec::new(),
    };
    let (seed, range) = (shard.request.seed(), shard.range(&cases));
    shard.counts = match &cases {
        Cases::Run(scenario)
        | Cases::Why(scenario)
        | Cases::Shake(scenario)
        | Cases::Discover(scenario) => {
            vec![rows(tally(scenario, seed, range).counts())]
        }
        Cases::Compare(compared) => {
            let watch = Watch {
                progress: &|_| (),
                stop: &AtomicBool::new(false),
            };
            let plan = Plan {
                trials: range,
                threads: Some(1),
                ..Plan::new(seed, 0)
            };
            let paired = ensemble::run_paired(&compared.models(), &plan, &watch).unwrap();
            let of_each = paired.tallies.iter().map(|tally| rows(tally.counts()));
            of_each
                .chain(paired.pairs.iter().map(|pair| rows(pair.counts())))
                .collect()
        }
        Cases::Rank(_) => panic!("a ranking has no shards"),
        Cases::Sweep(along) | Cases::Tip(along) => {
            let point = |place| {
                tally(
                    &along.scenario(place as usize).unwrap(),
                    seed,
                    0..shard.request.trials(),
                )
            };
            range.map(|place| rows(point(place).counts())).collect()
        }
        Cases::Story(_) => Vec::new(),
    };
    (cases, shard)
}

/// The manifest of a comparison with these files.
pub fn manifest(files: BTreeMap<String, String>) -> Manifest {
    let origin = ScenarioAsRun {
        source: "hotline".into(),
        changes: Vec::new(),
        sha256: "a".repeat(64),
        toml: String::new(),
    };
    let request = CompareRequest {
        base: Source::Shipped("hotline".into()),
        variants: Vec::new(),
        settings: Settings::default(),
        trials: 1,
        seed: 1,
        flipped: 0,
    };
    Manifest {
        purpose: String::new(),
        program: "offramp".into(),
        version: String::new(),
        stream_version: 1,
        what: "hotline and others".into(),
        request: Request::Compare(request),
        texts: Texts::default(),
        scenarios: vec![origin],
        seed_text: "1".into(),
        trials_asked: 1,
        trials_done: 1,
        complete: true,
        charts: Vec::new(),
        look: ChartLook::default(),
        trials_csv: false,
        files,
    }
}
