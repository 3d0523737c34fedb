//! Rankings are written and read back.

use super::*;
use crate::quantities::Quantity;
use crate::scenario::JudgedKind;
use crate::stats::{Interval, Lack};

fn player(id: &str) -> Player {
    Player {
        id: id.to_owned(),
        claim: "Nobody wanted a war.".to_owned(),
        who: "A historian".to_owned(),
        arguments: 1,
    }
}

/// A ranking of the baseline, whatever came of it.
fn ranked(ranking: Ranking, quantity: Quantity) -> RankStudy {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let findings = Findings::new(&scenario.model, &run(&scenario, 30), None);
    RankStudy {
        subject: (&scenario).into(),
        seed: SEED,
        trials: 30,
        quantity,
        by: RankBy::Argument,
        base: findings.means.of(quantity),
        ranking,
    }
}

fn left_out(trials: u64) -> LeftOut {
    let base = shipped("iran-pakistan-2024", &[]);
    let [one, other] = ["economic-stakes", "public-warning"].map(|id| {
        let weight = format!("arguments.{id}");
        let scenario = shipped("iran-pakistan-2024", &[(&weight, "0")]);
        Trial {
            player: player(id),
            model: scenario.model,
            is_base: false,
        }
    });
    let paired = run_paired(&[&base.model, &one.model, &other.model], trials);
    let batch = Batch::new(&base.model, &[one, other], &paired, Quantity::Wars).unwrap();
    let opening = OpeningRank::new(
        batch.base,
        batch
            .entries
            .iter()
            .map(|(entry, _)| entry.clone())
            .collect(),
    );
    let mut left_out = LeftOut::new(batch.entries, Some(opening));
    left_out.idle.push(player("idle"));
    left_out
}

#[test]
fn what_is_left_out_comes_back() {
    for trials in TRIALS {
        let study = ranked(Ranking::LeftOut(left_out(trials)), Quantity::Wars);
        comes_back(&Study::Rank(study));
    }
}

#[test]
fn a_split_comes_back() {
    let none = ranked(Ranking::Numbers(Vec::new()), Quantity::EndDay).base;
    for orders in [None, Some(7)] {
        let split = Split {
            none,
            orders,
            entries: vec![
                SplitEntry {
                    player: player("a"),
                    value: 0.1,
                    interval: Interval::between(0.05, 0.15),
                },
                SplitEntry {
                    player: player("b"),
                    value: -0.1,
                    interval: Interval::lacking(Lack::Few),
                },
            ],
        };
        let study = ranked(Ranking::Split(split), Quantity::EndDay);
        assert_eq!(study.ranking.method(), RankMethod::Split);
        comes_back(&Study::Rank(study));
    }
}

#[test]
fn moved_numbers_come_back() {
    let difference = Difference {
        value: -0.1,
        interval: Interval::between(-0.2, -0.05),
        differ: 4,
    };
    let number = MovedNumber {
        id: "a:relations.trust".into(),
        path: "relations.trust".into(),
        meaning: "how far each trusts the other".into(),
        claim: String::new(),
        who: String::new(),
        kind: JudgedKind::Default,
        value: 0.3,
        less: difference,
        more: Difference::NONE,
    };
    assert_eq!(number.widest(), &difference);
    let study = ranked(Ranking::Numbers(vec![number]), Quantity::Wars);
    comes_back(&Study::Rank(study));
}
