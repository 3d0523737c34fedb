//! Folders of results made hostile, tried on the library itself. A binary of its own, since no test
//! in it may start another process: that would hold the locks of all of them for a moment.
#![allow(clippy::expect_used, clippy::print_stderr, clippy::unwrap_used)] // a test may panic and report

#[path = "../common/mod.rs"]
mod common;

mod hostile;
