//! Folders made hostile, at random, and every command that writes: nobody's file is touched, and no
//! command hangs.
#![cfg(unix)]

use std::path::Path;
use std::process::Stdio;

use crate::common::Dice;
use crate::common::processes::wait_for_end;
use crate::common::program::{program, shell_words};
use crate::common::world::World;

/// The commands that write, one of which is tried on each folder. They read what lies in another
/// folder.
const COMMANDS: [&str; 8] = [
    "run hotline --trials 20 --trials-csv",
    "run hotline --trials 20 --shard 1/2",
    "compare hotline spiral --trials 20",
    "sweep --vary relations.crisis_communication=0..1:2 --trials 20",
    "tip --vary relations.crisis_communication=0..1 --outcome wars --share 0.9 --trials 20",
    "merge BESIDE/parts/shard-1-of-1.json",
    "rerun BESIDE/done/manifest.json",
    "rerun BESIDE/swept/manifest.json",
];

/// A folder with the results that the commands read.
fn results_to_read() -> tempfile::TempDir {
    let beside = tempfile::tempdir().unwrap();
    for line in [
        "run hotline --trials 20 --out done --charts none",
        "sweep --vary relations.crisis_communication=0..1:2 --trials 20 --out swept --charts none",
        "run hotline --trials 20 --out parts --shard 1/1",
    ] {
        assert_eq!(code(beside.path(), &shell_words(line)), 0, "{line}");
    }
    beside
}

/// The program itself, by every command that writes.
#[test]
fn commands_in_hostile_folders_keep_their_files() {
    let beside = results_to_read();
    let beside = beside.path().to_str().unwrap();
    let worlds = std::env::var("OFFRAMP_FOLDERS_RUN")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(200);
    for number in 0..worlds {
        let mut dice = Dice(1_000_000 + number);
        let world = World::new(&mut dice);
        let folder = world.folder.to_str().unwrap();
        let command = COMMANDS[dice.below(COMMANDS.len())];
        let charts = match command {
            _ if command.starts_with("rerun") => "",
            _ if dice.below(4) == 0 => "--charts svg",
            _ => "--charts none",
        };
        let words = shell_words(&format!("{command} {charts} --out FOLDER")).into_iter();
        let words = words.map(|word| word.replace("BESIDE", beside).replace("FOLDER", folder));
        let words: Vec<String> = words.collect();
        let code = code(world.root(), &words);
        assert!(
            [0, 65, 73, 74].contains(&code),
            "{number}: {command:?} ends with {code}\n{world:?}"
        );
        assert_eq!(
            world.damage(),
            Vec::<String>::new(),
            "{number}: {command:?} ends with {code}\n{world:?}"
        );
    }
}

/// The exit code of the program; it must end soon.
fn code(folder: &Path, words: &[String]) -> i32 {
    let mut command = program();
    command
        .args(words)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut process = command.spawn().unwrap();
    wait_for_end(&mut process, &words.join(" "));
    process.wait().unwrap().code().unwrap_or(-1)
}
