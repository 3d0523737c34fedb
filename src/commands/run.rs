//! `offramp run`: a scenario in, the spread of outcomes out.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::chart::{self, Caption};
use crate::cli::{ChartKind, Format, RunCommand, RunOptions};
use crate::ensemble::{self, Plan, Watch};
use crate::error::{Error, Problem};
use crate::folder::Folder;
use crate::report::{self, Run};
use crate::scenario::{Scenario, Settings};
use crate::study::Findings;

/// Runs the command.
pub fn run(command: &RunCommand) -> Result<(), Error> {
    let options = &command.options;
    let scenario = Scenario::load(&command.scenario, &settings(options))?;
    let charts = options.charts.iter().any(|&kind| kind != ChartKind::None);
    let folder = if charts { Some(Folder::create(&folder_for(options, &scenario).join("charts"))?) } else { None };
    let findings = simulate(&scenario, options)?;
    if let Some(folder) = &folder {
        draw(&scenario, &findings, options, folder)?;
    }
    let run = Run { scenario: &scenario, seed: options.seed, complete: true, findings: &findings };
    let text = match options.format {
        Format::Json => report::json(&run)?,
        Format::Table if options.quiet => String::new(),
        Format::Table => report::table(&run) + &report::next_steps(&run, &program(), folder.as_ref().map(Folder::path)),
    };
    print(&text)
}

fn settings(options: &RunOptions) -> Settings {
    Settings { set: options.set.clone(), with: options.with.clone(), without: options.without.clone() }
}

fn folder_for(options: &RunOptions, scenario: &Scenario) -> PathBuf {
    options.out.clone().unwrap_or_else(|| PathBuf::from("results").join(&scenario.slug))
}

fn simulate(scenario: &Scenario, options: &RunOptions) -> Result<Findings, Error> {
    let plan = Plan { threads: options.threads.map(Into::into), ..Plan::new(options.seed, options.trials) };
    let facts = scenario.record.as_ref().map(|record| &record.facts);
    let bar = progress_bar(options);
    let begun = Instant::now();
    let progress = |done| {
        // A short run shows nothing; indicatif itself is silent where there is no terminal.
        if begun.elapsed() > Duration::from_secs(1) {
            bar.set_position(done);
        }
    };
    let watch = Watch { progress: &progress, stop: &AtomicBool::new(false) };
    let tally = ensemble::run(&scenario.model, facts, &plan, &watch);
    bar.finish_and_clear();
    Ok(Findings::new(&scenario.model, &tally?, facts.is_some()))
}

fn progress_bar(options: &RunOptions) -> ProgressBar {
    if options.quiet {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} trials, {eta} left");
    ProgressBar::new(options.trials).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn draw(scenario: &Scenario, findings: &Findings, options: &RunOptions, folder: &Folder) -> Result<(), Error> {
    let title = report::title(scenario);
    let caption = Caption { scenario: &title, trials: findings.trials, seed: options.seed };
    let svg = chart::outcomes(findings, &caption)?;
    if options.charts.contains(&ChartKind::Svg) {
        folder.write("outcomes.svg", svg.as_bytes())?;
    }
    if options.charts.contains(&ChartKind::Png) {
        folder.write("outcomes.png", &chart::png(&svg)?)?;
    }
    Ok(())
}

/// How the user calls the program: as it was called, so that the next command can be copied.
fn program() -> String {
    std::env::args().next().unwrap_or_else(|| "offramp".to_owned())
}

/// Prints on standard output; a reader that has gone away is no fault.
fn print(text: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(reason) if reason.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::Disk(Problem::new(format!("cannot write to standard output: {reason}"))))
        }
        _ => Ok(()),
    }
}
