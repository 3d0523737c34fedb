//! A shard, as it comes and with a digest that fits: refused, or counts that trials can come to.
#![no_main]

mod forge;

use libfuzzer_sys::fuzz_target;
use offramp::quantities::Quantity;
use offramp::report::shard::{Counted, Shard};
use offramp::tally::Tally;

fn check(text: &str) {
    let Ok(shard) = Shard::parse(text) else {
        return;
    };
    assert_eq!(shard.json().unwrap(), text.replace("\r\n", "\n"));
    let Ok(cases) = shard.request.resolve(&shard.texts) else {
        return;
    };
    match shard.counted(&cases) {
        Ok(Counted::Run(tally)) => sound(&tally),
        Ok(Counted::Compare(paired)) => paired.tallies.iter().for_each(sound),
        Ok(Counted::Sweep(points)) => assert!(points.values().all(|point| point.shown.is_finite())),
        Err(_) => {}
    }
}

fn sound(tally: &Tally) {
    assert_eq!(tally.outcomes.iter().sum::<u64>(), tally.trials);
    for quantity in Quantity::ALL {
        let [sum, squares] = tally.number(quantity).sums.sums();
        assert!(u128::from(tally.trials) * squares >= sum * sum);
    }
}

fuzz_target!(|text: &str| {
    check(text);
    check(&forge::resealed(text));
});
