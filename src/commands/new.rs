//! `offramp new`: a scenario file to begin with.

use std::ffi::OsStr;
use std::path::Path;

use super::{output, stop};
use crate::cli::NewCommand;
use crate::error::{Error, Problem};
use crate::files;
use crate::folder::write_new;
use crate::scenario::{Settings, starter};

/// Runs the command: writes `NAME.toml`, where there is no such file yet.
pub fn new(command: &NewCommand) -> Result<(), Error> {
    let name = &command.name;
    if let Some(at) = name.rfind(['/', '\\']) {
        let problem = Problem::new(format!(
            "`{name}` is a path: the file is written in the folder that you are in"
        ));
        let slug = starter::named(&name[at + 1..]);
        return Err(Error::Usage(problem.help(format!(
            "change to the folder that it is for, then `offramp new {slug}`"
        ))));
    }
    let slug = starter::named(name);
    if name.strip_suffix(".toml").unwrap_or(name) != slug {
        let problem = Problem::new(format!("`{name}` cannot be the name of a scenario"));
        let help = format!("use lower-case letters, digits and hyphens: `offramp new {slug}`");
        return Err(Error::Usage(problem.help(help)));
    }
    let file = format!("{slug}.toml");
    let text = match &command.extends {
        Some(base) => {
            let scenario = files::document(base)?.assemble(&Settings::default())?;
            starter::what_if(
                &slug,
                &scenario,
                base.to_str().ok_or_else(|| no_text(base))?,
            )
        }
        None => starter::from_scratch(&slug),
    };
    stop::flag(); // before there is anything on the disk that a Ctrl-C might leave behind
    write_new(Path::new(&file), text.as_bytes())?;
    output::print(&format!(
        "Wrote {file}. Change it, then:\n  offramp check {file}\n  offramp run {file}\n"
    ))
}

/// The error of a scenario whose path cannot stand in a file of text.
fn no_text(base: &OsStr) -> Error {
    let problem = Problem::new(format!(
        "`{}` cannot be extended: its path is not UTF-8",
        base.to_string_lossy()
    ));
    Error::Usage(problem.help("give the file or its folder another name"))
}
