//! Folders made hostile, at random: whatever lies in a folder of results, and whatever comes while
//! a run goes on, nobody's file is touched, nothing is waited for, and nothing panics.
#![cfg(unix)]

use std::time::Duration;

use crate::common::Dice;
use crate::common::world::{OURS, RUN, World};
use offramp::error::Error;
use offramp::folder::{Claim, Folder, NewShard};

/// The library itself, with more coming while the run goes on.
#[test]
fn ten_thousand_hostile_folders_keep_their_files() {
    let worlds = std::env::var("OFFRAMP_FOLDERS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(10_000);
    ends_within(Duration::from_mins(4));
    let mut written = 0;
    for number in 0..worlds {
        let mut dice = Dice(number);
        let mut world = World::new(&mut dice);
        let result = if dice.below(8) == 0 {
            shard(&mut world, &mut dice)
        } else {
            run(&mut world, &mut dice)
        };
        if let Err(error) = &result {
            assert!([73, 74].contains(&error.exit_code()), "{number}: {error}");
        }
        written += u64::from(result.is_ok());
        assert_eq!(
            world.damage(),
            Vec::<String>::new(),
            "{number}: {result:?}\n{world:?}"
        );
    }
    let share = written as f64 / worlds as f64;
    assert!(
        (0.05..0.95).contains(&share),
        "{share}: a test of refusals alone, or of none, tests little"
    );
}

fn run(world: &mut World, dice: &mut Dice) -> Result<(), Error> {
    let names: Vec<String> = RUN
        .iter()
        .filter(|_| dice.below(4) > 0)
        .map(|&name| name.to_owned())
        .collect();
    let names = if names.iter().any(|name| name == "summary.json") {
        names
    } else {
        vec!["summary.json".to_owned()]
    };
    let path = world.folder.clone();
    let request = Claim {
        path: &path,
        names: &names,
        what: "hotline",
        is_chosen: dice.below(2) == 0,
    };
    let mut folder = Folder::open(&request)?;
    names
        .iter()
        .try_for_each(|name| folder.write(name, b"new"))?;
    world.meanwhile(dice);
    folder.publish()
}

fn shard(world: &mut World, dice: &mut Dice) -> Result<(), Error> {
    let names = ["shard-1-of-2.json".to_owned()];
    let path = world.folder.clone();
    let request = Claim {
        path: &path,
        names: &names,
        what: "hotline",
        is_chosen: true,
    };
    let shard = NewShard::begin(&request, |text| text == OURS)?;
    world.meanwhile(dice);
    shard.complete(b"new")
}

/// A test that hangs fails.
fn ends_within(time: Duration) {
    std::thread::spawn(move || {
        std::thread::sleep(time);
        eprintln!("a hostile folder keeps the program waiting");
        std::process::exit(1);
    });
}
