//! Why histories go as they do: what comes back, the tree of paths, and the path of the record.

use super::*;
use crate::model::Side;
use crate::scenario::RecordedAct;
use crate::tally::{AnswerKind, DEPTH, Explained};

fn explained(scenario: &Scenario, trials: u64) -> (Tally, Explained) {
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let stop = AtomicBool::new(false);
    let watch = Watch {
        progress: &|_| (),
        stop: &stop,
    };
    ensemble::explain(&scenario.model, record, &Plan::new(SEED, trials), &watch).unwrap()
}

pub fn why(scenario: &Scenario, trials: u64) -> WhyStudy {
    let (tally, explained) = explained(scenario, trials);
    let asked = WhyAsked {
        trials,
        later: false,
    };
    WhyStudy::new(scenario, SEED, &tally, &explained, asked)
}

/// The baseline with doubt about some of its numbers, and its record kept.
fn doubtful() -> Scenario {
    let mut scenario = shipped(
        "iran-pakistan-2024",
        &[
            ("relations.trust", "{ uniform = [0.1, 0.8] }"),
            ("actors.pakistan.reciprocity", "{ choice = [1, 3, 5] }"),
            ("actors.iran.restraint", "{ normal = [0.4, 0.1] }"),
        ],
    );
    scenario.record = shipped("iran-pakistan-2024", &[]).record;
    scenario
}

#[test]
fn explanations_come_back_and_hold_together() {
    for scenario in scenarios() {
        for trials in TRIALS {
            let study = why(&scenario, trials);
            assert_eq!(Study::Why(study.clone()).check(), Ok(()));
            if trials < 1_000 {
                comes_back(&Study::Why(study));
            }
        }
    }
}

/// Counts and means are the same bits on one thread, on many, and in chunks of any size; and the
/// tally is that of a run.
#[test]
fn threads_and_chunks_change_nothing() {
    let scenario = doubtful();
    let stop = AtomicBool::new(false);
    let watch = Watch {
        progress: &|_| (),
        stop: &stop,
    };
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let all = [(1, 1024), (2, 7), (5, 100)].map(|(threads, chunk)| {
        let plan = Plan {
            threads: Some(threads),
            chunk,
            ..Plan::new(SEED, 3_000)
        };
        ensemble::explain(&scenario.model, record, &plan, &watch).unwrap()
    });
    assert!(all[1] == all[0] && all[2] == all[0]);
    assert!(all[0].0 == run(&scenario, 3_000));
    let serial = Explanation::of_first(&scenario.model, scenario.record.as_ref(), SEED, 3_000);
    assert_eq!(
        serial,
        Explanation::new(&scenario.model, scenario.record.as_ref(), &all[0].1)
    );
}

#[test]
fn parts_add_up_and_the_first_answers_are_all_there() {
    for scenario in scenarios() {
        let study = why(&scenario, 1_000);
        let mut first = 0;
        for (side, kind) in Side::BOTH.into_iter().zip(AnswerKind::ALL) {
            let Some(weighing) = study.explanation.weighing(side, kind) else {
                continue;
            };
            let parts: f64 = weighing.parts.iter().map(|part| part.mean).sum();
            assert!((parts - weighing.log_odds.mean).abs() < 1e-5);
        }
        for side in Side::BOTH {
            let weighing = study.explanation.weighing(side, AnswerKind::First);
            first += weighing.map_or(0, |weighing| weighing.answers);
        }
        let silent = (study.no_answer.share.share * 1_000.0).round() as u64;
        assert_eq!(first + silent, 1_000, "{}", scenario.name);
    }
}

#[test]
fn where_nobody_answers_the_study_says_why() {
    let study = why(
        &shipped("iran-pakistan-2024", &[("opening.rung", "war")]),
        50,
    );
    assert_eq!(study.explanation.first_answer(), None);
    assert_eq!(study.no_answer.share.share, 1.0);
}

