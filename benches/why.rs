//! How long reasons and stories of the baseline take, as a user runs them. `cargo bench --bench why`.

#![allow(missing_docs, clippy::print_stdout)]

use std::process::Command;
use std::time::Instant;

/// A line of the program, and how many seconds it may take on two cores.
const PROMISED: [(&str, f64); 4] = [
    ("why", 10.0),
    ("story", 10.0),
    ("story --outcome war", 10.0),
    ("story --trial 2 --against called-ahead", 10.0),
];

fn main() {
    for (line, promised) in PROMISED {
        let begun = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_offramp"))
            .args(line.split(' '))
            .args(["--no-files", "--quiet"])
            .status();
        let seconds = begun.elapsed().as_secs_f64();
        let is_done = status.is_ok_and(|status| status.success());
        let result = if is_done {
            format!("{seconds:>6.1} s")
        } else {
            "  failed".to_owned()
        };
        println!("{line:<40}{result}   promised on two cores: {promised:.0} s");
    }
}
