//! Why histories go as they do, in words and tables.

use super::lines::{path_lines, tree_lines, war_line};
use super::screen::{opening_label, screen};
use super::tables::{AnswersOf, chances_table, learned_table, parts_table, reasons_table};
use crate::error::printable;
use crate::model::{CONSIDERATIONS, Side};
use crate::report::prose::{Detail, Prose};
use crate::report::view::run::changed;
use crate::report::view::run::record_table;
use crate::report::words::{
    INTERVALS, PURPOSE, actor_in_words, histories, rung_label, trials, why_verdict,
};
use crate::study::{ENOUGH, Weighing, WhyStudy};
use crate::tally::AnswerKind;

/// What the figures of reasons are.
const MEANING: &str = "Log-odds of the likeliest use of force against the off-ramp, split into the twelve \
    considerations: each is the actor's precision times what the one gets more than the other. \"N times likelier\" is \
    the power of e of that part, and stands for odds. All twelve together are of a typical answer, the geometric mean of \
    its odds: other than the shares of histories, in which answers of all kinds are counted.";

/// The prose of why histories go as they do.
#[must_use]
pub fn prose(study: &WhyStudy, detail: Detail) -> Prose {
    match detail {
        Detail::Short => screen(study),
        Detail::Full => full(study),
    }
}

fn full(study: &WhyStudy) -> Prose {
    let mut prose = Prose::default();
    heading(&mut prose, study);
    prose.gap();
    for words in why_verdict(&study.explanation, &study.no_answer, &study.subject) {
        prose.paragraph(words);
    }
    prose.paragraph(counted(study));
    reasons(&mut prose, study);
    paths(&mut prose, study);
    record(&mut prose, study);
    prose
}

fn heading(prose: &mut Prose, study: &WhyStudy) {
    let subject = &study.subject;
    prose.paragraph(printable(&subject.name));
    prose.line(PURPOSE);
    prose.hindsight(&subject.hindsight);
    if let Some(changes) = changed(subject, usize::MAX) {
        prose.gap();
        prose.paragraph(printable(&changes));
    }
}

fn counted(study: &WhyStudy) -> String {
    let early = if study.complete {
        ""
    } else {
        " (stopped early)"
    };
    format!(
        "{}{early}, seed {}. {INTERVALS}",
        trials(study.explanation.trials),
        study.seed
    )
}

/// What every kind of answer rests on.
fn reasons(prose: &mut Prose, study: &WhyStudy) {
    prose.gap();
    prose.paragraph(MEANING);
    for kind in AnswerKind::ALL {
        for side in Side::BOTH {
            if let Some(weighing) = study.explanation.weighing(side, kind) {
                answers(prose, study, AnswersOf { side, kind }, weighing);
            }
        }
    }
}

fn answers(prose: &mut Prose, study: &WhyStudy, of: AnswersOf, weighing: &Weighing) {
    prose.gap();
    prose.table(reasons_table(study, of, weighing, CONSIDERATIONS));
    prose.gap();
    prose.table(parts_table(study, of, weighing));
    let force = rung_label(&study.subject.names, weighing.usual_force());
    let kind = match of.kind {
        AnswerKind::First => "first answers",
        AnswerKind::Later => "later answers",
    };
    let actor = actor_in_words(&study.subject.names, of.side);
    prose.paragraph(format!(
        "Mean of {} {kind} of {actor} in {}; the likeliest use of force is mostly “{force}”.",
        crate::numerals::count(weighing.answers),
        histories(weighing.trials)
    ));
    prose.gap();
    prose.table(chances_table(study, weighing));
}

fn paths(prose: &mut Prose, study: &WhyStudy) {
    prose.gap();
    let of = study.explanation.trials.min(100);
    prose.line(format!(
        "Commonest paths of the first crisis, of {}",
        histories(of)
    ));
    for line in path_lines(study) {
        prose.line(line);
    }
    prose.line(war_line(study));
    prose.gap();
    let opens =
        opening_label(study).map_or_else(String::new, |label| format!(", from “{label}” on"));
    prose.paragraph(format!(
        "Paths as a tree{opens}, to five acts; acts in fewer than 2 of 100 histories are put together."
    ));
    for line in tree_lines(study) {
        prose.line(line);
    }
    if !study.explanation.paths.record.is_empty() {
        prose.line("  * the path of the record");
    }
}

fn record(prose: &mut Prose, study: &WhyStudy) {
    let trials = study.explanation.trials;
    let Some(table) = record_table(study.record.as_ref(), &study.subject.names, trials) else {
        return;
    };
    prose.gap();
    prose.table(table);
    let Some(learned) = learned_table(study) else {
        return;
    };
    prose.gap();
    if study.learned.iter().any(|one| one.agreeing.is_none()) {
        prose.paragraph(format!(
            "Fewer than {ENOUGH} histories agree with the record: too few to learn from."
        ));
    }
    prose.table(learned);
    prose.paragraph(
        "What the course of events teaches within this model: which of the values thought possible go with it.",
    );
}
