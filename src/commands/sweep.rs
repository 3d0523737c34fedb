//! `offramp sweep`: how the outcomes change along a number, or along two.

use std::ffi::OsStr;

use super::study::{self, Progress, Study};
use super::{output, varied};
use crate::chart::{self, Caption};
use crate::cli::SweepCommand;
use crate::error::{Error, Problem};
use crate::folder::{Folder, Place};
use crate::model::Model;
use crate::report::sweep::{self, Swept};
use crate::report::{self, csv};
use crate::scenario::{Scenario, Settings};
use crate::study::{Axis, Findings, Point, Sweep, combinations, estimate};

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
    let settings = options.settings.settings();
    let base = Scenario::load(&command.scenario, &settings)?;
    study::warn(options, &base, &[])?;
    varied::check(options, &base, &command.vary)?;
    let points = combinations(&command.vary);
    // All of them are read before the first is run, so that a value out of range costs no time.
    let read = |values: &Vec<f64>| at(&command.scenario, &settings, &command.vary, values).map(|point| point.model);
    let models = points.iter().map(read).collect::<Result<Vec<Model>, Error>>()?;
    let place = Place::of_sweep(&base, &command.vary, command.outcome.name());
    let mut folder = study::open(options, &place, &FILES, &[CHART.to_owned()])?;
    let mut progress = Progress::new(all, options.output.quiet);
    let asked = points.len();
    let mut done = Vec::new();
    for (values, model) in points.into_iter().zip(models) {
        let tally = match study::run(&model, options, &mut progress) {
            Err(Error::Stopped(_)) => break,
            tally => tally?,
        };
        let findings = Findings { levels: Vec::new(), ..Findings::new(&model, &tally, false) };
        let shown = estimate(command.outcome, &model, &findings, &tally);
        done.push(Point { values, findings, shown: shown.mean, interval: shown.interval });
    }
    drop(progress);
    let base_values = command.vary.iter().map(|axis| value_of(&base, axis.path())).collect();
    let sweep = Sweep { axes: command.vary.clone(), base: base_values, points: done };
    let sweep = sweep.as_far_as_it_came().ok_or_else(study::stopped)?;
    let (seed, trials, quantity) = (options.seed, options.trials, command.outcome);
    let swept = Swept { scenario: &base, seed, trials, quantity, asked, sweep: &sweep };
    print_and_write(command, &swept, folder.as_mut())?;
    if swept.complete() {
        return Ok(());
    }
    let problem = Problem::warning(format!("stopped after {} of {asked} points", sweep.points.len()));
    Err(Error::Stopped(problem.help("what is reported is of those points")))
}

/// The scenario at a point: as `--set` would have it.
pub fn at(scenario: &OsStr, settings: &Settings, axes: &[Axis], values: &[f64]) -> Result<Scenario, Error> {
    let set = axes.iter().zip(values).map(|(axis, value)| (axis.path().to_owned(), format!("{value:?}")));
    let point = Settings { set: set.collect(), ..Settings::default() };
    Scenario::load(scenario, &settings.with(&point)).map_err(|error| of_axes(error, axes))
}

/// A value on an axis is set as `--set` would have it, but what its user wrote is `--vary`.
fn of_axes(error: Error, axes: &[Axis]) -> Error {
    match error {
        Error::Scenario(mut problems) => {
            for place in problems.iter_mut().filter_map(|problem| problem.place.as_mut()) {
                let varied = axes.iter().any(|axis| place.text.starts_with(&format!("{}=", axis.path())));
                if place.file == "--set" && varied {
                    "--vary".clone_into(&mut place.file);
                }
            }
            Error::Scenario(problems)
        }
        other => other,
    }
}

/// The value at a path in a scenario as it is: one, or one and the same at several places.
fn value_of(scenario: &Scenario, path: &str) -> Option<f64> {
    if let Some(id) = path.strip_prefix("arguments.") {
        return scenario.arguments.iter().find(|argument| argument.id == id).map(|argument| argument.weight);
    }
    let values: Vec<f64> = match path {
        "horizon_days" => vec![f64::from(scenario.model.horizon_days)],
        _ => scenario.provenance(path).ok()?.iter().map(|number| number.value.parse().ok()).collect::<Option<_>>()?,
    };
    values.first().copied().filter(|first| values.iter().all(|value| value == first))
}

fn print_and_write(command: &SweepCommand, swept: &Swept<'_>, folder: Option<&mut Folder>) -> Result<(), Error> {
    let json = sweep::json(swept)?;
    let printed = study::print(&command.options, &json, || sweep::table(swept));
    output::both(printed, folder.map_or(Ok(()), |folder| write(command, swept, json, folder)))
}

fn write(command: &SweepCommand, swept: &Swept<'_>, json: String, folder: &mut Folder) -> Result<(), Error> {
    let mut files = vec![
        (FILES[0].to_owned(), json.into_bytes()),
        (FILES[1].to_owned(), sweep::csv(swept)?),
        (FILES[2].to_owned(), csv::dictionary()?),
    ];
    if study::wants_charts(&command.options) {
        let early = if swept.complete() { "" } else { ", stopped early" };
        let title = report::title(swept.scenario) + early;
        let caption = Caption { scenario: &title, trials: swept.trials, seed: swept.seed };
        let picture = chart::sweep(swept.sweep, swept.quantity, &caption)?;
        files.extend(study::drawn(&command.options, CHART, &picture)?);
    }
    let studied = Study { scenarios: &[swept.scenario], trials: swept.trials, complete: swept.complete() };
    study::write(folder, &command.options, &studied, &files)
}
