//! `offramp sweep`: how the outcomes change along a number, or along two.

use std::io::Write;
use std::sync::atomic::Ordering;

use super::charts::{self, Drawn};
use super::study::{self, Progress, Study};
use super::{output, stop, varied};
use crate::chart::{self, Caption};
use crate::cli::{Format, SweepCommand};
use crate::ensemble::has_room;
use crate::error::{Error, Problem};
use crate::files;
use crate::folder::{Folder, Place, disk};
use crate::model::Model;
use crate::report::sweep::{self, Swept};
use crate::report::{self, csv};
use crate::scenario::{Document, Scenario, Setting, Settings};
use crate::study::words::count;
use crate::study::{Axis, Beside, Point, Sweep, combination, how_many, most_compared};

const FILES: [&str; 3] = ["sweep.json", "sweep.csv", "dictionary.csv"];
const CHART: &str = "sweep";

/// Runs the command.
pub fn sweep(command: &SweepCommand) -> Result<(), Error> {
    let options = &command.options;
    if command.vary.len() > 2 {
        let problem = Problem::new(format!("a sweep has one axis or two, not {}", command.vary.len()));
        return Err(Error::Usage(problem.help("give `--vary` once for curves, twice for a grid")));
    }
    let lengths: Vec<usize> = command.vary.iter().map(|axis| axis.values().len()).collect();
    let all = study::affordable(&lengths, options.trials)?;
    let (document, settings) = (files::document(&command.scenario)?, options.settings.settings());
    let base = document.assemble(&settings)?;
    study::warn(options, &base, &[])?;
    varied::check(options, &base, &command.vary)?;
    let along = Along { document: &document, settings: &settings, axes: &command.vary };
    let asked = how_many(&command.vary);
    along.check(asked, !options.output.has_notes())?;
    let points = room_for(asked)?;
    let place = Place::of_sweep(&base, &command.vary, command.outcome.name());
    let mut folder = study::open(options, &place, &FILES, &[CHART.to_owned()])?;
    let beside_at_most = 2 * options.trials * most_compared(&command.vary);
    let mut progress = Progress::new(all + beside_at_most, !options.output.has_notes());
    let base_values = command.vary.iter().map(|axis| base.number(axis.path())).collect();
    let points = run(command, &along, points, &mut progress)?;
    let sweep = Sweep { axes: command.vary.clone(), base: base_values, points, beside: Vec::new() };
    let mut sweep = sweep.as_far_as_it_came().ok_or_else(study::stopped)?;
    let beside = beside(command, &along, &sweep, &mut progress)?;
    let stopped = sweep.points.len() < asked || beside.is_none();
    sweep.beside = beside.unwrap_or_default();
    drop(progress);
    let (seed, trials, quantity) = (options.seed, options.trials, command.outcome);
    let swept = Swept { scenario: &base, seed, trials, quantity, asked, stopped, sweep: &sweep };
    print_and_write(command, &swept, folder.as_mut())?;
    if swept.complete() {
        return Ok(());
    }
    let problem = Problem::warning(format!("stopped after {} of {asked} points", sweep.points.len()));
    Err(Error::Stopped(problem.help("what is reported is of those points")))
}

/// What is run at each point: each model is made when it is needed, so that no two models are held at once.
struct Along<'a> {
    document: &'a Document,
    settings: &'a Settings,
    axes: &'a [Axis],
}

impl Along<'_> {
    /// The model at a point, by its place.
    fn model(&self, place: usize) -> Result<(Vec<f64>, Model), Error> {
        let values = combination(self.axes, place);
        Ok((values.clone(), at(self.document, self.settings, self.axes, &values)?.model))
    }

    /// Reads all points before the first is run, so that a value out of range costs no time.
    fn check(&self, many: usize, quiet: bool) -> Result<(), Error> {
        let stop = stop::flag();
        let mut progress = Progress::of(many as u64, "points read", quiet);
        for place in 0..many {
            if stop.load(Ordering::Relaxed) {
                return Err(study::stopped());
            }
            self.model(place)?;
            progress.step();
        }
        Ok(())
    }
}

