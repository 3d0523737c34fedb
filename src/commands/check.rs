//! `offramp check`: every problem of scenario files, and nothing run.

use super::output;
use crate::cli::CheckCommand;
use crate::error::{Error, printable};
use crate::files;

/// Runs the command: a line for each file, then all problems; an error where any file is wrong.
pub fn check(command: &CheckCommand) -> Result<(), Error> {
    let settings = command.settings.settings();
    let mut warnings = Vec::new();
    let mut errors = Vec::new();
    for name in &command.scenarios {
        let summary = match files::document(name).and_then(|document| document.assemble(&settings))
        {
            Ok(scenario) => {
                let all = [scenario.unheard(&settings), scenario.warnings].concat();
                let summary = counted(all.len(), "warning");
                warnings.extend(all);
                summary
            }
            Err(error) => {
                let summary = counted(error.problems().len(), "problem");
                errors.push(error);
                summary
            }
        };
        output::print(&format!(
            "{}: {summary}\n",
            printable(&name.to_string_lossy())
        ))?;
    }
    output::warn(&warnings);
    let Some(last) = errors.pop() else {
        return Ok(());
    };
    for error in &errors {
        output::tell(&format!("{error}\n"));
    }
    // Of several the exit code says no more than that scenarios are wrong.
    Err(if errors.is_empty() {
        last
    } else {
        Error::Scenario(last.problems().to_vec())
    })
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => "sound".to_owned(),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
