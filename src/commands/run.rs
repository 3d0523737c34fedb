//! `offramp run`: a scenario in, the spread of outcomes out.

use std::collections::BTreeMap;

use super::results::{self, Counted, Wanted};
use super::simulate::{Job, simulate};
use super::{output, stop};
use crate::cli::{Format, RunCommand, values};
use crate::error::{Error, Problem, printable};
use crate::files;
use crate::folder::{NewShard, Place};
use crate::report::shard::Shard;
use crate::sim::STREAM_VERSION;
use crate::study::words::{self, PURPOSE};

/// How many trials are run where the user does not say.
const TRIALS: u64 = 100_000;
/// How many at most where they run until they are precise.
const MOST_FOR_PRECISION: u64 = 100_000_000;

/// Runs the command.
pub fn run(command: &RunCommand) -> Result<(), Error> {
    let options = &command.options;
    let settings = options.settings.settings();
    let scenario = files::document(&command.scenario)?.assemble(&settings)?;
    if !options.output.quiet {
        output::warn(&scenario.warnings);
        output::warn(&scenario.unheard(&settings));
    }
    let most = if options.precision.is_some() { MOST_FOR_PRECISION } else { TRIALS };
    let asked = options.trials.unwrap_or(most);
    let job = Job {
        scenario: &scenario,
        seed: options.seed,
        trials: options.shard.map_or(0..asked, |shard| shard.trials(asked)),
        threads: options.threads.map(Into::into),
        precision: options.precision,
        quiet: options.output.quiet,
    };
    let place = if options.shard.is_some() { Place::of_shards(&scenario) } else { Place::of_run(&scenario) };
    let wanted = Wanted::new(&options.output, place, options.trials_csv, job.threads);
    if let Some(shard) = options.shard {
        return run_shard(&job, shard, asked, &wanted);
    }
    if wanted.draws() && !wanted.quiet {
        output::warn_of_missing_characters(&scenario, &[])?;
    }
    let mut folder = wanted.open()?;
    let done = simulate(&job, folder.as_ref().filter(|_| options.trials_csv))?;
    if !done.precise && !done.stopped {
        let problem = Problem::warning(format!("the precision asked for takes more than {}", words::trials(asked)));
        output::warn(&[problem.help("see the intervals, and allow more with `--trials`")]);
    }
    let (seed, tally, stopped) = (options.seed, &done.tally, done.stopped);
    let counted = Counted { scenario: &scenario, seed, tally, asked, stopped };
    results::report(&counted, &wanted, folder.as_mut(), done.trials_csv)?;
    results::end(&counted)
}

/// Runs a part of the trials and writes their counts.
fn run_shard(job: &Job<'_>, shard: values::Shard, asked: u64, wanted: &Wanted) -> Result<(), Error> {
    let name = format!("shard-{}-of-{}.json", shard.part, shard.of);
    let Some(path) = &wanted.folder else { return Ok(()) }; // the command line lets no shard go without files
    let scenario = job.scenario;
    let mut written = Shard {
        purpose: PURPOSE.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        stream_version: STREAM_VERSION,
        source: scenario.source.clone(),
        slug: scenario.slug.clone(),
        changes: scenario.changes.clone(),
        sha256: scenario.digest(),
        scenario: scenario.resolved(),
        seed: job.seed,
        seed_text: job.seed.to_string(),
        trials: asked,
        part: shard.part,
        of: shard.of,
        counts: BTreeMap::new(),
    };
    stop::flag(); // before there is anything on the disk that a Ctrl-C might leave behind
    let names = [name.clone()];
    let expected = written.clone();
    let is_same = |text: &str| Shard::parse(text).is_ok_and(|there| there.is_the_part(&expected));
    let part = NewShard::begin(&wanted.request(path, &names), is_same)?;
    let done = simulate(job, None)?;
    if done.stopped {
        let problem = Problem::warning(format!("stopped; shard {} of {} was not written", shard.part, shard.of));
        return Err(Error::Stopped(problem.help("run it again: a shard is whole or not at all")));
    }
    written.counts = Shard::counts_of(&done.tally);
    let text = written.json()?;
    if let Err(error) = part.complete(text.as_bytes()) {
        return printed_instead(shard, &name, &text, error);
    }
    if wanted.quiet || wanted.format == Format::Json {
        return Ok(());
    }
    let (done, place) = (words::trials(done.tally.trials), printable(&path.join(&name).display().to_string()));
    output::print(&format!("Shard {} of {}: {done}, {place}\n", shard.part, shard.of))
}

/// Prints the counts of a shard that has no file: nothing else holds them, and a user can make one of what is printed.
fn printed_instead(shard: values::Shard, name: &str, text: &str, error: Error) -> Result<(), Error> {
    let problem = Problem::warning(format!("the counts of shard {} of {} are printed instead", shard.part, shard.of));
    output::warn(&[problem.help(format!("save them as {name}, and `offramp merge` takes them"))]);
    output::both(output::print(text), Err(error))
}
