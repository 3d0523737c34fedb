//! A run on one screen: what it came to, what to notice, and nothing that a reader would skip.

use super::changed::changed;
use super::endings::endings;
use crate::error::{printable, within, wrapped};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::layout::WIDTH;
use crate::report::prose::Prose;
use crate::report::view::next;
use crate::report::words::{
    Counted, Later, PURPOSE, are_rounded, filled, hindsight, later, run_verdict, sentences,
};
use crate::scenario::{Piece, pieces};
use crate::study::{Findings, RunStudy, Subject};

/// How many lines a screen has, but for one: a note on what was replaced may stand above.
pub const LINES: usize = 23;
/// How many lines of what to notice are enough.
const NOTICE: usize = 3;
/// How many columns of a name stand within a sentence.
const NAME: usize = 36;

/// Prose, and how many lines it takes.
#[derive(Default)]
pub struct Screen {
    /// The prose.
    pub prose: Prose,
    /// How many lines it takes.
    pub lines: usize,
}

/// The prose of a run, as far as it fits on a screen with what to do next.
#[must_use]
pub fn screen(study: &RunStudy) -> Prose {
    let subject = &study.subject;
    let counted = Counted::new(&study.findings);
    let mut screen = Screen::headed(subject);
    screen.sentences(&run_verdict(&study.findings));
    screen.gap();
    screen.line(format!(
        "How the first crisis ends, of {}{}",
        counted.histories(),
        how_many(study, &counted)
    ));
    for row in endings(&study.findings, &counted) {
        screen.line(row);
    }
    screen.notice(study, &counted);
    screen.prose
}

/// How many histories were run, where the table is of another number or the run was stopped.
fn how_many(study: &RunStudy, counted: &Counted) -> String {
    let trials = study.findings.trials;
    let rounded = if are_rounded(&study.findings) {
        "; rounded"
    } else {
        ""
    };
    match (study.complete, trials == counted.base) {
        (true, true) => String::new(),
        (true, false) => format!(" ({} run{rounded})", count(trials)),
        (false, _) => format!(" ({} run, stopped early{rounded})", count(trials)),
    }
}

impl Screen {
    /// What was run, what the numbers are and what was changed, with room below it.
    #[must_use]
    pub fn headed(subject: &Subject) -> Self {
        let mut screen = Self::default();
        screen.line(within(&printable(&subject.name), WIDTH));
        screen.paragraph(&[PURPOSE.to_owned(), hindsight(&subject.hindsight)], 2);
        if let Some(changes) = changed(subject, 3) {
            screen.paragraph(&[printable(&changes)], 3);
        }
        screen.gap();
        screen
    }

    /// Adds room before the next part.
    pub fn gap(&mut self) {
        self.prose.gap();
        self.lines += 1;
    }

    /// Adds a line.
    pub fn line(&mut self, words: String) {
        self.prose.line(words);
        self.lines += 1;
    }

    /// Adds as many whole sentences as fit in so many lines; the first in any case, cut where it
    /// has to be.
    pub fn paragraph(&mut self, sentences: &[String], most: usize) {
        let mut words = String::new();
        for sentence in sentences {
            let longer = format!("{words} {sentence}");
            let longer = longer.trim_start();
            if !words.is_empty() && wrapped(longer, WIDTH).len() > most {
                break;
            }
            longer.clone_into(&mut words);
        }
        let words = in_lines(&words, most);
        self.lines += wrapped(&words, WIDTH).len();
        self.prose.paragraph(words);
    }

    /// Adds sentences, each on a line of its own where they fit there.
    fn sentences(&mut self, sentences: &[String]) {
        if sentences
            .iter()
            .all(|words| wrapped(words, WIDTH).len() == 1)
        {
            for words in sentences {
                self.paragraph(std::slice::from_ref(words), 1);
            }
        } else {
            self.paragraph(sentences, 2);
        }
    }

    /// Adds how often the first answer uses force, and what the scenario says is to be noticed, in
    /// the lines that are left.
    fn notice(&mut self, study: &RunStudy, counted: &Counted) {
        let mut room = LINES.saturating_sub(self.lines + next::lines_below(&study.subject));
        if room > 1 {
            self.gap();
            room -= 1;
        }
        let RunStudy {
            subject,
            findings,
            guidance,
            ..
        } = study;
        let said = sentences(&guidance.notice);
        let notice = sentences(&filled(&guidance.notice, findings, &subject.names));
        let mut leading = said.iter().take(notice.len().min(2));
        let says_it = leading.any(|words| speaks_of_answers(words));
        let answer = first_answer(subject, findings, counted).filter(|_| !says_it);
        let notice = notice.iter().map(|words| printable(words));
        let all: Vec<String> = answer.into_iter().chain(notice).collect();
        if room > 0 && !all.is_empty() {
            self.paragraph(&all, room.min(NOTICE));
        }
    }
}

/// Words in so many lines at most, cut where they take more.
fn in_lines(words: &str, most: usize) -> String {
    let lines = wrapped(words, WIDTH);
    if lines.len() <= most && lines.iter().all(|line| within(line, WIDTH) == *line) {
        return words.to_owned();
    }
    let kept = lines.len().min(most);
    let mut cut: Vec<String> = lines[..kept]
        .iter()
        .map(|line| within(line, WIDTH))
        .collect();
    if let Some(last) = cut.last_mut().filter(|_| kept < lines.len()) {
        *last = within(&format!("{last} {}", lines[kept]), WIDTH);
    }
    cut.join(" ")
}

/// Whether a sentence of a scenario says itself how often force is used.
fn speaks_of_answers(words: &str) -> bool {
    let own = [Quantity::Answer.name(), Quantity::Opening.name()];
    pieces(words)
        .iter()
        .any(|piece| matches!(piece, Piece::Value(name) if own.contains(name)))
}

/// How often the first answer uses force; and the first act, where that is a choice.
fn first_answer(subject: &Subject, findings: &Findings, counted: &Counted) -> Option<String> {
    let answer = often(Quantity::Answer, findings, counted)?;
    if subject.ladder.opening.is_some() {
        let [_, other] = &subject.names.actors;
        let other = within(&printable(&other.label), NAME);
        return Some(format!(
            "The first answer of {other} uses force in {answer}."
        ));
    }
    let act = often(Quantity::Opening, findings, counted)?;
    // The first act is that of the first crisis; the first answer may come in a later one.
    let when = match later(findings) {
        Later::Matters => "; in any crisis, the first answer does in",
        Later::HardlyMatters => ", the first answer in",
    };
    Some(format!("The first act uses force in {act}{when} {answer}."))
}

/// How often something is so; none where the inputs exclude it.
fn often(quantity: Quantity, findings: &Findings, counted: &Counted) -> Option<String> {
    let mean = findings.means.of(quantity);
    let number = counted.part(mean.mean);
    mean.excluded
        .is_none()
        .then(|| counted.how_often(number, mean.mean))
}

#[cfg(test)]
mod tests;
