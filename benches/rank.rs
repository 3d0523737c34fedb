//! How long the rankings of the baseline take, as a user runs them, beside what is promised of them
//! on two cores. `cargo bench --bench rank`.

#![allow(missing_docs, clippy::print_stdout)]

mod promised;

/// A line of the program, and how many seconds it may take on two cores.
const PROMISED: [(&str, f64); 4] = [
    ("rank", 10.0),
    ("rank --shapley --by theme", 60.0),
    ("rank --shapley", 60.0),
    ("rank --numbers", 60.0),
];

fn main() -> std::io::Result<()> {
    promised::time(&PROMISED)
}
