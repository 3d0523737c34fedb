//! How long the search for a condition takes in the baseline, as a user runs it, beside what is
//! promised of it on two cores, and how much memory it takes at most, where the system says it.
//! `cargo bench --bench discover`.

#![allow(missing_docs, clippy::print_stdout)]

mod promised;

/// A line of the program, and how many seconds it may take on two cores.
const PROMISED: [(&str, f64); 3] = [
    ("discover", 60.0),
    ("discover --outcome answer", 60.0),
    ("discover iran-pakistan-2024-doubt --by 0", 60.0),
];

fn main() -> std::io::Result<()> {
    promised::time(&PROMISED)
}
