//! Lines of the program, timed as a user runs them, beside what is promised of them on two cores.

use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How much memory each line may take, in megabytes.
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

/// Runs a line of the program on two threads; gives whether it succeeded, and the most memory that
/// it was seen to take.
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

/// Times lines of the program, each with the seconds that it may take, and prints what they took.
pub fn time(promised: &[(&str, f64)]) -> std::io::Result<()> {
    for (line, seconds) in promised {
        let begun = Instant::now();
        let (is_done, memory) = run(line)?;
        let took = begun.elapsed().as_secs_f64();
        let result = if is_done {
            format!("{took:>6.1} s")
        } else {
            "  failed".to_owned()
        };
        let memory = memory.map_or_else(String::new, |most| format!(", {most:.0} MB"));
        println!(
            "{line:<40}{result}{memory}   promised on two cores: {seconds:.0} s, {MEGABYTES:.0} MB"
        );
    }
    Ok(())
}
