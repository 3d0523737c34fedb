//! `offramp plot`: charts drawn again from a stored result, without a trial.

use std::path::{Path, PathBuf};

use super::charts;
use super::output;
use super::session::{Files, Session};
use super::stored::{self, Stored};
use crate::cli::{ChartKind, Format, PlotCommand};
use crate::error::{Error, Problem, printable};
use crate::folder::{Destination, Folder};
use crate::report::chart;
use crate::report::figure::Figure;
use crate::report::prose::Detail;
use crate::report::view;
use crate::scenario::suggestion;

/// The folder of charts that were drawn again, in that of their result: the files that the manifest
/// there lists stay as they are.
const PLOTS: &str = "plots";

/// Runs the command.
pub fn plot(command: &PlotCommand) -> Result<(), Error> {
    if command.charts.contains(&ChartKind::None) {
        return nothing("`--charts none` leaves nothing to draw", "name svg or png");
    }
    let stored = stored::read(&command.result)?;
    let session = session(command, &stored.folder);
    output::refuse_undrawable_title(session.look.title.as_deref())?;
    let shown = chart::readable(&stored.study)?;
    session.warn_of_replaced_names(&shown.replaced);
    let mut figures = view::figures(&shown.study);
    choose(&mut figures, &command.only)?;
    session.look.apply(&mut figures);
    draw(&figures, &stored, &session)
}

/// How a command is carried out.
fn session(command: &PlotCommand, result: &Path) -> Session {
    Session {
        threads: None,
        files: Files::In {
            folder: command.out.clone().unwrap_or_else(|| result.join(PLOTS)),
            // The user chose the result: charts of an earlier one there give way, and a note says
            // so.
            is_chosen: true,
        },
        charts: command.charts.clone(),
        look: (&command.look).into(),
        detail: Detail::Short,
        trials_csv: false,
        format: Format::Table,
        quiet: command.quiet,
        again: None,
    }
}

/// Keeps the figures that are wanted; all of them where none is named.
fn choose(figures: &mut Vec<Figure<'_>>, wanted: &[String]) -> Result<(), Error> {
    let known: Vec<String> = figures.iter().map(|figure| figure.name.clone()).collect();
    if known.is_empty() {
        return nothing("such a result has no charts", "see its tables");
    }
    if let Some(unknown) = wanted.iter().find(|name| !known.contains(name)) {
        let all = format!("this result has {}", known.join(", "));
        let help =
            suggestion(unknown, &known).map_or_else(|| all.clone(), |near| format!("{near} {all}"));
        return nothing(&format!("there is no chart `{unknown}`"), &help);
    }
    figures.retain(|figure| wanted.is_empty() || wanted.contains(&figure.name));
    Ok(())
}

/// Draws figures, gives their files a place, and says which they are.
fn draw(figures: &[Figure<'_>], stored: &Stored, session: &Session) -> Result<(), Error> {
    let kinds: Vec<&str> = session.kinds().collect();
    let names: Vec<String> = figures
        .iter()
        .flat_map(|figure| kinds.iter().map(|kind| view::plot_file(&figure.name, kind)))
        .collect();
    let place = Destination {
        folder: PLOTS.to_owned(),
        what: stored.manifest.what.clone(),
    };
    let Some(mut folder) = session.open(&place, &names)? else {
        return Ok(());
    };
    let mut drawn = charts::draw(figures, session, view::plot_file)?;
    for (name, bytes) in std::mem::take(&mut drawn.files) {
        folder.write(&name, &bytes)?;
    }
    folder.publish()?;
    session.note(&folder);
    let printed = say(&folder, session.quiet);
    output::both(printed, drawn.end())
}

/// Prints the paths of the files that were written.
fn say(folder: &Folder, quiet: bool) -> Result<(), Error> {
    if quiet {
        return Ok(());
    }
    let paths: Vec<PathBuf> = folder
        .written()
        .keys()
        .map(|name| folder.path().join(name))
        .collect();
    let lines: Vec<String> = paths
        .iter()
        .map(|path| printable(&path.display().to_string()) + "\n")
        .collect();
    output::print(&lines.concat())
}

/// The error of a command line that leaves nothing to draw.
fn nothing(message: &str, help: &str) -> Result<(), Error> {
    Err(Error::Usage(Problem::new(message).help(help)))
}
