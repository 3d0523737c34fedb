//! What is written about the program holds: documents, dependencies, layers, the table of what-ifs.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::unwrap_used)] // a test may panic and report

#[path = "../common/mod.rs"]
mod common;

mod dependencies;
mod docs;
mod gallery;
mod keys;
mod keys_of_reasons;
mod layers;
mod single_writer;
mod what_ifs;
mod worked_decision;
