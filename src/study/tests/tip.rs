//! Where a share crosses a value, and what there is to say of it.

use super::*;
use crate::quantities::Quantity;
use crate::stats::Share;

/// A tip of the baseline that is stopped after so many looks.
fn tipped(path: &str, quantity: Quantity, share: f64, trials: u64, most_looks: usize) -> TipStudy {
    let axis = Axis::spread(path, 0.0, 1.0, 6, false).unwrap();
    let mut reasons = Vec::new();
    let look = |value: f64, _: u64| -> Result<Option<Share>, ()> {
        if reasons.len() == most_looks {
            return Ok(None);
        }
        let scenario = shipped("iran-pakistan-2024", &[(path, &format!("{value:?}"))]);
        let mean = Findings::new(&scenario.model, &run(&scenario, trials), None)
            .means
            .of(quantity);
        reasons.push(mean.excluded);
        Ok(Some(Share {
            share: mean.mean,
            interval: mean.interval,
        }))
    };
    let tip = tip(&axis, share, trials, look).unwrap().unwrap();
    let axis = axis.beginning(tip.shares.len()).unwrap();
    let subject = (&shipped("iran-pakistan-2024", &[])).into();
    TipStudy {
        subject,
        seed: SEED,
        trials,
        base: Standing::new(&shipped("iran-pakistan-2024", &[]), path),
        axis,
        quantity,
        share,
        reasons,
        asked: 6,
        tip,
    }
}

fn come_back(study: &TipStudy) {
    comes_back(&Study::Tip(study.clone()));
    comes_back(&study.statement());
}

/// What is varied, a quantity, the share that is looked for, trials, most looks, and the kind of
/// the answer.
type Case = (&'static str, Quantity, f64, u64, usize, &'static str);

const CASES: [Case; 7] = [
    (
        "relations.crisis_communication",
        Quantity::Wars,
        0.1,
        4_000,
        usize::MAX,
        "crosses",
    ),
    (
        "relations.crisis_communication",
        Quantity::Wars,
        0.1,
        4_000,
        12,
        "crosses",
    ),
    (
        "relations.crisis_communication",
        Quantity::Wars,
        0.9,
        500,
        usize::MAX,
        "stays-below",
    ),
    (
        "relations.crisis_communication",
        Quantity::Wars,
        0.9,
        500,
        2,
        "stays-below",
    ),
    (
        "relations.crisis_communication",
        Quantity::Wars,
        0.1,
        1,
        usize::MAX,
        "cannot-tell",
    ),
    (
        "relations.crisis_communication",
        Quantity::NoForce,
        0.5,
        20,
        usize::MAX,
        "excluded",
    ),
    (
        "relations.crisis_communication",
        Quantity::Opening,
        0.5,
        20,
        usize::MAX,
        "always",
    ),
];

#[test]
fn tips_come_back() {
    for (path, quantity, share, trials, most_looks, kind) in CASES {
        let study = tipped(path, quantity, share, trials, most_looks);
        assert_eq!(study.tip.answer.kind(), kind, "{path} {quantity:?} {share}");
        assert_eq!(study.tip.complete, most_looks == usize::MAX);
        come_back(&study);
    }
}

#[test]
fn every_answer_comes_back() {
    let crossing = Crossing {
        at: 0.3,
        low: 0.1 + 0.2,
        high: 1.0 / 3.0,
        rises: false,
        times: 3,
    };
    let doubt = |why, needs| {
        Answer::CannotTell(Doubt {
            why,
            from: 0.0,
            to: -0.0,
            needs,
        })
    };
    let answers = [
        Answer::Excluded,
        Answer::Always,
        Answer::Unchanged,
        Answer::Never(ValueSide::Below),
        Answer::Never(ValueSide::Above),
        Answer::Crosses {
            crossings: vec![crossing; 2],
            unsure: None,
        },
        Answer::Crosses {
            crossings: vec![crossing],
            unsure: Some((0.5, 1e-300)),
        },
        doubt(Why::Flat, Some(TrialsNeeded::About(u64::MAX))),
        doubt(Why::End, Some(TrialsNeeded::MoreThan(2))),
        doubt(Why::Touch, None),
        doubt(Why::Between, None),
    ];
    let study = tipped(
        "relations.crisis_communication",
        Quantity::NoForce,
        0.5,
        1,
        4,
    );
    for answer in answers {
        let shares = vec![
            Share::new(0, 1),
            Share::certain(),
            Share::excluded(),
            Share::new(7, 9),
        ];
        let tip = Tip {
            answer,
            shares,
            complete: false,
        };
        come_back(&TipStudy {
            tip,
            ..study.clone()
        });
    }
}
