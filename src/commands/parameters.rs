//! `offramp parameters`: what numbers mean, and where a scenario's come from.

use super::output;
use crate::cli::{PageFormat, ParametersCommand};
use crate::error::{Error, Problem};
use crate::files;
use crate::parameters::{self, Parameter};
use crate::report::{self, parameters as report_of};
use crate::scenario::library::BASELINE;
use crate::scenario::{Provenance, Scenario, suggestion_of_path};

/// Runs the command.
pub fn parameters(command: &ParametersCommand) -> Result<(), Error> {
    if command.format == PageFormat::Markdown {
        return output::print(&report::reference());
    }
    let scenario = match &command.scenario {
        Some(name) => Some(files::document(name)?.assemble(&command.settings.settings())?),
        None => None,
    };
    let text = match (&command.path, scenario) {
        (None, None) => report_of::list(),
        (None, Some(scenario)) => report_of::provenances(&scenario.source, &scenario.provenances()),
        (Some(path), scenario) => at_length(command, path, scenario)?,
    };
    output::print(&text)
}

/// What a path leads to, and its values: in the scenario asked for, or in the baseline where the
/// path names things of it.
fn at_length(
    command: &ParametersCommand,
    path: &str,
    scenario: Option<Scenario>,
) -> Result<String, Error> {
    let found = parameters::find(path);
    if found.is_empty() {
        return Err(Error::Usage(unknown(path)));
    }
    let meanings: Vec<String> = found
        .iter()
        .map(|parameter| report_of::one(parameter))
        .collect();
    let mut text = meanings.join("\n");
    let values = if let Some(scenario) = scenario {
        Some((values(&scenario, path, &found)?, scenario.source))
    } else {
        let baseline = files::document(BASELINE)?.assemble(&command.settings.settings())?;
        let named = !path.contains('*') && path.contains('.');
        let values = baseline.provenance(path);
        if let Err(error) = &values
            && named
        {
            output::warn(&not_there(error, &baseline.source));
        }
        values
            .ok()
            .filter(|_| named)
            .map(|values| (values, baseline.source))
    };
    if let Some((values, source)) = values {
        text += "\n";
        text += &report_of::provenances(&source, &values);
    }
    Ok(text)
}

/// The numbers of a scenario at a path; at a bare key, those of all paths with that key that lead
/// somewhere in it.
fn values(scenario: &Scenario, path: &str, found: &[&Parameter]) -> Result<Vec<Provenance>, Error> {
    if found.iter().any(|parameter| parameter.is_at(path)) && path.contains('.') {
        return scenario.provenance(path);
    }
    Ok(found
        .iter()
        .flat_map(|parameter| scenario.provenance(&parameter.path()).unwrap_or_default())
        .collect())
}

/// Names that the scenario does not have: misspelt, or another scenario's.
fn not_there(error: &Error, source: &str) -> Vec<Problem> {
    error
        .problems()
        .iter()
        .map(|problem| not_there_warning(problem, source))
        .collect()
}

fn not_there_warning(problem: &Problem, source: &str) -> Problem {
    let near = problem.help.clone().unwrap_or_default();
    Problem::warning(format!("in {source} {}", problem.message))
        .help(format!("{near}; `--scenario` looks into another scenario"))
}

fn unknown(path: &str) -> Problem {
    let mut known: Vec<String> = parameters::all().map(Parameter::path).collect();
    known.extend(parameters::all().map(|parameter| parameter.key.to_owned()));
    let help = suggestion_of_path(path, &known)
        .unwrap_or_else(|| "`offramp parameters` lists all".to_owned());
    Problem::new(format!("there is no parameter `{path}`")).help(help)
}