/// Every node but the gathered ones has what its histories do; none follows a rarer one.
#[test]
fn trees_are_cut_at_their_rarest_and_lose_no_history() {
    let set = [
        ("opening.rung", "choose"),
        ("actors.*.choice_precision", "0.1"),
    ];
    let scenario = shipped("iran-pakistan-2024", &set);
    let study = why(&scenario, 30_000);
    let paths = &study.explanation.paths;
    assert_eq!(paths.nodes.len(), MOST_NODES);
    assert_eq!(Study::Why(study.clone()).check(), Ok(()));
    let gathered: u64 = paths.nodes.iter().map(|node| node.gathered.count).sum();
    let ended: u64 = paths.nodes.iter().map(|node| node.ends.sum()).sum();
    assert!(gathered > 0);
    assert_eq!(gathered + ended, 30_000);
    for (place, node) in paths.nodes.iter().enumerate().skip(1) {
        assert!(paths.nodes[node.parent.unwrap()].count >= node.count);
        assert!((1..=DEPTH).contains(&paths.depth(place)));
    }
}

#[test]
fn the_record_is_a_path_by_turns() {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let mut record = scenario.record.clone().unwrap();
    let path = |record: &_| recorded_path(record, &scenario.model);
    assert_eq!(path(&record), [5, 5, 1]);
    let act = |day: f64, actor, rung| RecordedAct {
        day,
        actor,
        rung,
        note: String::new(),
    };
    // Pakistan recalls its ambassador before it strikes: one answer, on the higher rung.
    record.acts.push(act(1.0, Side::Other, 2));
    record.acts.push(act(9.0, Side::Other, 6));
    assert_eq!(path(&record), [5, 5, 1]);
    // An answer above the off-ramp goes on, to five acts.
    record.acts.retain(|act| act.day < 3.0);
    for (day, actor) in [
        (4.0, Side::Opener),
        (5.0, Side::Other),
        (6.0, Side::Opener),
        (7.0, Side::Other),
    ] {
        record.acts.push(act(day, actor, 6));
    }
    assert_eq!(path(&record), [5, 5, 6, 6, 6]);
    record.acts.retain(|act| act.actor == Side::Other);
    assert!(path(&record).is_empty());
    record.acts.clear();
    assert!(path(&record).is_empty());
    let steps = why(&scenario, 1_000).explanation.paths.record;
    assert!(steps.windows(2).all(|pair| pair[0].count >= pair[1].count));
    assert_eq!(steps[0].count, 1_000);
}

/// What the record teaches: where it is met by enough trials, and not where it is met by few.
#[test]
fn values_of_trials_that_agree_are_set_beside_all() {
    let study = why(&doubtful(), 4_000);
    let [relations, reciprocity, restraint] = study.learned.as_slice() else {
        panic!("{:?}", study.learned);
    };
    let mut paths = [&relations.path, &reciprocity.path, &restraint.path];
    paths.sort();
    assert_eq!(
        paths,
        [
            "actors.iran.restraint",
            "actors.pakistan.reciprocity",
            "relations.trust"
        ]
    );
    let agreeing = (study.record.as_ref().unwrap().all.share.share * 4_000.0).round() as u64;
    for one in &study.learned {
        assert_eq!(one.all.n, 4_000);
        assert_eq!(one.agreeing.unwrap().n, agreeing);
    }
    let few = why(&doubtful(), 100);
    assert!(few.learned.iter().all(|one| one.agreeing.is_none()));
    assert_eq!(Study::Why(few).check(), Ok(()));
    let choice = study
        .learned
        .iter()
        .find(|one| one.path.ends_with("reciprocity"));
    let all = choice.unwrap().all;
    assert_eq!(
        [all.p05.value, all.p50.value, all.p95.value],
        [1.0, 3.0, 5.0]
    );
}

/// A study that was tampered with in one of its sums is refused.
#[test]
fn sums_that_do_not_hold_are_refused() {
    let sound = why(&shipped("iran-pakistan-2024", &[]), 200);
    let spoilt: [fn(&mut WhyStudy); 8] = [
        |study| study.explanation.trials += 1,
        |study| study.explanation.paths.nodes[1].ends.over += 1,
        |study| study.explanation.paths.nodes[2].parent = Some(2),
        |study| study.explanation.paths.record[1].count = 201,
        |study| study.explanation.paths.nodes.clear(),
        |study| first(study).parts[3].mean += 0.1,
        |study| first(study).likeliest[0] += 1,
        |study| first(study).chances.truncate(2),
    ];
    assert_eq!(Study::Why(sound.clone()).check(), Ok(()));
    for (at, spoil) in spoilt.into_iter().enumerate() {
        let mut study = sound.clone();
        spoil(&mut study);
        assert!(Study::Why(study).check().is_err(), "{at}");
    }
}

fn first(study: &mut WhyStudy) -> &mut Weighing {
    study.explanation.answers[1][0].as_deref_mut().unwrap()
}
