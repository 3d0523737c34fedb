//! Programs that go on while a test does something else.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::program::{program, shell_words};

/// Starts the program in a folder, with the words of a line of a shell; what it prints is kept.
pub fn spawn(folder: &Path, line: &str) -> Child {
    let mut command = program();
    command.args(shell_words(line)).current_dir(folder);
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Sends a signal.
pub fn signal(process: &Child, name: &str) {
    let (signal, id) = (format!("-{name}"), process.id().to_string());
    assert!(
        Command::new("kill")
            .args([signal, id])
            .status()
            .unwrap()
            .success()
    );
}

/// Kills a program and waits for its end.
pub fn kill(mut process: Child) {
    process.kill().unwrap();
    process.wait().unwrap();
}

/// Waits until something is there.
#[track_caller]
pub fn wait_until(is_there: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_there() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until a program ends; one that goes on for a minute hangs.
#[track_caller]
pub fn wait_for_end(process: &mut Child, what: &str) {
    let begun = Instant::now();
    while process.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_mins(1) {
            process.kill().unwrap();
            panic!("{what} hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The passing files in a folder.
pub fn passing(folder: &Path) -> Vec<PathBuf> {
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .filter(|path| name(path).starts_with(".offramp-passing-"))
        .collect()
}
