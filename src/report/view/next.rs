//! Where the files of a study lie, and what its reader may try next.

mod along;
mod discovered;
mod ranked;
mod shaken;
mod steps;
mod story;
mod why;

use std::path::Path;

use super::run::changed;
use crate::error::{columns, printable, wrapped};
use crate::report::layout::WIDTH;
use crate::report::prose::{Detail, Prose};
use crate::study::{Study, Subject};

/// How many lines stand below a run at most.
const LINES: usize = 6;

/// Where the files of a study lie.
pub struct Place<'p> {
    /// The folder; none where there are no files.
    pub folder: Option<&'p Path>,
    /// Whether there are charts in it.
    pub has_charts: bool,
}

/// How many lines stand below a run at most: one less where what was changed takes two, so that
/// there is room for what to notice.
pub fn lines_below(subject: &Subject) -> usize {
    let changes = changed(subject, 3).map_or(0, |words| wrapped(&words, WIDTH).len());
    LINES - usize::from(changes > 1)
}

/// What stands below a study that was printed; `program` is how the user calls the program.
#[must_use]
pub fn next_steps(study: &Study, program: &str, place: &Place<'_>, detail: Detail) -> Prose {
    let mut prose = Prose::default();
    let files = place.folder.map(|folder| {
        let folder = printable(&folder.display().to_string());
        format!("Files:  {folder}")
    });
    if let Study::Compare(_) = study {
        compared(&mut prose, study, files, place.has_charts);
        return prose;
    }
    if !matches!(study, Study::Why(_)) {
        prose.gap();
    }
    for line in suggestions(study, program, detail) {
        prose.line(line);
    }
    // The screens of a run and of reasons have no line to spare.
    let below = match study {
        Study::Run(_) | Study::Why(_) => last_line(files, place.has_charts, detail)
            .into_iter()
            .collect(),
        _ => last_lines(files.as_deref(), place.has_charts, detail),
    };
    for line in below {
        prose.line(line);
    }
    prose
}

/// What to try next, line by line; nothing after a comparison.
fn suggestions(study: &Study, program: &str, detail: Detail) -> Vec<String> {
    match study {
        Study::Run(study) => steps::steps(study, program, lines_below(&study.subject) - 2),
        Study::Sweep(_) | Study::Tip(_) if detail == Detail::Short => along::steps(study, program),
        Study::Story(study) => story::steps(study, program, detail),
        Study::Why(study) => why::steps(study, program),
        Study::Rank(study) => ranked::steps(study, program),
        Study::Shake(study) => shaken::steps(study, program, detail),
        Study::Discover(study) => discovered::steps(study, program),
        Study::Compare(_) | Study::Sweep(_) | Study::Tip(_) => Vec::new(),
    }
}

/// Where the files of a comparison and its charts lie, each on a line.
fn compared(prose: &mut Prose, study: &Study, files: Option<String>, has_charts: bool) {
    let Some(files) = files else { return };
    prose.gap();
    if has_charts && !super::names(study).figures.is_empty() {
        let charts = files.replacen("Files: ", "Charts:", 1);
        prose.line(files);
        prose.line(format!("{charts}/charts"));
    } else {
        prose.line(files);
    }
}

/// [`last_line`], or two where the folder fills the line.
fn last_lines(files: Option<&str>, has_charts: bool, detail: Detail) -> Vec<String> {
    let whole = last_line(files.map(str::to_owned), has_charts, detail);
    let alone = whole.is_some() && whole.as_deref() == files;
    let charts = (alone && has_charts).then(|| "Charts: .../charts".to_owned());
    let more = (alone && detail == Detail::Short).then(|| "More:  --full".to_owned());
    let below: Vec<String> = charts.into_iter().chain(more).collect();
    let below = (!below.is_empty()).then(|| below.join("    "));
    whole.into_iter().chain(below).collect()
}

/// Where files and charts lie and how to see more, on one line; the folder alone where it fills the
/// line.
fn last_line(files: Option<String>, has_charts: bool, detail: Detail) -> Option<String> {
    let charts = files.as_ref().filter(|_| has_charts);
    let charts = charts.map(|_| "Charts:  .../charts".to_owned());
    let more = (detail == Detail::Short).then(|| "More:  --full".to_owned());
    let parts: Vec<String> = [files.clone(), charts, more]
        .into_iter()
        .flatten()
        .collect();
    let all = parts.join("    ");
    match files {
        Some(files) if columns(&all) > WIDTH => Some(files),
        _ => (!all.is_empty()).then_some(all),
    }
}
