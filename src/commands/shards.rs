//! A part of a run, a comparison or a sweep: counted, and written for `offramp merge`.

use super::luck::{Progress, SharedLuck};
use super::session::Session;
use super::simulate::{Job, simulate};
use super::{compare, output, stop, sweep};
use crate::cli::{Format, values};
use crate::ensemble::has_room;
use crate::error::{Error, Problem, printable};
use crate::files::Scenarios;
use crate::folder::{self, Destination, NewShard};
use crate::numerals;
use crate::report::shard::{MOST_BYTES, Shard, WrittenCounts, rows};
use crate::report::words::{self, PURPOSE};
use crate::request::{Along, Cases, Compared, Recorder, Request, Texts};
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;

/// How many times the counts of a shard are in memory while it is written: as text, and on the way
/// to it.
const HELD: usize = 5;

/// Counts a part of a request, and writes its counts.
pub fn run(request: Request, part: values::ShardPart, session: &Session) -> Result<(), Error> {
    let texts = Recorder::new(&Scenarios);
    let cases = request.resolve(&texts)?;
    let place = warn(&request, &cases, session)?;
    let Some(path) = session.folder(&place) else {
        return Ok(());
    }; // the command line lets no shard go without files
    let mut shard = begun(request, texts.texts(), &cases, part)?;
    stop::flag(); // before there is anything on the disk that a Ctrl-C might leave behind
    let name = format!("shard-{}-of-{}.json", part.part, part.of);
    let wanted = folder::Claim {
        path: &path,
        names: std::slice::from_ref(&name),
        what: &place.what,
        is_chosen: session.is_chosen(),
    };
    let expected = shard.clone();
    let new = NewShard::begin(&wanted, |text| {
        Shard::parse(text).is_ok_and(|there| there.is_the_part(&expected))
    })?;
    let Some(counts) = count(&shard, &cases, session)? else {
        let problem = Problem::warning(format!(
            "stopped; shard {} of {} was not written",
            part.part, part.of
        ));
        return Err(Error::Stopped(
            problem.help("run it again: a shard is whole or not at all"),
        ));
    };
    shard.counts = counts;
    let text = shard.json()?;
    if text.len() as u64 > MOST_BYTES {
        return Err(too_long(part));
    }
    if let Err(error) = new.complete(text.as_bytes()) {
        // Nothing else holds these counts. What they lack is a file, and a user can make one of
        // what is printed.
        let problem = Problem::warning(format!(
            "the counts of shard {} of {} are printed instead",
            part.part, part.of
        ));
        output::warn(&[problem.help(format!(
            "save them as {name}, and `offramp merge` takes them"
        ))]);
        return output::both(output::print(&text), Err(error));
    }
    if session.quiet || session.format == Format::Json {
        return Ok(());
    }
    let place = printable(&path.join(&name).display().to_string());
    output::print(&format!(
        "Shard {} of {}: {}, {place}\n",
        part.part,
        part.of,
        held(&shard, &cases)
    ))
}

/// A shard without its counts.
fn begun(
    request: Request,
    texts: Texts,
    cases: &Cases,
    part: values::ShardPart,
) -> Result<Shard, Error> {
    Ok(Shard {
        purpose: PURPOSE.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        stream_version: STREAM_VERSION,
        inputs: request.digest(cases)?, // which reads every point, so that one out of range costs no time
        seed_text: request.seed().to_string(),
        request,
        texts,
        part: part.part,
        of: part.of,
        counts: Vec::new(),
    })
}

/// Says, before the first trial, what is said of the whole. Gives the place of its shards.
fn warn(request: &Request, cases: &Cases, session: &Session) -> Result<Destination, Error> {
    match (request, cases) {
        (Request::Compare(request), Cases::Compare(compared)) => {
            compare::warn(request, compared, session);
            Ok(Destination::of_comparison(&compared.base, &compared.variants).of_shards())
        }
        (Request::Sweep(request), Cases::Sweep(along)) => {
            sweep::warn(request, along, session)?;
            Ok(
                Destination::of_sweep(&along.base, &request.axes, request.quantity.name())
                    .of_shards(),
            )
        }
        (Request::Run(request), Cases::Run(scenario)) => {
            session.warn(&scenario.warnings);
            session.warn(&scenario.unheard(&request.settings));
            Ok(Destination::of_run(scenario).of_shards())
        }
        _ => Err(Error::Fault(Problem::new("such a request has no shards"))),
    }
}

