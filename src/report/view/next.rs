//! Where the files of a study lie, and what its reader may try next.

use std::path::Path;

use crate::error::{copyable, printable};
use crate::report::prose::Prose;
use crate::study::{RunStudy, Study};

/// What stands below a study that was printed; `program` is how the user calls the program.
#[must_use]
pub fn next_steps(study: &Study, program: &str, folder: Option<&Path>, has_charts: bool) -> Prose {
    let mut prose = Prose::default();
    let run = match study {
        Study::Run(study) => Some(study),
        Study::Compare(_) | Study::Sweep(_) | Study::Tip(_) => None,
    };
    if folder.is_some() || run.is_some() {
        prose.gap();
    }
    if let Some(folder) = folder {
        prose.line(format!(
            "Files:  {}",
            printable(&folder.display().to_string())
        ));
    }
    if let Some(study) = run {
        if let Some(folder) = folder.filter(|_| has_charts) {
            prose.line(format!(
                "Charts: {}",
                printable(&folder.join("charts").display().to_string())
            ));
        }
        of_run(&mut prose, study, program);
    }
    prose
}

/// What to change in a run.
fn of_run(prose: &mut Prose, study: &RunStudy, program: &str) {
    // What begins like an option cannot stand behind the command as it is.
    let source = copyable(&study.subject.source).filter(|source| !source.starts_with('-'));
    let again = match (copyable(program), source) {
        (Some(program), Some(source)) => format!("{program} run {source}"),
        _ => "the same command with".to_owned(),
    };
    if study.guidance.try_next.is_empty() {
        return prose.line(format!(
            "Try next: {again} {}",
            change(&study.guidance.without)
        )); // no command is broken
    }
    prose.paragraph(format!("Try next, each after `{again}`:"));
    for words in &study.guidance.try_next {
        prose.item(printable(words));
    }
}

/// A change to a scenario that says nothing of what to try: without these arguments, or another
/// number where there are none.
fn change(without: &[String]) -> String {
    if without.is_empty() {
        return "--set relations.crisis_communication=0.9".to_owned();
    }
    format!("--without {}", without.join(" --without "))
}
