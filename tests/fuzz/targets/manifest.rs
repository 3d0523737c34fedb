//! A manifest, as it comes and with a digest that fits: refused, or what a run or a study can come to.
#![no_main]

mod forge;

use libfuzzer_sys::fuzz_target;
use offramp::folder::manifest::Kept;

fn check(text: &str) {
    let Ok(kept) = Kept::parse(text) else { return };
    let again = match &kept {
        Kept::Run(run) => {
            assert!(0 < run.trials_done && run.trials_done <= run.trials_asked);
            run.json()
        }
        Kept::Study(study) => study.json(),
    };
    assert_eq!(again.unwrap(), text.replace("\r\n", "\n"));
}

fuzz_target!(|text: &str| {
    check(text);
    check(&forge::resealed(text));
});
