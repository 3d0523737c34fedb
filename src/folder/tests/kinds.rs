//! A folder holds one kind of result, of one thing; a manifest says which where there is no list.

use super::*;
use crate::report::figure::ChartLook;
use crate::request::{self, CompareRequest, Texts};
use crate::scenario::{Settings, Source};

/// The manifest of a comparison with these files.
pub fn manifest_of(files: BTreeMap<String, String>) -> manifest::Manifest {
    let origin = manifest::ScenarioAsRun {
        source: "x".into(),
        changes: Vec::new(),
        sha256: "a".repeat(64),
        toml: String::new(),
    };
    let compare = CompareRequest {
        base: Source::Shipped("x".into()),
        variants: Vec::new(),
        settings: Settings::default(),
        trials: 1,
        seed: 1,
        flipped: 0,
    };
    manifest::Manifest {
        purpose: String::new(),
        program: env!("CARGO_PKG_NAME").into(),
        version: String::new(),
        stream_version: 1,
        what: String::new(),
        request: request::Request::Compare(compare),
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

/// A folder that was copied without its hidden files is known by its manifest.
#[test]
fn a_copy_without_hidden_files_is_known() {
    let place = place();
    let names = ["compare.json", "charts/flips-1.svg", manifest::NAME];
    let digest = sealed::sha256(b"ours");
    let files = names[..2]
        .iter()
        .map(|&name| (name.to_owned(), digest.clone()))
        .collect();
    fs::create_dir(place.at("charts")).unwrap();
    names[..2].iter().for_each(|name| place.put(name, "ours"));
    place.put(manifest::NAME, &manifest_of(files).json().unwrap());
    refused(place.open(&RUN), "holds a comparison");
    place.put("differences.csv", PRECIOUS);
    refused(
        place.open_as(&names, "hotline", false),
        "the comparison of what its manifest does not tell",
    );
    place.run(&names[..1], "new").unwrap();
    assert_eq!(
        (place.text(names[1]), place.text(manifest::NAME)),
        (None, None)
    );
    assert_eq!(place.text("differences.csv").unwrap(), PRECIOUS);
}

/// Also of what a study is, so that another one does not take its place in silence.
#[test]
fn a_copy_of_a_study_without_hidden_files_tells_what_it_is_of() {
    let place = place();
    place.put("compare.json", "ours");
    let files = [("compare.json".to_owned(), sealed::sha256(b"ours"))].into();
    let manifest = manifest::Manifest {
        what: "hotline, one".into(),
        ..manifest_of(files)
    };
    place.put(manifest::NAME, &manifest.json().unwrap());
    let names = ["compare.json", manifest::NAME];
    refused(
        place.open_as(&names, "hotline, another", false),
        "holds the comparison of hotline, one, which",
    );
    assert!(place.open_as(&names, "hotline, one", false).is_ok());
    assert!(place.open_as(&names, "hotline, another", true).is_ok());
}

#[test]
fn a_folder_of_another_kind_of_result_is_refused() {
    let place = place();
    place.run(&RUN, "ours").unwrap();
    for other in [
        &["compare.json"][..],
        &["sweep.json", "sweep.csv"],
        &["tip.json"],
        &["story.json", "reasons.csv"],
        &["why.json"],
    ] {
        refused(place.open(other), "holds a run");
    }
    for name in RUN {
        fs::remove_file(place.at(name)).unwrap();
    }
    assert!(
        place.open(&["compare.json"]).is_ok(),
        "a list of files that are gone binds nobody"
    );
}

/// Where the user did not name the folder, another scenario in it is not replaced; where they did,
/// a note says so.
#[test]
fn another_scenario_is_not_replaced_in_silence() {
    let place = place();
    place.run(&RUN, "ours").unwrap();
    refused(
        place.open_as(&RUN, "sub/hotline.toml", false),
        "holds the run of hotline",
    );
    assert!(place.open_as(&RUN, "hotline", false).is_ok());
    let mut folder = place
        .open_as(&["summary.json"], "sub/hotline.toml", true)
        .unwrap();
    folder.write("summary.json", b"another").unwrap();
    folder.publish().unwrap();
    assert!(
        folder.notes()[0].starts_with("replaced the earlier run of hotline in "),
        "{:?}",
        folder.notes()
    );
    drop(folder);
    refused(
        place.open(&["shard-1-of-2.json"]),
        "holds a run, and this would be shards",
    );
}
