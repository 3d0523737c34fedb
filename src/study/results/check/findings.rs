//! What a run shows: shares and counts of all trials.

use super::values::{
    Checked, case, cases, counts, ensure, known, mean, trials, within, within_place,
};
use crate::quantities::{Kind, Quantity};
use crate::sim::Outcome;
use crate::study::{Findings, QuantityMean, RecordFindings};
use crate::tally::{FACTS, Fact};

/// Maximum number of days: those of the longest horizon, and day 0.
const MOST_DAYS: usize = 3651;

/// Checks what a run on a ladder of so many rungs shows.
pub fn check(findings: &Findings, rungs: usize) -> Checked {
    without_levels(findings, rungs)?;
    within("`levels`", levels(findings, rungs))
}

/// Checks what a run shows but for its levels, of which a point of a sweep has none.
pub fn check_point(findings: &Findings, rungs: usize) -> Checked {
    without_levels(findings, rungs)?;
    ensure(
        findings.levels.is_empty() && findings.levels_excluded.iter().all(Vec::is_empty),
        "a point has no levels",
    )
}

fn without_levels(findings: &Findings, rungs: usize) -> Checked {
    let n = findings.trials;
    trials(n)?;
    within("`outcomes`", outcomes(findings))?;
    let by_rung = [&findings.peak, &findings.first_act, &findings.first_answer];
    ensure(
        by_rung.iter().all(|cases| cases.len() == rungs),
        "there is not one share for each rung",
    )?;
    within("`peak`", cases(findings.peak.iter(), n))?;
    let acts = findings.first_act.iter().chain([&findings.no_act]);
    within("`first_act`", cases(acts, n))?;
    let answers = findings.first_answer.iter().chain([&findings.no_answer]);
    within("`first_answer`", cases(answers, n))?;
    within("`means`", means(findings))?;
    within("`deaths`", deaths(findings))?;
    findings
        .record
        .as_ref()
        .map_or(Ok(()), |found| within("`record`", record(found, n, rungs)))
}

/// Checks the facts of the record: rungs of the ladder, and none is met less often than all together.
pub fn record(record: &RecordFindings, trials: u64, rungs: usize) -> Checked {
    let all = case(&record.all, trials)?;
    ensure(record.facts.len() <= FACTS, "there are too many facts")?;
    for found in &record.facts {
        let met = case(&found.case, trials)?;
        ensure(
            met >= all,
            "a fact is met less often than all facts together",
        )?;
        fact(found.fact, rungs)?;
    }
    Ok(())
}

/// Checks a fact of a record on a ladder of so many rungs.
pub fn fact(fact: Fact, rungs: usize) -> Checked {
    let sound = match fact {
        Fact::Outcome(_) => true,
        Fact::Peak(rung) | Fact::FirstAnswer(rung) => rung < rungs,
        Fact::EndDay(from, to) | Fact::Deaths(from, to) => {
            from.is_finite() && to.is_finite() && from <= to
        }
    };
    ensure(sound, "a fact is none that a record can state")
}

fn outcomes(findings: &Findings) -> Checked {
    cases(findings.outcomes.iter(), findings.trials)?;
    let open = case(findings.outcome(Outcome::Unresolved), findings.trials)?;
    ensure(
        findings.unresolved == open,
        "`unresolved` is not what its share says",
    )
}

fn means(findings: &Findings) -> Checked {
    for quantity in Quantity::ALL {
        let of = findings.means.of(quantity);
        mean(&of, quantity.is_share())?;
        if let Some(outcome) = quantity.outcome() {
            ensure(
                of == QuantityMean::of_case(findings.outcome(outcome)),
                "the mean of an outcome is not its share",
            )?;
        }
        if let Kind::Outcomes(together) = quantity.row().kind {
            let shares = together.iter();
            let sum: f64 = shares.map(|&one| findings.outcome(one).share.share).sum();
            ensure(
                (of.mean - sum).abs() < 1e-9,
                "outcomes together are not the sum of their shares",
            )?;
        }
    }
    Ok(())
}

fn deaths(findings: &Findings) -> Checked {
    for quantile in findings.deaths {
        known(quantile.value, quantile.interval)?;
        ensure(quantile.value >= 0.0, "fewer than no deaths")?;
    }
    let rise = findings
        .deaths
        .windows(2)
        .all(|pair| pair[0].value <= pair[1].value);
    ensure(rise, "the quantiles do not rise")
}

fn levels(findings: &Findings, rungs: usize) -> Checked {
    let days = &findings.levels;
    ensure(
        (1..=MOST_DAYS).contains(&days.len()),
        "there is no such number of days",
    )?;
    for (at, day) in days.iter().enumerate() {
        ensure(
            day.len() == rungs + 1,
            "there is not one count for each level",
        )?;
        within_place("day", at, counts(day.iter(), findings.trials))?;
    }
    let excluded = &findings.levels_excluded;
    ensure(
        excluded.iter().all(|day| day.len() == rungs + 1),
        "there is not one reason or none for each level",
    )
}