/// A place in memory for each point: asked for before the first is run, with as much again for what points hold.
fn room_for(many: usize) -> Result<Vec<Point>, Error> {
    let mut points = Vec::new();
    if points.try_reserve_exact(many).is_err() || !has_room(many * size_of::<Point>()) {
        let problem = Problem::new(format!("there is too little memory for {} points", count(many as u64)));
        return Err(Error::Memory(
            problem.help("ask for fewer points, or allow the program more memory (`ulimit -v`)"),
        ));
    }
    Ok(points)
}

/// Runs the points one after the other, as far as the user lets it.
fn run(
    command: &SweepCommand,
    along: &Along<'_>,
    mut points: Vec<Point>,
    progress: &mut Progress,
) -> Result<Vec<Point>, Error> {
    let many = how_many(&command.vary);
    for place in 0..many {
        let (values, model) = along.model(place)?;
        match study::run(&model, &command.options, progress) {
            Err(Error::Stopped(_)) => break,
            tally => points.push(Point::new(values, command.outcome, &model, &tally?)),
        }
    }
    Ok(points)
}

/// Runs the points that the title compares beside each other; none where the user stops it.
fn beside(
    command: &SweepCommand,
    along: &Along<'_>,
    sweep: &Sweep,
    progress: &mut Progress,
) -> Result<Option<Vec<Beside>>, Error> {
    let mut all = Vec::new();
    let compared = sweep.compared();
    progress.expect(2 * command.options.trials * compared.len() as u64);
    for (from, to, among) in compared {
        let ((_, one), (_, other)) = (along.model(from)?, along.model(to)?);
        let paired = match study::paired(&[&one, &other], &command.options, progress) {
            Err(Error::Stopped(_)) => return Ok(None),
            paired => paired?,
        };
        all.extend(Beside::new((from, to), [&one, &other], &paired, command.outcome, among));
    }
    Ok(Some(all))
}

/// The scenario at a point.
pub fn at(document: &Document, settings: &Settings, axes: &[Axis], values: &[f64]) -> Result<Scenario, Error> {
    let set = axes.iter().zip(values).map(|(axis, &value)| Setting::vary(axis.path(), value)).collect();
    document.assemble(&settings.with(&Settings { set, ..Settings::default() }))
}

fn print_and_write(command: &SweepCommand, swept: &Swept<'_>, folder: Option<&mut Folder>) -> Result<(), Error> {
    let options = &command.options;
    study::check_again(options, swept.complete())?;
    let printed = match options.output.format {
        Format::Json => output::print_all(|out| sweep::json(swept, out)),
        Format::Table if options.output.quiet => Ok(()),
        Format::Table => output::print(&sweep::table(swept)),
    };
    output::both(printed, folder.map_or(Ok(()), |folder| write(command, swept, folder)))
}

fn write(command: &SweepCommand, swept: &Swept<'_>, folder: &mut Folder) -> Result<(), Error> {
    for (name, file) in [(FILES[0], sweep::json as fn(&Swept<'_>, &mut dyn Write) -> _), (FILES[1], sweep::csv)] {
        let mut passing = folder.begin(name)?;
        file(swept, &mut passing).map_err(|reason| disk(passing.place(), &reason))?;
        folder.finish(name, passing)?;
    }
    let files = [(FILES[2].to_owned(), csv::dictionary()?)];
    let drawn = drawn(command, swept)?;
    let studied = Study { scenarios: &[swept.scenario], trials: swept.trials, complete: swept.complete() };
    study::write(folder, &command.options, &studied, &files, drawn)
}

/// The chart, in the kinds that are wanted.
fn drawn(command: &SweepCommand, swept: &Swept<'_>) -> Result<Drawn, Error> {
    let early = if swept.complete() { "" } else { ", stopped early" };
    let title = report::title(swept.scenario) + early;
    let caption = Caption { scenario: &title, trials: swept.trials, seed: swept.seed };
    let picture = |_| chart::sweep(swept.sweep, swept.quantity, &caption);
    charts::draw(&[CHART.to_owned()], &command.options.output.charts, Some(1), picture)
}
