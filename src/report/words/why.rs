//! Why an actor answers as it does, in sentences.

mod counted;

pub use counted::answers_in_words;

use super::considerations::reason_words;
use super::frequencies::histories;
use crate::error::{printable, within};
use crate::model::Side;
use crate::numerals::times;
use crate::scenario::Names;
use crate::study::{Case, Explanation, Pull, Subject, Weighing};

/// How many columns of a name stand within a sentence.
const NAME: usize = 36;
/// A part of the log-odds that changes them by less is hardly worth a word: one twentieth.
pub const HARDLY: f64 = 0.05;
/// No more times are told apart.
const MOST_TIMES: f64 = 1_000.0;
/// So large a part of all that pulls one way is what pulls "mostly".
const MOSTLY: f64 = 0.6;

/// What a sentence says of who answers, and why.
struct Said {
    /// Who answers.
    actor: String,
    /// What speaks for force, the strongest first.
    towards: Vec<&'static str>,
    /// What speaks against it, likewise.
    against: Vec<&'static str>,
    /// Whether force is the likelier.
    is_likelier: bool,
}

impl Said {
    fn new(actor: String, weighing: &Weighing) -> Self {
        Self {
            actor,
            towards: strongest(weighing, 1.0, 3),
            against: strongest(weighing, -1.0, 2),
            is_likelier: weighing.log_odds.mean > 0.0,
        }
    }
}

/// Those that pull one way, as nouns: as many as make up most of it.
fn strongest(weighing: &Weighing, sign: f64, most: usize) -> Vec<&'static str> {
    let pulls: Vec<Pull> = weighing
        .pulls()
        .into_iter()
        .filter(|pull| sign * pull.part.mean >= HARDLY)
        .collect();
    let all: f64 = pulls.iter().map(|pull| pull.part.mean).sum();
    let mut sum = 0.0;
    let mut strongest = Vec::new();
    for pull in pulls {
        if strongest.len() == most || sum >= MOSTLY * all.abs() {
            break;
        }
        sum += pull.part.mean.abs();
        strongest.push(reason_words(pull.consideration).noun);
    }
    strongest
}

/// The label of a side, as it stands in a sentence.
#[must_use]
pub fn actor_in_words(names: &Names, side: Side) -> String {
    within(&printable(&names.actors[side].label), NAME)
}

/// What makes the actor that answers first do so with force, or keeps it from it: a question and its
/// answer. Where nobody answers, why not.
#[must_use]
pub fn why_verdict(explanation: &Explanation, no_answer: &Case, subject: &Subject) -> Vec<String> {
    let names = &subject.names;
    let Some((side, weighing)) = explanation.first_answer() else {
        return vec![no_answer_in_words(no_answer, explanation.trials)];
    };
    let said = Said::new(actor_in_words(names, side), weighing);
    let answer = if said.is_likelier {
        made(&said)
    } else {
        kept(&said)
    };
    let ladder = &subject.ladder;
    let counted = answers_in_words(weighing, explanation.trials, ladder, names);
    vec![answer, format!("Its first answer: {counted}.")]
}

fn made(said: &Said) -> String {
    let actor = &said.actor;
    let question = format!("What makes {actor} answer with force?");
    match (said.towards.is_empty(), said.against.is_empty()) {
        (true, _) => format!("{question} Nothing that it weighs: luck alone decides."),
        (false, true) => format!("{question} Mostly {}.", and(&said.towards)),
        (false, false) => {
            let towards = and(&said.towards);
            format!(
                "{question} Mostly {towards}; against it {}.",
                and(&said.against)
            )
        }
    }
}

fn kept(said: &Said) -> String {
    let actor = &said.actor;
    let question = format!("What keeps {actor} from answering with force?");
    match (said.against.is_empty(), said.towards.is_empty()) {
        (true, _) => format!("{question} Nothing that it weighs: luck alone decides."),
        (false, true) => format!("{question} Mostly {}.", and(&said.against)),
        (false, false) => {
            let against = and(&said.against);
            format!(
                "{question} Mostly {against}; for force {}.",
                and(&said.towards)
            )
        }
    }
}

