//! What anybody may have written is read within bounds, and a limit of the user's is told.

use std::time::{Duration, Instant};

use crate::common::program::{err, offramp_in};
use crate::common::sealed::{resealed, shard};
use offramp::folder::manifest::Manifest;

/// A text that is of use to nobody, and longer than any scenario.
fn long() -> String {
    "x=1\n".repeat(2_000_000)
}

/// The scenario in a shard or a manifest is read with a limit, as one in a file is.
#[test]
fn a_scenario_inside_another_file_has_a_limit_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let (_, mut part) = shard("hotline", 1, 50, 1, 1);
    part.scenario += &long();
    std::fs::write(place.path().join("part.json"), resealed(&part.json().unwrap())).unwrap();
    offramp_in(place.path(), &["run", "hotline", "--trials", "50", "--charts", "none", "--out", "r", "--quiet"]);
    let manifest = std::fs::read_to_string(place.path().join("r/manifest.json")).unwrap();
    let unsealed = manifest.rsplit_once(",\n  \"digest\"").unwrap().0.to_owned() + "\n}\n";
    let mut manifest: Manifest = serde_json::from_str(&unsealed).unwrap();
    manifest.scenario.toml += &long();
    std::fs::write(place.path().join("manifest.json"), manifest.json().unwrap()).unwrap();
    for words in [["merge", "part.json"], ["rerun", "manifest.json"]] {
        let begun = Instant::now();
        let output = offramp_in(place.path(), &words);
        assert_eq!(output.status.code(), Some(65), "{words:?}: {}", err(&output));
        assert!(err(&output).contains("longer than 4 MiB") && err(&output).contains("help: "), "{}", err(&output));
        assert!(begun.elapsed() < Duration::from_secs(20));
    }
}

/// Keys of very many parts are told before the parser, which would take the square of their number.
#[test]
fn a_key_of_very_many_parts_takes_no_time() {
    let place = tempfile::tempdir().unwrap();
    let deep = "a.".repeat(30_000);
    for wrong in [format!("[{deep}a]\n"), format!("{deep}a = 1\n"), format!("a = {{ {deep}a = 1 }}\n")] {
        std::fs::write(place.path().join("deep.toml"), format!("name = \"x\"\n{}", wrong.repeat(15))).unwrap();
        let begun = Instant::now();
        let output = offramp_in(place.path(), &["check", "deep.toml"]);
        assert_eq!(output.status.code(), Some(65));
        assert!(
            err(&output).contains("more than 16 parts") && err(&output).contains("deep.toml:2:"),
            "{}",
            err(&output)
        );
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}

/// Very long words of what was changed are cut in a chart in no time.
#[test]
fn very_many_changes_take_no_time_to_draw() {
    let place = tempfile::tempdir().unwrap();
    offramp_in(place.path(), &["run", "hotline", "--trials", "50", "--out", "r", "--quiet"]);
    let manifest = std::fs::read_to_string(place.path().join("r/manifest.json")).unwrap();
    let changes = "\"relations.channel = 0.9\",\n      ".repeat(3000) + "\"relations.channel = 0.9\"";
    let changed = manifest.replacen("\"changes\": []", &format!("\"changes\": [\n      {changes}\n    ]"), 1);
    assert_ne!(manifest, changed);
    std::fs::write(place.path().join("many.json"), resealed(&changed)).unwrap();
    let begun = Instant::now();
    let output = offramp_in(place.path(), &["rerun", "many.json"]);
    assert!(err(&output).contains("not the same bytes"), "{}", err(&output));
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

/// A limit on the length of files is a reason that is told, by every command that writes or prints, and nothing of a
/// file is left behind.
#[cfg(unix)]
#[test]
fn a_limit_on_the_length_of_files_is_told() {
    let limited = |line: &str| {
        let place = tempfile::tempdir().unwrap();
        let script = format!("exec 2>&1; ulimit -f 1; {{ offramp {line} > printed; echo $?; }} | cat");
        let output = crate::common::program::shell_in(place.path(), &script);
        let names = std::fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name());
        (String::from_utf8(output.stdout).unwrap(), names.collect::<Vec<_>>())
    };
    for line in
        ["schema", "list", "man", "parameters", "show", "completions bash", "--help", "run --no-files --trials 50"]
    {
        assert_eq!(limited(line).0.trim().lines().next_back(), Some("74"), "{line}: {:?}", limited(line));
    }
    for line in ["new fresh", "new fresh --extends iran-pakistan-2024"] {
        let (told, names) = limited(line);
        assert!(told.contains("cannot write fresh.toml") && told.ends_with("74\n"), "{told}");
        assert!(!told.contains("--out") && told.contains("change to a folder"), "{told}");
        assert_eq!(names, ["printed"], "{told}");
    }
}
