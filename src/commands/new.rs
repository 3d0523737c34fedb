//! `offramp new`: a scenario file to begin with.

use std::ffi::OsStr;
use std::path::Path;

use super::output;
use crate::cli::NewCommand;
use crate::error::{Error, Problem};
use crate::folder::write_new;
use crate::scenario::{Scenario, Settings, Source, starter};

/// Runs the command: writes `NAME.toml`, where there is no such file yet.
pub fn new(command: &NewCommand) -> Result<(), Error> {
    if command.name.contains(['/', '\\']) || command.name.trim_end_matches(".toml").is_empty() {
        let problem = Problem::new(format!("`{}` is no plain name", command.name));
        return Err(Error::Usage(problem.help("give a name such as my-case; the file is written where you are")));
    }
    let file = format!("{}.toml", command.name.strip_suffix(".toml").unwrap_or(&command.name));
    let slug = Source::File(file.clone().into()).slug();
    let stem = Path::new(&file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    if stem.as_ref() != Some(&slug) {
        let problem = Problem::new(format!("`{}` cannot be the name of a scenario", command.name));
        return Err(Error::Usage(
            problem.help(format!("use lower-case letters, digits and hyphens: `offramp new {slug}`")),
        ));
    }
    let text = match &command.extends {
        Some(base) => {
            let scenario = Scenario::load(base, &Settings::default())?;
            starter::what_if(&slug, &scenario, base.to_str().ok_or_else(|| no_text(base))?)
        }
        None => starter::from_scratch(&slug),
    };
    write_new(Path::new(&file), text.as_bytes())?;
    output::print(&format!("Wrote {file}. Change it, then:\n  offramp check {file}\n  offramp run {file}\n"))
}

/// The error of a scenario whose path cannot stand in a file of text.
fn no_text(base: &OsStr) -> Error {
    let problem = Problem::new(format!("`{}` cannot be extended: its path is not UTF-8", base.to_string_lossy()));
    Error::Usage(problem.help("give the file or its folder another name"))
}
