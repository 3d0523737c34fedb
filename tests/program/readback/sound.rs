//! What holds of everything that is read back and accepted, and of every refusal.

use std::path::Path;

use offramp::error::Error;
use offramp::folder::manifest::Manifest;
use offramp::quantities::Quantity;
use offramp::report::sealed::Flaw;
use offramp::report::shard::{Counted, Refusal, Shard};
use offramp::request::Cases;
use offramp::sim::Outcome;
use offramp::tally::Tally;

/// A refusal is a sentence with a place and a remedy.
pub fn assert_reported(flaw: &Flaw) {
    let error = flaw.error(Path::new("x.json"), "shard", "run it again");
    let told = error.to_string();
    assert!(
        matches!(error, Error::Scenario(_)) && told.contains("x.json") && told.contains("help: "),
        "{told}"
    );
    assert!(told.chars().count() < 300, "{told}");
}

/// What holds of the counts of any trials, worked out here anew.
pub fn assert_sound(tally: &Tally) {
    let n = u128::from(tally.trials);
    let total = |counts: &[u64]| counts.iter().map(|&count| u128::from(count)).sum::<u128>();
    for whole in [&tally.outcomes[..], &tally.peak, tally.deaths.bins()] {
        assert_eq!(total(whole), n);
    }
    for day in tally.levels.by_day() {
        assert_eq!(total(&day), n);
    }
    assert!(
        total(&tally.first_act) <= n
            && total(&tally.first_answer) <= n
            && u128::from(tally.record.all) <= n
    );
    for quantity in Quantity::ALL {
        assert!(u128::from(tally.flag(quantity)) <= n, "{quantity:?}");
        let moments = &tally.number(quantity).sums;
        let [sum, squares] = moments.sums();
        // Cauchy and Schwarz: no variance is below zero.
        assert!(n * squares >= sum * sum, "{moments:?}");
        assert!(tally.trials == 0 || moments.standard_deviation(tally.trials).is_finite());
    }
    let sum = |quantity| tally.number(quantity).sums.sums()[0];
    let [opener, other, both] =
        [Quantity::ForceOpener, Quantity::ForceOther, Quantity::Force].map(sum);
    assert!(both == opener + other && both <= sum(Quantity::Acts));
    let wars = tally.outcomes[Outcome::War as usize];
    assert_eq!(Some(&wars), tally.peak.last());
}

/// What a shard of a request counted; or the flaw that shows in it.
pub fn counted(shard: &Shard, cases: &Cases) -> Result<Counted, Flaw> {
    shard.counted(cases).map_err(|refusal| match refusal {
        Refusal::Flaw(flaw) => flaw,
        Refusal::Error(error) => panic!("{error}"),
    })
}

/// Does so for the counts of a shard.
pub fn assert_sound_counts(counted: &Counted) {
    match counted {
        Counted::Run(tally) => assert_sound(tally),
        Counted::Compare(paired) => {
            paired.tallies.iter().for_each(assert_sound);
            for (pair, variant) in paired.pairs.iter().zip(&paired.tallies[1..]) {
                let n = variant.trials;
                assert!(pair.changed() <= pair.different && pair.different <= n);
                assert_eq!(pair.flips.as_flattened().iter().sum::<u64>(), n);
                for differing in &pair.differences {
                    assert!(
                        differing.changed() <= n
                            && differing.sums.standard_deviation(n).is_finite()
                    );
                }
            }
        }
        Counted::Sweep(points) => assert!(points.values().all(|point| point.shown.is_finite())),
    }
}

/// What holds of the manifest of any run.
pub fn assert_sound_manifest(manifest: &Manifest) {
    let Manifest {
        trials_done,
        trials_asked,
        request,
        seed_text,
        scenarios,
        ..
    } = manifest;
    assert!(1 <= *trials_done && trials_done <= trials_asked && !scenarios.is_empty());
    assert_eq!(
        (request.seed().to_string(), request.trials()),
        (seed_text.clone(), *trials_asked)
    );
}
