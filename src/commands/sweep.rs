//! `offramp sweep`: how the outcomes change along a number, or along two.

use std::sync::atomic::Ordering;

use super::delivery::{Delivery, Extra};
use super::luck::{self, Progress, SharedLuck};
use super::session::Session;
use super::{shards, stop};
use crate::cli::SweepCommand;
use crate::ensemble::has_room;
use crate::error::{Error, Problem};
use crate::files::Scenarios;
use crate::folder::Destination;
use crate::folder::manifest::Manifest;
use crate::numerals::count;
use crate::report::view::sweep::names;
use crate::request::{Along, Recorder, Request, SweepRequest, Texts};
use crate::scenario::Resolver;
use crate::study::{ComparedPoints, Point, Standing, Study, Sweep, SweepStudy, most_compared};

/// Runs the command.
pub fn sweep(command: &SweepCommand) -> Result<(), Error> {
    let session = Session::new(&command.options.output, command.options.threads);
    match command.shard {
        Some(part) => shards::run(Request::Sweep(command.request()), part, &session),
        None => carry_out(&command.request(), &Scenarios, &session).map(drop),
    }
}

/// Carries out a request. Gives the manifest, where there are files.
pub fn carry_out(
    request: &SweepRequest,
    texts: &dyn Resolver,
    session: &Session,
) -> Result<Option<Manifest>, Error> {
    let texts = Recorder::new(texts);
    let along = request.resolve(&texts)?;
    warn(request, &along, session)?;
    read_all(&along, session.quiet)?;
    let points = room_for(along.points())?;
    let mut delivery = open(request, &along, texts.texts(), session)?;
    let all = along.points() as u64 * request.trials + to_compare(request);
    let mut progress = Progress::new(all, session.quiet);
    let points = run(request, &along, points, session, &mut progress)?;
    session.refuse_part(points.len() < along.points())?;
    report(request, &along, points, progress, &mut delivery)
}

/// Says what the user should know before the first trial.
///
/// # Errors
/// Settings without effect.
pub fn warn(request: &SweepRequest, along: &Along, session: &Session) -> Result<(), Error> {
    session.warn(&along.base.warnings);
    session.warn(&along.base.unheard(&request.settings));
    session.warn(&along.overlaps()?);
    Ok(())
}

/// Opens the folder before the first trial, and keeps what was asked for.
///
/// # Errors
/// A scenario that is too large to be kept; as [`Delivery::open`].
pub fn open<'s>(
    request: &SweepRequest,
    along: &Along,
    texts: Texts,
    session: &'s Session,
) -> Result<Delivery<'s>, Error> {
    let place = Destination::of_sweep(&along.base, &request.axes, request.quantity.name());
    let kept = Request::Sweep(request.clone());
    let mut delivery = Delivery::new(kept, texts, &[&along.base], place, session)?;
    delivery.open(&names(), None)?;
    Ok(delivery)
}

/// How many trials the points take at most that the title compares, and the scenario itself.
pub fn to_compare(request: &SweepRequest) -> u64 {
    (2 * most_compared(&request.axes) + 1) * request.trials
}

/// Prints and writes what was counted at the points, as far as it came; those that the title
/// compares are run first.
///
/// # Errors
/// [`Error::Stopped`] where there is nothing to report, or less than was asked for; disk trouble.
pub fn report(
    request: &SweepRequest,
    along: &Along,
    points: Vec<Point>,
    mut progress: Progress,
    delivery: &mut Delivery<'_>,
) -> Result<Option<Manifest>, Error> {
    let base = request
        .axes
        .iter()
        .map(|axis| Standing::new(&along.base, axis.path()))
        .collect();
    let sweep = Sweep {
        axes: request.axes.clone(),
        base,
        points,
        compared: Vec::new(),
        own: None,
    };
    let mut sweep = sweep.as_far_as_it_came().ok_or_else(luck::stopped)?;
    let session = delivery.session;
    if !sweep.has_own_point() {
        sweep.own = own(request, along, session, &mut progress)?;
    }
    let compared = compared(request, along, &sweep, session, &mut progress)?;
    drop(progress); // off the terminal before anything is printed
    session.refuse_part(compared.is_none())?;
    let stopped = sweep.points.len() < along.points() || compared.is_none();
    sweep.compared = compared.unwrap_or_default();
    let done = sweep.points.len();
    let study = SweepStudy {
        subject: (&along.base).into(),
        seed: request.seed,
        trials: request.trials,
        quantity: request.quantity,
        asked: along.points(),
        stopped,
        sweep,
    };
    let manifest = delivery.deliver(&Study::Sweep(study), Ok(Extra::default()))?;
    if stopped {
        Err(stopped_after(done, along.points()))
    } else {
        Ok(manifest)
    }
}

