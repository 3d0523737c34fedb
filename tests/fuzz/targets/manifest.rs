//! A manifest, as it comes and with a digest that fits: refused, or what a request can come to.
#![no_main]

mod forge;

use libfuzzer_sys::fuzz_target;
use offramp::folder::manifest::Manifest;

fn check(text: &str) {
    let Ok(manifest) = Manifest::parse(text) else {
        return;
    };
    assert!(0 < manifest.trials_done && manifest.trials_done <= manifest.trials_asked);
    assert_eq!(manifest.json().unwrap(), text.replace("\r\n", "\n"));
    // The texts are as hostile as the rest: an error, never a panic.
    let _ = manifest.request.resolve(&manifest.texts);
}

fuzz_target!(|text: &str| {
    check(text);
    check(&forge::resealed(text));
});
