//! What bad input gets: exit code, message, nothing written, and in no time.

use std::path::Path;
use std::time::{Duration, Instant};

use super::program::{entries, err, offramp_in};

/// A scenario that is sound.
pub const SOUND: &str =
    "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
/// Far more than errors take (0.2 s), so that a busy machine fails no test.
const LIMIT: Duration = Duration::from_secs(10);

/// Runs a file that is wrong, with every command that reads it: it is told with this exit code and
/// these words.
pub fn refused(folder: &Path, file: &str, code: i32, says: &[&str]) {
    let before = entries(folder);
    for command in ["run", "check", "show"] {
        let begun = Instant::now();
        let output = offramp_in(folder, &[command, file]);
        assert!(begun.elapsed() < LIMIT, "{file}: {:?}", begun.elapsed());
        let told = err(&output);
        assert_eq!(output.status.code(), Some(code), "{command} {file}: {told}");
        for words in says {
            assert!(
                says_in(&told, words),
                "{command} {file}: no {words:?} in\n{told}"
            );
        }
        assert!(told.contains("help: "), "{file}: no remedy in\n{told}");
        assert!(
            !told.contains('\u{1b}') && told.len() < 50_000,
            "{file}: {} bytes",
            told.len()
        );
        assert!(command == "check" || output.stdout.is_empty());
    }
    assert_eq!(entries(folder), before, "{file}: something was written");
}

/// A folder with a scenario file in it, as `mine.toml`: this text behind what is sound.
pub fn place_with(text: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), format!("{SOUND}{text}")).unwrap();
    place
}

/// The same of a text.
pub fn refused_text(text: &str, says: &[&str]) {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    refused(place.path(), "mine.toml", 65, says);
}

/// What `check` says of a text.
pub fn checked(text: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    err(&offramp_in(place.path(), &["check", "mine.toml"]))
}

/// Whether these words were told, wherever lines were broken.
pub fn says_in(told: &str, words: &str) -> bool {
    told.contains(words)
        || told
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(words)
}

/// How many problems or warnings were told.
pub fn count(told: &str, gravity: &str) -> usize {
    told.lines()
        .filter(|line| line.starts_with(&format!("{gravity}: ")))
        .count()
}
