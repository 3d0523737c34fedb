//! How high the opening crisis climbs, as the title of a chart.

use super::later::later;
use super::often::{FULL_WAR, Often, WAR, is_short};
use super::timeline::has_later_crises;
use super::wholes::denominator;
use crate::numerals::nearest;
use crate::report::cut::quoted;
use crate::study::{Findings, LadderShape};

/// How high the opening crisis climbs, in one sentence without a full stop: how often beyond its
/// opening, or, where that is free, how high most climb. `labels` are those of the rungs.
#[must_use]
pub fn peak_title(findings: &Findings, ladder: &LadderShape, labels: &[&str]) -> String {
    let peaks = Peaks { findings, ladder };
    let title = match ladder.opening {
        Some(opening) => peaks.beyond(opening),
        None => peaks.most(labels),
    };
    if findings.trials == 1 {
        let rest = title
            .split_once(" histories ")
            .map_or(title.as_str(), |(_, rest)| rest);
        return format!("One history was run: {rest}");
    }
    later(findings).of_the_first(title)
}

struct Peaks<'a> {
    findings: &'a Findings,
    ladder: &'a LadderShape,
}

impl Peaks<'_> {
    /// How often a highest rung from one up comes about.
    fn from(&self, rung: usize) -> Often {
        let shares = self.findings.peak.iter().skip(rung);
        let share: f64 = shares.map(|case| case.share.share).sum();
        self.often(share)
    }

    /// How often a highest rung up to one comes about.
    fn up_to(&self, rung: usize) -> Often {
        let shares = self.findings.peak.iter().take(rung + 1);
        let share: f64 = shares.map(|case| case.share.share).sum();
        self.often(share)
    }

    fn often(&self, share: f64) -> Often {
        // Shares are whole numbers of trials: what is left over comes from adding them up.
        let trials = self.findings.trials.max(1) as f64;
        let exact = nearest(share * trials) / trials;
        let whole = denominator(self.findings) as f64;
        Often::new(self.findings, exact, nearest(exact * whole) as u64)
    }

    /// How often it goes beyond a fixed opening.
    fn beyond(&self, opening: usize) -> String {
        let top = self.findings.peak.len().saturating_sub(1);
        if opening >= top {
            return "In all histories it is war from the start".to_owned();
        }
        let beyond = self.from(opening + 1);
        if opening + 1 == top {
            return format!("{} {}", beyond.begins(), beyond.clause(&FULL_WAR));
        }
        if beyond.is_none() {
            let all = self.up_to(opening).begins();
            return format!("{all} no act goes further than the first");
        }
        let title = format!("{} a side goes further than the first act", beyond.begins());
        self.with_war(title, beyond)
    }

    /// How high most climb from an opening that is free.
    fn most(&self, labels: &[&str]) -> String {
        let last = self.findings.peak.len().saturating_sub(1);
        let mut sum = 0.0;
        let mut rung = last;
        for (at, case) in self.findings.peak.iter().enumerate() {
            sum += case.share.share;
            if sum >= 0.5 {
                rung = at;
                break;
            }
        }
        if rung >= self.ladder.limited_war || rung >= last {
            let wars = self.from(self.ladder.limited_war);
            return format!("{} {}", wars.begins(), WAR.some);
        }
        let often = self.up_to(rung);
        let begins = often.begins();
        let idle = self.findings.no_act.share.share >= sum && rung == 0;
        let title = if idle && has_later_crises(self.findings) {
            format!("{begins} the opening brings no crisis")
        } else if idle {
            format!("{begins} no crisis begins")
        } else {
            format!("{begins} no act goes further than {}", quoted(labels, rung))
        };
        self.with_war(title, often)
    }

    /// A title with how often it comes to war, where that is another number and where there is
    /// room.
    fn with_war(&self, title: String, said: Often) -> String {
        let war = self.from(self.ladder.limited_war);
        let impossible = self.findings.wars().excluded.is_some();
        if impossible || said.is_all() && war.is_none() || war == said {
            return title;
        }
        let longer = format!("{title}; {} {}", war.follows(), war.clause(&WAR));
        if is_short(&longer) { longer } else { title }
    }
}

#[cfg(test)]
mod tests;
