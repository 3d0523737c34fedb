//! What reaches the terminal: the work of a run whatever becomes of its files, and no text that does more than be read.

#![allow(clippy::unwrap_used)]

mod common;

use common::program::{err, offramp_in, out};

/// A scenario that is read and run in a moment.
const CASE: &str = "name = \"Two states\"\n[opening]\nactor = \"north\"\nrung = \"strike-militants\"\n[actors.north]\n[actors.south]\n";

/// A folder with that scenario in it.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("case.toml"), CASE).unwrap();
    place
}

/// Every command that runs trials and writes files, briefly.
const RUNS: [&[&str]; 5] = [
    &["run", "case.toml", "--trials", "500"],
    &["run", "case.toml", "--trials", "500", "--trials-csv"],
    &["compare", "case.toml", "spiral", "--trials", "500"],
    &["sweep", "case.toml", "--vary", "relations.channel=0..1:3", "--trials", "500"],
    &["tip", "case.toml", "--vary", "relations.channel=0..1", "--outcome", "wars", "--share", "0.1", "--trials", "50"],
];

/// What was computed is printed, the same to the byte, where its files cannot be written; and the exit code says so.
#[cfg(unix)]
#[test]
fn what_was_computed_is_printed_on_a_full_disk() {
    for command in RUNS {
        for format in ["table", "json"] {
            let place = place();
            let line = [command, &["--format", format]].concat();
            let alone = out(&offramp_in(
                place.path(),
                &[&line[..], &["--no-files"]].concat()[..]
                    .iter()
                    .copied()
                    .filter(|word| *word != "--trials-csv")
                    .collect::<Vec<_>>(),
            ));
            let shown = alone.split("\nTry next").next().unwrap().trim_end();
            for blocks in [1, 8] {
                let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec offramp {} --out r", line.join(" "));
                let output = common::program::shell_in(place.path(), &script);
                assert_eq!(output.status.code(), Some(74), "{blocks} blocks, {line:?}: {}", err(&output));
                assert_eq!(out(&output).trim_end(), shown, "{blocks} blocks, {line:?}: {}", err(&output));
                assert!(!err(&output).contains("other error"), "{}", err(&output));
            }
        }
    }
}
