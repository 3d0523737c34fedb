//! The model and its statistics, against exact values, another implementation and its own
//! description.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::unwrap_used)] // a test may panic and report

#[path = "../common/mod.rs"]
mod common;

mod conformance;
mod course;
mod coverage;
mod deaths;
mod directions;
mod exact;
mod invariants;
mod library;
mod plain;
mod reference_class;
mod same_luck;
mod varied;