/// What falls to a part; none where the user stopped it.
fn count(
    shard: &Shard,
    cases: &Cases,
    session: &Session,
) -> Result<Option<Vec<WrittenCounts>>, Error> {
    match cases {
        Cases::Run(scenario) | Cases::Shake(scenario) | Cases::Discover(scenario) => {
            count_run(shard, cases, scenario, session)
        }
        Cases::Compare(compared) => count_pairs(shard, cases, compared, session),
        Cases::Sweep(along) | Cases::Tip(along) => count_points(shard, cases, along, session),
        Cases::Story(_) => Err(Error::Fault(Problem::new("a story has no shards"))),
        Cases::Why(_) => Err(Error::Fault(Problem::new("such a request has no shards"))),
        Cases::Rank(_) => Err(Error::Fault(Problem::new("a ranking has no shards"))),
    }
}

fn count_run(
    shard: &Shard,
    cases: &Cases,
    scenario: &Scenario,
    session: &Session,
) -> Result<Option<Vec<WrittenCounts>>, Error> {
    let job = Job {
        scenario,
        seed: shard.request.seed(),
        trials: shard.range(cases),
        threads: session.threads,
        precision: None,
        quiet: session.quiet,
    };
    let done = simulate(&job, None)?;
    Ok((!done.stopped).then(|| vec![rows(done.tally.counts())]))
}

fn count_pairs(
    shard: &Shard,
    cases: &Cases,
    compared: &Compared,
    session: &Session,
) -> Result<Option<Vec<WrittenCounts>>, Error> {
    let range = shard.range(cases);
    let models = compared.models();
    let trials = range.end - range.start;
    let mut progress = Progress::new(trials * models.len() as u64, session.quiet);
    let luck = SharedLuck {
        seed: shard.request.seed(),
        trials,
        threads: session.threads,
    };
    let paired = luck.part(&models, range, &mut progress)?;
    if paired.tallies.iter().any(|tally| tally.trials < trials) {
        return Ok(None);
    }
    let of_each = paired.tallies.iter().map(|tally| rows(tally.counts()));
    Ok(Some(
        of_each
            .chain(paired.pairs.iter().map(|pair| rows(pair.counts())))
            .collect(),
    ))
}

fn count_points(
    shard: &Shard,
    cases: &Cases,
    along: &Along,
    session: &Session,
) -> Result<Option<Vec<WrittenCounts>>, Error> {
    let range = shard.range(cases);
    let many = range.end - range.start;
    let trials = shard.request.trials();
    let luck = SharedLuck {
        seed: shard.request.seed(),
        trials,
        threads: session.threads,
    };
    let mut progress = Progress::new(trials * many, session.quiet);
    let mut all = Vec::new();
    let mut bytes = 0;
    for place in range {
        let (_, model) = along.model(place as usize)?;
        match luck.run(&model, &mut progress) {
            Err(Error::Stopped(_)) => return Ok(None),
            tally => all.push(rows(tally?.counts())),
        }
        let last = all.iter().skip(all.len() - 1).flatten();
        bytes += last
            .map(|(name, row)| name.len() + row.len())
            .sum::<usize>();
        // What cannot be written is not computed to its end; nor is what there is no memory for, as
        // far as one point tells.
        if bytes as u64 > MOST_BYTES {
            return Err(too_long(values::ShardPart {
                part: shard.part,
                of: shard.of,
            }));
        }
        if all.len() == 1 && !has_room(bytes * many as usize * HELD) {
            return Err(too_little_memory(shard));
        }
    }
    Ok(Some(all))
}

fn too_little_memory(shard: &Shard) -> Error {
    let problem = Problem::new(format!(
        "there is too little memory for shard {} of {}",
        shard.part, shard.of
    ));
    Error::Memory(
        problem
            .help("cut the sweep into more shards, or allow the program more memory (`ulimit -v`)"),
    )
}

fn too_long(part: values::ShardPart) -> Error {
    let message = format!(
        "shard {} of {} would be longer than any that `offramp merge` takes",
        part.part, part.of
    );
    Error::Usage(
        Problem::new(message).help("cut it into more shards: `--shard 1/N` with a larger N"),
    )
}

/// What a shard holds, in words.
fn held(shard: &Shard, cases: &Cases) -> String {
    let range = shard.range(cases);
    let many = range.end - range.start;
    match cases {
        Cases::Run(_)
        | Cases::Story(_)
        | Cases::Why(_)
        | Cases::Rank(_)
        | Cases::Shake(_)
        | Cases::Discover(_) => words::trials(many),
        Cases::Compare(_) => format!("{} of each", words::trials(many)),
        Cases::Sweep(_) | Cases::Tip(_) => {
            let points = if many == 1 {
                "1 point".to_owned()
            } else {
                format!("{} points", numerals::count(many))
            };
            format!("{points} of {}", words::trials(shard.request.trials()))
        }
    }
}
