//! `offramp merge`: the shards of a run put together, to the bytes of the whole.

use std::path::{Path, PathBuf};

use super::results::{self, Counted, Wanted};
use crate::cli::MergeCommand;
use crate::error::{Error, Problem};
use crate::folder::manifest;
use crate::report::shard::Shard;
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;
use crate::tally::Tally;

/// No shard is longer.
const MOST_BYTES: u64 = 64 << 20;

/// Runs the command.
pub fn merge(command: &MergeCommand) -> Result<(), Error> {
    let shards = command.shards.iter().map(|path| read(path)).collect::<Result<Vec<Shard>, Error>>()?;
    let first = whole(&shards, &command.shards)?;
    let scenario = Scenario::restored(&first.scenario, &first.source, &first.slug, &first.changes)?;
    if scenario.digest() != first.sha256 {
        return wrong("the scenario in the shards was changed since they were run", "run the shards again");
    }
    let mut tally = Tally::new(&scenario.model);
    for shard in &shards {
        tally.merge(&shard.tally(&scenario.model)?);
    }
    if tally.trials != first.trials {
        let message = format!("the shards hold {} trials, and the run has {}", tally.trials, first.trials);
        return wrong(&message, "run the shards again");
    }
    let wanted = Wanted::new(&command.output, &scenario.slug, false);
    let mut folder = wanted.open()?;
    let counted = Counted { scenario: &scenario, seed: first.seed, tally: &tally, asked: first.trials, stopped: false };
    results::report(&counted, &wanted, folder.as_mut(), Ok(None))?;
    Ok(())
}

/// Reads a shard.
///
/// # Errors
/// A file that is none.
pub fn read(path: &Path) -> Result<Shard, Error> {
    let text = manifest::read(path, MOST_BYTES)?;
    serde_json::from_str(&text).map_err(|reason| {
        let problem = Problem::new(format!("{} is no shard: {reason}", path.display()));
        Error::Scenario(vec![problem.help("name the files that `offramp run --shard I/N` wrote")])
    })
}

/// The first of the shards, once they are all there, each once and of one run.
fn whole<'s>(shards: &'s [Shard], paths: &[PathBuf]) -> Result<&'s Shard, Error> {
    let Some(first) = shards.first() else { return wrong("there are no shards", "name their files") };
    if first.stream_version != STREAM_VERSION {
        return wrong("the shards were made with another stream version", "run them with one version of offramp");
    }
    let mut named = shards.iter().zip(paths);
    if let Some((_, path)) = named.find(|(shard, _)| !shard.is_of_the_run_of(first)) {
        let before = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
        let message = format!("{} is of another run than {before}", path.display());
        return wrong(&message, "all shards must have the same scenario, settings, seed, trials and number of parts");
    }
    let mut parts: Vec<u64> = shards.iter().map(|shard| shard.part).collect();
    parts.sort_unstable();
    let twice = parts.iter().zip(&parts[1..]).find(|(one, next)| one == next);
    if let Some((part, _)) = twice {
        return wrong(&format!("shard {part} of {} is there twice", first.of), "name every shard once");
    }
    if let Some(missing) = (1..=first.of).find(|part| !parts.contains(part)) {
        return wrong(&format!("shard {missing} of {} is missing", first.of), "name the files of all shards");
    }
    Ok(first)
}

fn wrong<T>(message: &str, help: &str) -> Result<T, Error> {
    Err(Error::Scenario(vec![Problem::new(message).help(help)]))
}
