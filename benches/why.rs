//! How long reasons and stories of the baseline take, as a user runs them. `cargo bench --bench why`.

#![allow(missing_docs, clippy::print_stdout)]

mod promised;

/// A line of the program, and how many seconds it may take on two cores.
const PROMISED: [(&str, f64); 4] = [
    ("why", 10.0),
    ("story", 10.0),
    ("story --outcome war", 10.0),
    ("story --trial 2 --against called-ahead", 10.0),
];

fn main() -> std::io::Result<()> {
    promised::time(&PROMISED)
}