/// The end of a sweep that its user stopped, once everything is written and printed.
fn stopped_after(done: usize, asked: usize) -> Error {
    let message = if done < asked {
        format!("stopped after {done} of {asked} points")
    } else {
        "stopped before the points that the title compares were run beside each other".to_owned()
    };
    Error::Stopped(Problem::warning(message).help("what is reported is of those points"))
}

/// Reads all points before the first is run, so that a value out of range costs no time.
fn read_all(along: &Along, quiet: bool) -> Result<(), Error> {
    let stop = stop::flag();
    let mut progress = Progress::of(along.points() as u64, "points read", quiet);
    for place in 0..along.points() {
        if stop.load(Ordering::Relaxed) {
            return Err(luck::stopped());
        }
        along.scenario(place)?;
        progress.step();
    }
    Ok(())
}

/// A place in memory for each point: asked for before the first is run, with as much again for what
/// points hold.
///
/// # Errors
/// Too little memory.
fn room_for(many: usize) -> Result<Vec<Point>, Error> {
    let mut points = Vec::new();
    if points.try_reserve_exact(many).is_err() || !has_room(many * size_of::<Point>()) {
        let problem = Problem::new(format!(
            "there is too little memory for {} points",
            count(many as u64)
        ));
        return Err(Error::Memory(problem.help(
            "ask for fewer points, or allow the program more memory (`ulimit -v`)",
        )));
    }
    Ok(points)
}

/// Runs the points one after the other, as far as the user lets it.
fn run(
    request: &SweepRequest,
    along: &Along,
    mut points: Vec<Point>,
    session: &Session,
    progress: &mut Progress,
) -> Result<Vec<Point>, Error> {
    let luck = SharedLuck {
        seed: request.seed,
        trials: request.trials,
        threads: session.threads,
    };
    for place in 0..along.points() {
        let (values, model) = along.model(place)?;
        match luck.run(&model, progress) {
            Err(Error::Stopped(_)) => break,
            tally => points.push(Point::new(values, request.quantity, &model, &tally?)),
        }
    }
    Ok(points)
}

/// Runs the scenario itself, which stands at none of the points; none where the user stops it.
fn own(
    request: &SweepRequest,
    along: &Along,
    session: &Session,
    progress: &mut Progress,
) -> Result<Option<Box<Point>>, Error> {
    let luck = SharedLuck {
        seed: request.seed,
        trials: request.trials,
        threads: session.threads,
    };
    let model = &along.base.model;
    match luck.run(model, progress) {
        Err(Error::Stopped(_)) => Ok(None),
        tally => {
            let point = Point::new(Vec::new(), request.quantity, model, &tally?);
            Ok(Some(Box::new(point)))
        }
    }
}

/// Runs the points that the title compares beside each other; none where the user stops it.
fn compared(
    request: &SweepRequest,
    along: &Along,
    sweep: &Sweep,
    session: &Session,
    progress: &mut Progress,
) -> Result<Option<Vec<ComparedPoints>>, Error> {
    let luck = SharedLuck {
        seed: request.seed,
        trials: request.trials,
        threads: session.threads,
    };
    let mut all = Vec::new();
    let compared = sweep.compared();
    progress.expect(2 * request.trials * compared.len() as u64);
    for picked in compared {
        let (_, one) = along.model(picked.from)?;
        let (_, other) = along.model(picked.to)?;
        let paired = match luck.paired(&[&one, &other], progress) {
            Err(Error::Stopped(_)) => return Ok(None),
            paired => paired?,
        };
        all.extend(ComparedPoints::new(
            picked,
            [&one, &other],
            &paired,
            request.quantity,
        ));
    }
    Ok(Some(all))
}
