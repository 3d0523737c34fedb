//! How long the search for a condition takes in the baseline, as a user runs it, beside what is
//! promised of it on two cores, and how much memory it takes at most, where the system says it.
//! `cargo bench --bench discover`.

#![allow(missing_docs, clippy::print_stdout)]

use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A line of the program, and how many seconds it may take on two cores.
const PROMISED: [(&str, f64); 3] = [
    ("discover", 60.0),
    ("discover --outcome answer", 60.0),
    ("discover iran-pakistan-2024-doubt --by 0", 60.0),
];
/// How much memory each may take, in megabytes.
const MEGABYTES: f64 = 300.0;
/// How long to wait between two looks at the memory.
const LOOK: Duration = Duration::from_millis(20);

/// The most memory that a process has taken so far, in megabytes, where the system says it.
fn memory(child: &Child) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// Runs a line of the program; gives whether it succeeded, and the most memory that it was seen to
/// take.
fn run(line: &str) -> std::io::Result<(bool, Option<f64>)> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_offramp"))
        .args(line.split(' '))
        .args(["--no-files", "--quiet", "--threads", "2"])
        .spawn()?;
    let mut most = None;
    loop {
        most = memory(&child).or(most);
        if let Some(status) = child.try_wait()? {
            return Ok((status.success(), most));
        }
        sleep(LOOK);
    }
}

fn main() -> std::io::Result<()> {
    for (line, promised) in PROMISED {
        let begun = Instant::now();
        let (is_done, memory) = run(line)?;
        let seconds = begun.elapsed().as_secs_f64();
        let result = if is_done {
            format!("{seconds:>6.1} s")
        } else {
            "  failed".to_owned()
        };
        let memory = memory.map_or_else(String::new, |most| format!(", {most:.0} MB"));
        println!(
            "{line:<40}{result}{memory}   promised on two cores: {promised:.0} s, {MEGABYTES:.0} MB"
        );
    }
    Ok(())
}