/// What a chart of reasons shows, in one sentence without a full stop.
#[must_use]
pub fn reasons_headline(explanation: &Explanation, no_answer: &Case, names: &Names) -> String {
    let Some((side, weighing)) = explanation.first_answer() else {
        let words = no_answer_in_words(no_answer, explanation.trials);
        return words.trim_end_matches('.').to_owned();
    };
    let Said {
        actor,
        towards,
        against,
        is_likelier,
    } = Said::new(actor_in_words(names, side), weighing);
    let [first, second] = if is_likelier {
        [towards, against]
    } else {
        [against, towards]
    };
    let question = if is_likelier {
        format!("Why {actor} answers with force")
    } else {
        format!("What keeps {actor} from answering with force")
    };
    if first.is_empty() {
        return format!("Nothing that {actor} weighs speaks for force, or against it");
    }
    let title = format!("{question}: {}", and(&first));
    let others = alike(weighing, &second);
    match others.as_str() {
        "" => title,
        others if is_likelier => format!("{title}; against it {others}"),
        others => format!("{title}; for force {others}"),
    }
}

/// Why nobody answers.
fn no_answer_in_words(no_answer: &Case, trials: u64) -> String {
    let all = if trials == 1 {
        "In the one history that was run".to_owned()
    } else {
        format!("In all {}", histories(trials))
    };
    format!("{all} nobody answers anything{}.", because(no_answer))
}

/// The reason, where the inputs are one.
fn because(no_answer: &Case) -> &'static str {
    if no_answer.share.interval == crate::stats::Interval::Fixed {
        ": the inputs leave no room for an answer"
    } else {
        ""
    }
}

/// The first of these reasons, and the second where it is about as large: what is alike is named
/// together.
fn alike(weighing: &Weighing, nouns: &[&'static str]) -> String {
    let size = |noun: &str| {
        let pulls = weighing.pulls();
        let own = pulls
            .iter()
            .find(|pull| reason_words(pull.consideration).noun == noun);
        own.map_or(0.0, |pull| pull.part.mean.abs())
    };
    let (Some(&first), second) = (nouns.first(), nouns.get(1)) else {
        return String::new();
    };
    let second = second.filter(|second| size(second) >= ALIKE * size(first));
    match second {
        None => first.to_owned(),
        Some(second) => match (first.strip_prefix(FEAR), second.strip_prefix(FEAR)) {
            (Some(_), Some(rest)) => format!("{first} and of {rest}"),
            _ => format!("{first} and {second}"),
        },
    }
}

/// What the names of several reasons begin with.
const FEAR: &str = "fear of ";
/// A reason is about as large as another from this part of its size on.
const ALIKE: f64 = 0.85;

/// What a part of the log-odds does to the odds of force against stepping down: "22 times
/// likelier".
#[must_use]
pub fn times_likelier(part: f64) -> String {
    let factor = part.abs().exp();
    if part == 0.0 {
        return "plays no part".to_owned();
    }
    if part.abs() < HARDLY {
        return "hardly matters".to_owned();
    }
    let often = if factor > MOST_TIMES {
        "over 1,000".to_owned()
    } else {
        times(factor)
    };
    let direction = if part > 0.0 {
        "likelier"
    } else {
        "less likely"
    };
    format!("{often} times {direction}")
}

/// Words as a list: "a, b and c".
#[must_use]
pub fn and(words: &[&str]) -> String {
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_log_odds_are_said_as_times() {
        for (part, words) in [
            (0.0, "plays no part"),
            (-0.04, "hardly matters"),
            (0.1, "1.1 times likelier"),
            (-1.0, "2.7 times less likely"),
            (3.112, "22 times likelier"),
            (6.9, "990 times likelier"),
            (-12.0, "over 1,000 times less likely"),
            (900.0, "over 1,000 times likelier"),
        ] {
            assert_eq!(times_likelier(part), words);
        }
    }

    #[test]
    fn lists_read_on() {
        assert_eq!(and(&[]), "");
        assert_eq!(and(&["a"]), "a");
        assert_eq!(and(&["a", "b", "c"]), "a, b and c");
    }
}
