//! Planted climbs and noise, which the tests of layers find.

use super::uses::mentioned;
use super::{IMPURE, climbs, impurities};

/// Planted code that climbs once: its module, how deep its file lies, and what stands there.
const CLIMBING: [(&str, usize, &str); 8] = [
    ("model", 2, "use crate::sim::Summary;"),
    (
        "stats",
        2,
        "use crate::{\n    error::Error,\n    tally::{Tally, Facts},\n};",
    ),
    ("sim", 2, "fn f() -> crate::ensemble::Plan { todo!() }"),
    ("scenario", 1, "use super::study::Findings;"),
    ("scenario", 2, "use super::super::commands::run;"),
    (
        "tally",
        1,
        "#[cfg(test)]\nmod tests { use crate::study::X; }\nuse crate::study::X;",
    ),
    (
        "model",
        2,
        "const C: char = '\"'; use crate::cli::Cli; const D: char = '\"';",
    ),
    ("nowhere", 1, ""),
];

/// Planted code that does not climb.
const NOT_CLIMBING: [(&str, usize, &str); 6] = [
    (
        "sim",
        2,
        "use crate::{error::Error, model::{Model, study}};",
    ),
    (
        "model",
        2,
        "// use crate::sim::Summary;\n/// [`crate::sim::Summary`]",
    ),
    (
        "model",
        2,
        "const T: &str = \"use crate::sim::Summary\"; const R: &str = r#\"crate::sim \"x\"\"#;",
    ),
    (
        "model",
        2,
        "#[cfg(test)]\nmod tests {\n use crate::sim::Luck; fn f() {} }",
    ),
    ("scenario", 2, "use super::study::Findings;"),
    ("main", 1, "use offramp::commands::dispatch;"),
];

/// The twin: planted lines that climb are found, and those that do not are not.
#[test]
fn a_planted_climb_is_found() {
    for (module, depth, line) in CLIMBING {
        assert_eq!(climbs(module, depth, line).len(), 1, "{line}");
    }
    for (module, depth, line) in NOT_CLIMBING {
        assert_eq!(climbs(module, depth, line), Vec::<String>::new(), "{line}");
    }
    assert_eq!(
        climbs(
            "stats",
            2,
            "\n// two\n/* three\n */ fn f() { \"\n\"; }\nuse crate::cli::Cli;"
        )
        .len(),
        1
    );
    assert!(climbs("stats", 2, "\n// two\nuse crate::cli::Cli;")[0].starts_with("line 3:"));
}

/// The twin: planted noise in the core is found.
#[test]
fn a_planted_impurity_is_found() {
    assert_eq!(impurities("fn f() { println!(\"x\"); }"), ["println!"]);
    assert_eq!(impurities("use std::{fmt, time::Instant};"), ["std::time"]);
    assert_eq!(
        mentioned(&IMPURE, "use toml::de; fn f() { path.is_file() }"),
        ["is_file"]
    );
    assert_eq!(
        impurities("use rayon::prelude::*;\nstd::fs::read(p);"),
        ["std::fs", "rayon"]
    );
    assert_eq!(
        impurities(
            "// toml\nfn atoml() { let s = \"rayon\"; }\n#[cfg(test)]\nmod t { use serde::X; }"
        )
        .len(),
        0
    );
}
