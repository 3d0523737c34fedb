//! What the program is built from: the crates that `deny.toml` bans are not among them.
//!
//! `cargo deny check` reads the same list and the licences; this test needs no further tool and no
//! network.

use std::fs;
use std::path::Path;

/// Crates that must be on the list: they call the C compiler or a library of the system, which a
/// clean machine lacks.
const MUST_BE_BANNED: [&str; 9] = [
    "cc",
    "cmake",
    "font-kit",
    "fontconfig-sys",
    "freetype-sys",
    "libz-sys",
    "openssl-sys",
    "pkg-config",
    "yeslogic-fontconfig-sys",
];

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The text in quotation marks after `key =` on a line.
fn value<'t>(line: &'t str, key: &str) -> Option<&'t str> {
    let (_, after) = line.split_once(&format!("{key} = \""))?;
    after.split_once('"').map(|(value, _)| value)
}

/// The crates that a `deny.toml` bans: one to a line, `{ crate = "name", ... }`, within `[bans]`.
fn banned(deny: &str) -> Vec<&str> {
    let section = deny
        .split("\n[")
        .find(|section| section.trim_start_matches('[').starts_with("bans]"));
    let lines = section
        .unwrap_or("")
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    lines.filter_map(|line| value(line, "crate")).collect()
}

/// The crates of a `Cargo.lock`.
fn locked(lock: &str) -> Vec<&str> {
    lock.lines()
        .filter(|line| line.starts_with("name = "))
        .filter_map(|line| value(line, "name"))
        .collect()
}

/// The crates that are built from and banned.
fn found<'t>(lock: &'t str, deny: &str) -> Vec<&'t str> {
    let banned = banned(deny);
    locked(lock)
        .into_iter()
        .filter(|name| banned.contains(name))
        .collect()
}

#[test]
fn no_banned_crate_is_built_from() {
    let (lock, deny) = (text("Cargo.lock"), text("deny.toml"));
    assert!(
        locked(&lock).contains(&"offramp"),
        "Cargo.lock could not be read"
    );
    assert_eq!(found(&lock, &deny), Vec::<&str>::new());
}

#[test]
fn the_ban_list_names_what_needs_a_c_compiler_or_a_system_library() {
    let deny = text("deny.toml");
    let banned = banned(&deny);
    for name in MUST_BE_BANNED {
        assert!(banned.contains(&name), "deny.toml does not ban `{name}`");
    }
}

#[test]
fn every_crate_comes_from_the_registry() {
    let lock = text("Cargo.lock");
    let foreign: Vec<&str> = lock
        .lines()
        .filter(|line| line.starts_with("source = \"git"))
        .collect();
    assert_eq!(foreign, Vec::<&str>::new());
}

/// The twin: a banned crate in a lock file is found, a comment bans nothing, and neither does
/// another section.
#[test]
fn a_planted_crate_is_found() {
    let lock =
        "[[package]]\nname = \"offramp\"\n\n[[package]]\nname = \"cc\"\nversion = \"1.0.0\"\n";
    assert_eq!(
        found(
            lock,
            "[bans]\ndeny = [\n    { crate = \"cc\", reason = \"no\" },\n]\n"
        ),
        ["cc"]
    );
    assert_eq!(
        found(lock, "[bans]\ndeny = [\n    # { crate = \"cc\" },\n]\n").len(),
        0
    );
    assert_eq!(
        found(
            lock,
            "[other]\ndeny = [\n    { crate = \"cc\" },\n]\n[bans]\n"
        )
        .len(),
        0
    );
}
