//! `offramp merge`: shards put together, to the bytes of the whole.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::luck::Progress;
use super::results::{self, CountedRun};
use super::session::Session;
use super::{compare, sweep};
use crate::cli::MergeCommand;
use crate::ensemble::has_room;
use crate::error::{Error, Problem};
use crate::files;
use crate::report::sealed::Flaw;
use crate::report::shard::{Counted, MOST_BYTES, Refusal, Shard};
use crate::request::{Cases, Recorder, Request};
use crate::sim::STREAM_VERSION;

/// What to do about a file that is no shard, or a damaged one.
const REMEDY: &str = "name the files that `--shard I/N` of run, compare or sweep wrote, as it wrote them; run a damaged shard again";

/// How many times the text of a shard is in memory while it is read: parsed, written again for a
/// comparison, counted.
const HELD: usize = 7;

/// Runs the command.
pub fn merge(command: &MergeCommand) -> Result<(), Error> {
    let mut whole: Option<MergedShards> = None;
    // One shard is in memory at a time.
    for path in &command.shards {
        let shard = read(path)?;
        match &mut whole {
            Some(whole) => whole.add(&shard, path)?,
            None => whole = Some(MergedShards::begin(shard, path)?),
        }
    }
    let Some(whole) = whole else {
        return wrong("there are no shards", "name their files");
    };
    whole.check_complete()?;
    report(whole, &Session::new(&command.output, command.threads))
}

/// Prints and writes what the shards came to together, as the whole would have.
fn report(whole: MergedShards, session: &Session) -> Result<(), Error> {
    let MergedShards {
        first,
        cases,
        counted,
        ..
    } = whole;
    let texts = first.texts;
    match (&first.request, &cases, counted) {
        (Request::Run(request), Cases::Run(scenario), Counted::Run(tally)) => {
            let mut delivery = results::open(request, scenario, texts, session)?;
            let counted = CountedRun {
                request,
                scenario,
                tally: &tally,
                stopped: false,
            };
            results::report(&counted, &mut delivery, Ok(None)).map(drop)
        }
        (Request::Compare(request), Cases::Compare(compared), Counted::Compare(paired)) => {
            let mut delivery = compare::open(request, compared, texts, session)?;
            compare::report(request, compared, &paired, &mut delivery).map(drop)
        }
        (Request::Sweep(request), Cases::Sweep(along), Counted::Sweep(points)) => {
            let mut delivery = sweep::open(request, along, texts, session)?;
            let progress = Progress::new(sweep::to_compare(request), session.quiet);
            let points = points.into_values().collect();
            sweep::report(request, along, points, progress, &mut delivery).map(drop)
        }
        _ => Err(Error::Fault(Problem::new(
            "the shards are of another kind than their request",
        ))),
    }
}

/// Reads a shard.
///
/// # Errors
/// A file that is none.
pub fn read(path: &Path) -> Result<Shard, Error> {
    let text = files::text(path, MOST_BYTES).map_err(|reason| reason.error(path, REMEDY))?;
    if !has_room(text.len() * HELD) {
        let problem = Problem::new(format!(
            "there is too little memory to read {}",
            path.display()
        ));
        let help = "allow the program more memory (`ulimit -v`), or cut the sweep into more shards";
        return Err(Error::Memory(problem.help(help)));
    }
    Shard::parse(&text).map_err(|flaw| flawed(&flaw, path))
}

fn flawed(flaw: &Flaw, path: &Path) -> Error {
    flaw.error(path, "shard", REMEDY)
}

/// The shards that were read, put together.
struct MergedShards {
    /// The first, without its counts.
    first: Shard,
    cases: Cases,
    counted: Counted,
    /// Where each part was read from.
    parts: BTreeMap<u64, PathBuf>,
}

impl MergedShards {
    fn begin(mut first: Shard, path: &Path) -> Result<Self, Error> {
        if first.stream_version != STREAM_VERSION {
            let message = format!("{} was made with another stream version", path.display());
            return wrong(&message, "run all shards with this version of offramp");
        }
        // Of the texts only those are kept that the request needs.
        let texts = Recorder::new(&first.texts);
        let cases = first.request.resolve(&texts)?;
        let needed = texts.texts();
        first.texts = needed;
        if first.request.digest(&cases)? != first.inputs {
            let message = format!(
                "what is asked for in {} was changed since it was run",
                path.display()
            );
            return wrong(&message, "run the shards again");
        }
        let counted = counted(&first, &cases, path)?;
        first.counts.clear();
        let parts = [(first.part, path.to_owned())].into();
        Ok(Self {
            first,
            cases,
            counted,
            parts,
        })
    }

    fn add(&mut self, shard: &Shard, path: &Path) -> Result<(), Error> {
        if !shard.is_of_the_whole_of(&self.first) {
            let before = self
                .parts
                .get(&self.first.part)
                .map(|path| path.display().to_string())
                .unwrap_or_default();
            let message = format!("{} belongs to another result than {before}", path.display());
            let help = "all shards must have the same version of offramp, inputs, seed, trials and number of parts";
            return wrong(&message, help);
        }
        if let Some(before) = self.parts.insert(shard.part, path.to_owned()) {
            let message = format!(
                "shard {} of {} is there twice: {} and {}",
                shard.part,
                shard.of,
                before.display(),
                path.display()
            );
            return wrong(&message, "name every shard once");
        }
        let more = counted(shard, &self.cases, path)?;
        self.counted.add(more).map_err(|flaw| flawed(&flaw, path))
    }

    fn check_complete(&self) -> Result<(), Error> {
        let Shard { of, .. } = self.first;
        if let Some(missing) = (1..=of).find(|part| !self.parts.contains_key(part)) {
            let others = of - self.parts.len() as u64 - 1;
            let more = if others == 0 {
                String::new()
            } else {
                format!(", and {others} more")
            };
            return wrong(
                &format!("shard {missing} of {of} is missing{more}"),
                "name the files of all shards",
            );
        }
        Ok(())
    }
}

/// What a shard counted, of exactly what falls to it.
fn counted(shard: &Shard, cases: &Cases, path: &Path) -> Result<Counted, Error> {
    shard.counted(cases).map_err(|refusal| match refusal {
        Refusal::Flaw(flaw) => flawed(&flaw, path),
        Refusal::Error(error) => error,
    })
}

fn wrong<T>(message: &str, help: &str) -> Result<T, Error> {
    Err(Error::Scenario(vec![Problem::new(message).help(help)]))
}
