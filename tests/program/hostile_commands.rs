//! Folders made hostile, at random, and every command that writes: nobody's file is touched, and no command hangs.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::common::Dice;
use crate::common::program::program;
use crate::common::world::World;

/// The program itself, by every command that writes.
#[test]
fn commands_in_hostile_folders_keep_their_files() {
    let beside = tempfile::tempdir().unwrap();
    let finished = |arguments: &[&str]| assert_eq!(code(beside.path(), arguments), 0, "{arguments:?}");
    finished(&["run", "hotline", "--trials", "20", "--out", "done", "--charts", "none"]);
    finished(&["sweep", "--vary", "relations.channel=0..1:2", "--trials", "20", "--out", "swept", "--charts", "none"]);
    finished(&["run", "hotline", "--trials", "20", "--out", "parts", "--shard", "1/1"]);
    let at = |name: &str| beside.path().join(name).to_str().unwrap().to_owned();
    let (done, swept, part) = (at("done/manifest.json"), at("swept/manifest.json"), at("parts/shard-1-of-1.json"));
    let commands: [&[&str]; 8] = [
        &["run", "hotline", "--trials", "20", "--trials-csv"],
        &["run", "hotline", "--trials", "20", "--shard", "1/2"],
        &["compare", "hotline", "spiral", "--trials", "20"],
        &["sweep", "--vary", "relations.channel=0..1:2", "--trials", "20"],
        &["tip", "--vary", "relations.channel=0..1", "--outcome", "wars", "--share", "0.9", "--trials", "20"],
        &["merge", &part],
        &["rerun", &done],
        &["rerun", &swept],
    ];
    let worlds = std::env::var("OFFRAMP_FOLDERS_RUN").ok().and_then(|count| count.parse().ok()).unwrap_or(200);
    for number in 0..worlds {
        let mut dice = Dice(1_000_000 + number);
        let world = World::new(&mut dice);
        let command = commands[dice.below(8)];
        let charts: &[&str] = match command[0] {
            "rerun" => &[],
            _ if dice.below(4) == 0 => &["--charts", "svg"],
            _ => &["--charts", "none"],
        };
        let out = ["--out", world.folder.to_str().unwrap()];
        let code = code(world.root(), &[command, charts, &out].concat());
        assert!([0, 65, 73, 74].contains(&code), "{number}: {command:?} ends with {code}\n{world:?}");
        assert_eq!(world.damage(), Vec::<String>::new(), "{number}: {command:?} ends with {code}\n{world:?}");
    }
}

/// The exit code of the program; it must end soon.
fn code(folder: &Path, arguments: &[&str]) -> i32 {
    let mut command: Command = program();
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let (mut process, begun) = (command.spawn().unwrap(), Instant::now());
    loop {
        if let Some(status) = process.try_wait().unwrap() {
            return status.code().unwrap_or(-1);
        }
        if begun.elapsed() > Duration::from_mins(1) {
            process.kill().unwrap();
            panic!("{arguments:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}
