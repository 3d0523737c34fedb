//! How long shaken numbers of the baseline take, as a user runs them, beside what is promised of
//! them on two cores, and how much memory they take at most, where the system says it.
//! `cargo bench --bench shake`.

#![allow(missing_docs, clippy::print_stdout)]

mod promised;

/// A line of the program, and how many seconds it may take on two cores.
const PROMISED: [(&str, f64); 3] = [
    ("shake", 60.0),
    ("shake --outcome answer", 60.0),
    ("shake iran-pakistan-2024-doubt --by 0", 60.0),
];

fn main() -> std::io::Result<()> {
    promised::time(&PROMISED)
}
