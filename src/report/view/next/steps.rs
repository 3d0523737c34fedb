//! What the reader of a run may try next: commands that can be copied, one to a line.

use crate::error::{columns, copyable, printable, shell_quoted};
use crate::report::layout::{WIDTH, filled};
use crate::scenario::library::BASELINE;
use crate::study::RunStudy;

/// Columns before a command.
const INDENT: usize = 2;
/// Columns between a command and what it is about.
const GAP: usize = 3;

/// How the option begins that gives a comparison its variant.
const VARIANT: &str = " --variant ";

/// So many whole commands are better than more options without their command.
const ENOUGH: usize = 3;

/// A command to try, and what it is about.
#[derive(Clone)]
pub(super) struct Step {
    pub command: String,
    pub about: String,
}

impl Step {
    /// The command after these words.
    fn after(&self, words: &str) -> Self {
        Self {
            command: format!("{words} {}", self.command),
            about: self.about.clone(),
        }
    }

    /// Whether the command fits on a line.
    fn fits(&self) -> bool {
        INDENT + columns(&self.command) <= WIDTH
    }

    /// The command of a comparison broken before its variant, as a shell reads it; none where that
    /// does not fit either.
    fn on_two_lines(&self) -> Option<[String; 2]> {
        let at = self.command.find(VARIANT)?;
        let (first, second) = self.command.split_at(at);
        let first = format!("{:INDENT$}{first} \\", "");
        let second = format!("{:1$}{second}", "", 2 * INDENT).replacen("  --", " --", 1);
        (columns(&first) <= WIDTH && columns(&second) <= WIDTH).then_some([first, second])
    }

    /// Whether what it is about fits beside it.
    fn fits_with_words(&self) -> bool {
        INDENT + columns(&self.command) + GAP + columns(&self.about) <= WIDTH
    }
}

/// What to try after a run, in at most so many lines with their head.
pub fn steps(study: &RunStudy, program: &str, most: usize) -> Vec<String> {
    let comparison = comparison(study, program);
    let is_long = comparison.as_ref().is_some_and(|step| !step.fits());
    let broken = comparison
        .as_ref()
        .filter(|_| is_long)
        .and_then(Step::on_two_lines);
    let mut lines = one_line_steps(study, program, most, comparison.filter(Step::fits));
    let Some(broken) = broken else { return lines };
    if lines.is_empty() || lines.len() + broken.len() > most {
        // What was changed, beside what it was, says more than another change.
        lines = vec!["Try next".to_owned()];
    }
    lines.extend(broken);
    lines
}

/// The steps of one line each, with their head.
fn one_line_steps(
    study: &RunStudy,
    program: &str,
    most: usize,
    comparison: Option<Step>,
) -> Vec<String> {
    let steps = after_changes(study);
    let again = again(study, program);
    if let Some(run) = &again {
        let whole: Vec<Step> = steps.iter().map(|step| step.after(run)).collect();
        let fit = with_words(&whole);
        let is_alone = whole.len() == 1 && whole.iter().all(Step::fits);
        if is_alone || fit > 0 && fit >= with_words(&steps).min(ENOUGH) {
            return lines("Try next".to_owned(), &whole, comparison, most);
        }
    }
    // The command itself is too long to stand on every line.
    let head = match again {
        Some(run) if columns(&run) + HEAD.len() + 3 <= WIDTH => format!("{HEAD} `{run}`"),
        _ => "Try next, each added to the same command".to_owned(),
    };
    lines(head, &steps, comparison, most)
}

/// How many fit on a line with what they are about.
fn with_words(steps: &[Step]) -> usize {
    steps.iter().filter(|step| step.fits_with_words()).count()
}

/// What is suggested, each after what the user changed; nothing where that cannot be written.
fn after_changes(study: &RunStudy) -> Vec<Step> {
    let steps = suggestions(study);
    match options(&study.subject.changes) {
        Some(changes) if changes.is_empty() => steps,
        Some(changes) => steps.iter().map(|step| step.after(&changes)).collect(),
        None => Vec::new(),
    }
}

/// The command that runs the scenario; it need not name the one that runs by itself.
fn again(study: &RunStudy, program: &str) -> Option<String> {
    let program = copyable(program)?;
    match usable(&study.subject.source)?.as_str() {
        BASELINE => Some(format!("{program} run")),
        source => Some(format!("{program} run {source}")),
    }
}

/// How the head begins where options alone stand below it.
const HEAD: &str = "Try next, each after";

