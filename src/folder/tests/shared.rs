//! Several runs that write into one folder at the same time, each a shard.

use super::*;

const PART: &str = "shard-1-of-2.json";
const TEXT: &str = "the counts";
/// That part, of a request that was written in other words.
const REWORDED: &str = "the counts, in other words";

fn begin(place: &TestFolder) -> NewShard<impl Fn(&str) -> bool> {
    let names = [PART.to_owned()];
    let request = Claim {
        path: &place.path,
        names: &names,
        what: "hotline",
        is_chosen: true,
    };
    NewShard::begin(&request, |text| text == TEXT || text == REWORDED).unwrap()
}

/// Whoever comes first, all find the part there, and none leaves anything else.
#[test]
fn runs_of_the_same_shard_at_once_do_not_disturb_each_other() {
    for round in 0..60 {
        let place = place();
        match round % 3 {
            0 => {}
            1 => place.put(PART, TEXT), // of an earlier run
            _ => place.put(PART, REWORDED),
        }
        let barrier = std::sync::Barrier::new(4);
        std::thread::scope(|scope| {
            let run = || {
                barrier.wait();
                let part = begin(&place);
                barrier.wait();
                part.complete(TEXT.as_bytes())
            };
            let runs: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
            for run in runs {
                let completed = run.join().unwrap();
                assert!(
                    completed.is_ok(),
                    "round {round}: {}",
                    completed.unwrap_err()
                );
            }
        });
        assert_eq!(
            (place.text(PART).as_deref(), place.names()),
            (Some(TEXT), vec![PART.to_owned()]),
            "round {round}"
        );
    }
}

#[test]
fn a_part_that_another_run_changed_meanwhile_is_not_replaced() {
    let place = place();
    let part = begin(&place);
    place.put(PART, PRECIOUS);
    let error = part.complete(TEXT.as_bytes()).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("is not this part of this run; the new files lie in"),
        "{error}"
    );
    assert_eq!(place.text(PART).unwrap(), PRECIOUS);
    assert_eq!(place.text(&format!("new-1/{PART}")).unwrap(), TEXT);
}

/// A run that is killed while it replaces a shard leaves none for a moment. Where nothing differs,
/// nothing is moved.
#[cfg(unix)]
#[test]
fn a_shard_that_is_there_to_the_byte_stays_and_counts_as_new() {
    use std::os::unix::fs::MetadataExt;

    let place = place();
    let facts = || fs::metadata(place.at(PART)).unwrap();
    for (before, stays) in [(TEXT, true), (REWORDED, false)] {
        place.put(PART, before);
        let old = fs::File::open(place.at(PART)).unwrap();
        old.set_modified(std::time::UNIX_EPOCH).unwrap();
        let id = facts().ino();
        begin(&place).complete(TEXT.as_bytes()).unwrap();
        assert_eq!(
            (place.text(PART).as_deref(), facts().ino() == id),
            (Some(TEXT), stays),
            "{before}"
        );
        assert!(facts().modified().unwrap() > std::time::UNIX_EPOCH);
        assert_eq!(place.names(), [PART]);
    }
}
