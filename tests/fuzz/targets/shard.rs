//! A shard, as it comes and with a digest that fits: refused, or counts that trials can come to.
#![no_main]

mod forge;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

use offramp::quantities::Quantity;
use offramp::report::shard::Shard;
use offramp::scenario::{Scenario, Setting, Settings};

/// That of the seeds.
static SCENARIO: LazyLock<Scenario> = LazyLock::new(|| {
    let set = vec![Setting::set("horizon_days", "20")];
    Scenario::shipped("brinkmanship", &Settings { set, ..Settings::default() }).unwrap()
});

fn check(text: &str) {
    let Ok(shard) = Shard::parse(text) else { return };
    assert_eq!(shard.json().unwrap(), text.replace("\r\n", "\n"));
    let Ok(tally) = shard.tally(&SCENARIO.model) else { return };
    assert_eq!(tally.outcomes.iter().sum::<u64>(), tally.trials);
    for quantity in Quantity::ALL {
        let [sum, squares] = tally.number(quantity).sums.sums();
        assert!(u128::from(tally.trials) * squares >= sum * sum);
    }
    assert_eq!(Shard::counts_of(&tally), shard.counts);
}

fuzz_target!(|text: &str| {
    check(text);
    check(&forge::resealed(text));
});