/// A head and the steps that fit below it with what they are about; the comparison last.
pub(super) fn lines(
    head: String,
    steps: &[Step],
    comparison: Option<Step>,
    most: usize,
) -> Vec<String> {
    let room = most.saturating_sub(1 + usize::from(comparison.is_some()));
    let with_words = steps.iter().filter(|step| step.fits_with_words());
    let mut chosen: Vec<Step> = with_words.take(room).cloned().collect();
    if chosen.is_empty() {
        // A command alone is better than none.
        let alone = steps.iter().filter(|step| step.fits());
        chosen.extend(alone.take(room).cloned());
    }
    chosen.extend(comparison);
    if chosen.is_empty() {
        return Vec::new();
    }
    let beside = chosen.iter().filter(|step| step.fits_with_words());
    let wide = beside.map(|step| columns(&step.command)).max().unwrap_or(0);
    let aligned = chosen
        .iter()
        .filter(|step| step.fits_with_words())
        .all(|step| INDENT + wide + GAP + columns(&step.about) <= WIDTH);
    let wide = if aligned { wide } else { 0 };
    std::iter::once(head)
        .chain(chosen.iter().map(|step| line(step, wide)))
        .collect()
}

fn line(step: &Step, wide: usize) -> String {
    let Step { command, about } = step;
    if !step.fits_with_words() {
        return format!("{:INDENT$}{command}", "");
    }
    format!("{:INDENT$}{}{:GAP$}{about}", "", filled(command, wide), "")
}

/// What the scenario itself suggests; an argument less, or another number, where it suggests
/// nothing.
fn suggestions(study: &RunStudy) -> Vec<Step> {
    let guidance = &study.guidance;
    let own: Vec<Step> = guidance
        .try_next
        .iter()
        .filter_map(|words| suggestion(words))
        .collect();
    if !own.is_empty() {
        return own;
    }
    let step = match guidance.without.first() {
        Some(argument) => Step {
            command: format!("--without {argument}"),
            about: "one argument less".to_owned(),
        },
        None => Step {
            command: "--set relations.crisis_communication=0.9".to_owned(),
            about: "a hotline".to_owned(),
        },
    };
    vec![step]
}

/// What a scenario suggests, where it has options between backticks: what stands before them is
/// what it is about.
fn suggestion(words: &str) -> Option<Step> {
    let (about, rest) = words.split_once('`')?;
    let (options, _) = rest.split_once('`')?;
    let is_plain = options.starts_with("--") && printable(options) == options;
    let about = printable(about);
    is_plain.then(|| Step {
        command: options.to_owned(),
        about: about.trim_end_matches([' ', ':', '.', ',']).to_owned(),
    })
}

/// The comparison of a run with what it builds on; none of a case as it is.
fn comparison(study: &RunStudy, program: &str) -> Option<Step> {
    let subject = &study.subject;
    let departure = subject.departure.as_ref()?;
    let program = copyable(program)?;
    let source = usable(&subject.source)?;
    if subject.changes.is_empty() {
        let base = usable(&departure.source)?;
        return Some(Step {
            command: format!("{program} compare {base} {source}"),
            about: "what it changes".to_owned(),
        });
    }
    let options = options(&subject.changes)?;
    let variant = copyable(&format!("now: {options}"))?;
    Some(Step {
        command: format!("{program} compare {source} --variant {variant}"),
        about: "what that changes".to_owned(),
    })
}

/// Changes as the options that make them; none where one cannot be written.
pub(super) fn options(changes: &[String]) -> Option<String> {
    let options: Option<Vec<String>> = changes.iter().map(|change| option(change)).collect();
    options.map(|options| options.join(" "))
}

fn option(change: &str) -> Option<String> {
    copyable(change)?;
    if let Some((path, value)) = change.split_once(" = ") {
        return Some(format!(
            "--set {}",
            shell_quoted(&format!("{path}={value}"))
        ));
    }
    let (switch, argument) = change.split_once(' ')?;
    matches!(switch, "with" | "without").then(|| format!("--{switch} {}", shell_quoted(argument)))
}

/// A scenario as a command names it; what begins like an option cannot stand there as it is.
pub(super) fn usable(source: &str) -> Option<String> {
    copyable(source).filter(|source| !source.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_a_command_and_a_few_words() {
        let step =
            suggestion("Nobody mediates: `--without a --without b`. Wars in 9 of 100.").unwrap();
        assert_eq!(
            (step.command.as_str(), step.about.as_str()),
            ("--without a --without b", "Nobody mediates")
        );
        assert!(suggestion("Look at `actors.a.stake`.").is_none());
        assert!(suggestion("Nothing to copy.").is_none());
    }

    #[test]
    fn changes_are_options_again() {
        let changes = ["without a", "with b", "actors.*.trust = 0.1"].map(str::to_owned);
        assert_eq!(
            options(&changes).unwrap(),
            "--without a --with b --set 'actors.*.trust=0.1'"
        );
        assert_eq!(options(&["x\u{fffd} = 1".to_owned()]), None);
    }
}
