//! A list of files, as it comes and with a digest that fits: none, or names that the program itself
//! writes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use offramp::folder;
use offramp::report::sealed::sha256;

fn check(text: &str) {
    for name in folder::listed(text).unwrap_or_default() {
        assert!(
            !name.contains("..")
                && !name.starts_with(['/', '.'])
                && !name.contains(['\\', '\n', '\0']),
            "{name}"
        );
    }
}

fuzz_target!(|text: &str| {
    check(text);
    let body = text.rsplit_once("sha256 ").map_or(text, |(body, _)| body);
    check(&format!("{body}sha256 {}\n", sha256(body.as_bytes())));
});
