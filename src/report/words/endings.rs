//! How the opening crisis ends, as the title of a chart: limited and full-scale war together.

use super::later::later;
use super::often::{FULL_WAR, Often, WAR, is_short};
use super::outcomes::{FEW, clause, may_equal};
use super::what_ifs::happens;
use super::wholes::{denominator, of_a_hundred, wars_of};
use crate::numerals::count;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::Findings;

/// A way in which the opening crisis may end, as titles have it.
#[derive(Clone, Copy, Debug)]
struct End {
    /// The end of a sentence that says no more.
    whole: &'static str,
    /// The same with other ends after it.
    short: &'static str,
    share: Share,
    often: Often,
    is_war: bool,
}

/// How the opening crisis ends, in one sentence without a full stop: the most common end, or war of
/// both kinds where that is as common. Ends that are statistically tied are all named, or none.
#[must_use]
pub fn outcomes_title(findings: &Findings) -> String {
    let title = title(findings);
    if findings.trials == 1 {
        return title;
    }
    later(findings).of_the_first(title)
}

fn title(findings: &Findings) -> String {
    let ends = ends(findings);
    let Some((first, others)) = ends.split_first() else {
        return "No history was run".to_owned();
    };
    if findings.trials == 1 {
        return format!("One history was run: {}", first.whole);
    }
    if first.often.is_all() {
        return format!("{} {}", first.often.begins(), first.whole);
    }
    let rivals: Vec<&End> = others
        .iter()
        .filter(|end| may_equal(end.share, first.share))
        .collect();
    let begins = first.often.begins();
    match rivals.as_slice() {
        [] => alone(findings, first, others),
        [rival, ..] if findings.trials < FEW => {
            if rival.share.share >= first.share.share {
                let all = count(findings.trials);
                format!("{all} histories were run, too few to say how most end")
            } else {
                let short = first.short;
                format!("{begins} {short}; too few to say what is most common")
            }
        }
        [rival] => {
            let second = format!("{} {}", rival.often.follows(), rival.short);
            let title = format!("{begins} {}; {second}", first.short);
            with_war(findings, title, first.is_war || rival.is_war)
        }
        _ => {
            let title = "No end is clearly the most common".to_owned();
            match war(findings).filter(|war| !war.often.is_none()) {
                Some(war) => {
                    let begins = war.often.begins();
                    format!("{title}: i{} {}", begins.trim_start_matches('I'), war.short)
                }
                None => title,
            }
        }
    }
}

/// The title where one end is the most common.
fn alone(findings: &Findings, first: &End, others: &[End]) -> String {
    let begins = first.often.begins();
    let whole = format!("{begins} {}", first.whole);
    let short = format!("{begins} {}", first.short);
    if !first.is_war {
        let title = with_war(findings, short.clone(), false);
        return if title == short { whole } else { title };
    }
    // The next most common, where no other may be.
    let next = others.first().filter(|next| next.often.count > 0);
    let rival = others.get(1);
    match next {
        Some(next) if rival.is_none_or(|rival| !may_equal(rival.share, next.share)) => {
            let title = format!("{whole}; {} {}", next.often.follows(), next.short);
            if is_short(&title) { title } else { whole }
        }
        _ => whole,
    }
}

/// A title with how often it comes to war, where it can, where that is not said and where there is
/// room.
fn with_war(findings: &Findings, title: String, said: bool) -> String {
    let Some(war) = war(findings).filter(|_| !said) else {
        return title;
    };
    let words = if war.short == FULL_WAR.some {
        FULL_WAR
    } else {
        WAR
    };
    let longer = format!(
        "{title}; {} {}",
        war.often.follows(),
        war.often.clause(&words)
    );
    if is_short(&longer) { longer } else { title }
}

/// The ends that came about, the most common first; of equal ones war, then the calmer.
fn ends(findings: &Findings) -> Vec<End> {
    let counts = of_a_hundred(findings);
    let mut ends: Vec<End> = war(findings).into_iter().collect();
    let together = !ends.is_empty();
    for outcome in Outcome::ALL {
        let is_war = matches!(outcome, Outcome::LimitedWar | Outcome::War);
        if is_war && together {
            continue;
        }
        let share = findings.outcome(outcome).share;
        let often = Often::new(findings, share.share, u64::from(counts[outcome]));
        let whole = clause(findings, outcome);
        let short = match outcome {
            Outcome::OneRound => happens(outcome),
            _ => whole,
        };
        ends.push(End {
            whole,
            short,
            share,
            often,
            is_war,
        });
    }
    ends.retain(|end| !end.often.is_none());
    ends.sort_by(|a, b| b.share.share.total_cmp(&a.share.share));
    ends
}

/// Limited and full-scale war together, where they can occur and other ends can as well.
fn war(findings: &Findings) -> Option<End> {
    let [limited, full] = [Outcome::LimitedWar, Outcome::War].map(|war| findings.outcome(war));
    let wars = findings.wars();
    let both = limited.share.share > 0.0 && full.share.share > 0.0;
    if wars.excluded.is_some() || (both && wars.share.share >= 1.0) {
        return None;
    }
    let count = wars_of(findings, denominator(findings));
    let only_full = limited.share.share <= 0.0;
    let (whole, words) = if full.share.share > 0.0 && only_full {
        (clause(findings, Outcome::War), FULL_WAR)
    } else if full.share.share > 0.0 {
        ("it comes to war, limited or full", WAR)
    } else if limited.share.share > 0.0 {
        (clause(findings, Outcome::LimitedWar), WAR)
    } else {
        (WAR.some, WAR)
    };
    Some(End {
        whole,
        short: words.some,
        share: wars.share,
        often: Often::new(findings, wars.share.share, count),
        is_war: true,
    })
}

#[cfg(test)]
mod tests;
