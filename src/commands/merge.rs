//! `offramp merge`: the shards of a run put together, to the bytes of the whole.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::results::{self, Counted, Wanted};
use crate::cli::{MergeCommand, values};
use crate::error::{Error, Problem};
use crate::files;
use crate::folder::Place;
use crate::report::sealed::Flaw;
use crate::report::shard::{MOST_BYTES, Shard};
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;
use crate::tally::Tally;

/// What to do about a file that is no shard, or a damaged one.
const REMEDY: &str = "name the files that `offramp run --shard I/N` wrote, as it wrote them; run a damaged shard again";

/// Runs the command.
pub fn merge(command: &MergeCommand) -> Result<(), Error> {
    let mut whole: Option<Whole> = None;
    // One shard is in memory at a time.
    for path in &command.shards {
        let shard = read(path)?;
        match &mut whole {
            Some(whole) => whole.add(&shard, path)?,
            None => whole = Some(Whole::begin(shard, path)?),
        }
    }
    let Some(whole) = whole else { return wrong("there are no shards", "name their files") };
    whole.check_complete()?;
    let Whole { first, scenario, tally, .. } = &whole;
    let wanted = Wanted::new(&command.output, Place::of_run(scenario), false, None);
    let mut folder = wanted.open()?;
    let counted = Counted { scenario, seed: first.seed, tally, asked: first.trials, stopped: false };
    results::report(&counted, &wanted, folder.as_mut(), Ok(None))?;
    Ok(())
}

/// Reads a shard.
///
/// # Errors
/// A file that is none.
pub fn read(path: &Path) -> Result<Shard, Error> {
    let text = files::text(path, MOST_BYTES).map_err(|reason| reason.error(path, REMEDY))?;
    Shard::parse(&text).map_err(|flaw| told(&flaw, path))
}

fn told(flaw: &Flaw, path: &Path) -> Error {
    flaw.error(path, "shard", REMEDY)
}

/// The shards that were read, put together.
struct Whole {
    /// The first, without its counts.
    first: Shard,
    scenario: Scenario,
    tally: Tally,
    /// Where each part was read from.
    parts: BTreeMap<u64, PathBuf>,
}

impl Whole {
    fn begin(mut first: Shard, path: &Path) -> Result<Self, Error> {
        if first.stream_version != STREAM_VERSION {
            let message = format!("{} was made with another stream version", path.display());
            return wrong(&message, "run all shards with this version of offramp");
        }
        let scenario = Scenario::restored(&first.scenario, &first.source, &first.slug, &first.changes)?;
        if scenario.digest() != first.sha256 {
            let message = format!("the scenario in {} was changed since it was run", path.display());
            return wrong(&message, "run the shards again");
        }
        let tally = tally(&first, &scenario, path)?;
        first.counts.clear();
        let parts = [(first.part, path.to_owned())].into();
        Ok(Self { first, scenario, tally, parts })
    }

    fn add(&mut self, shard: &Shard, path: &Path) -> Result<(), Error> {
        if !shard.is_of_the_run_of(&self.first) {
            let before = self.parts.get(&self.first.part).map(|path| path.display().to_string()).unwrap_or_default();
            let message = format!("{} is of another run than {before}", path.display());
            let help = "all shards must have the same version of offramp, scenario, settings, seed, trials and number of \
                        parts";
            return wrong(&message, help);
        }
        if let Some(before) = self.parts.insert(shard.part, path.to_owned()) {
            let (before, path, of) = (before.display(), path.display(), shard.of);
            let message = format!("shard {} of {of} is there twice: {before} and {path}", shard.part);
            return wrong(&message, "name every shard once");
        }
        self.tally.merge(&tally(shard, &self.scenario, path)?);
        Ok(())
    }

    fn check_complete(&self) -> Result<(), Error> {
        let Shard { of, .. } = self.first;
        if let Some(missing) = (1..=of).find(|part| !self.parts.contains_key(part)) {
            let others = of - self.parts.len() as u64 - 1;
            let more = if others == 0 { String::new() } else { format!(", and {others} more") };
            return wrong(&format!("shard {missing} of {of} is missing{more}"), "name the files of all shards");
        }
        Ok(())
    }
}

/// The counts of a shard, of exactly the trials that fall to it.
fn tally(shard: &Shard, scenario: &Scenario, path: &Path) -> Result<Tally, Error> {
    let tally = shard.tally(&scenario.model).map_err(|flaw| told(&flaw, path))?;
    let share = values::Shard { part: shard.part, of: shard.of }.trials(shard.trials);
    let broken = if tally.trials != share.end - share.start {
        "it does not hold the trials that fall to it"
    } else if !tally.may_agree(scenario.record.as_ref().map(|record| &record.facts)) {
        "`record` counts more trials than can agree with the record"
    } else {
        return Ok(tally);
    };
    Err(told(&Flaw::Contradiction(broken.to_owned()), path))
}

fn wrong<T>(message: &str, help: &str) -> Result<T, Error> {
    Err(Error::Scenario(vec![Problem::new(message).help(help)]))
}
