use super::*;
use crate::model::Blueprint;
use crate::model::testing::blueprint;
use crate::parameters::ArmedGroup;
use crate::sim::Simulator;
use crate::study::Findings;
use crate::tally::{Tally, levels};

/// What a model of the tests is made of.
#[derive(Clone, Copy)]
struct Case {
    rungs: usize,
    off_ramp: usize,
    limited_war: usize,
    first_move: FirstMove,
    war_risk: f64,
    /// The rung that is certain to slip into war.
    slips: Option<usize>,
    /// The chance that each side is overridden, and the rung of it.
    unauthorised: ([f64; 2], usize),
    choice_precision: f64,
    horizon_days: u32,
}

impl Case {
    const fn new(rungs: usize, off_ramp: usize, first_move: FirstMove, war_risk: f64) -> Self {
        let unauthorised = ([0.1; 2], rungs - 2);
        let (limited_war, slips, choice_precision, horizon_days) = (rungs - 2, None, 3.0, 30);
        Self {
            rungs,
            off_ramp,
            limited_war,
            first_move,
            war_risk,
            slips,
            unauthorised,
            choice_precision,
            horizon_days,
        }
    }
}

/// Ladders of all lengths, off-ramps and rungs of limited war, with every way to open, accidents,
/// later crises and acts of rogue units, which may be certain.
fn cases(war_risk: f64) -> Vec<Case> {
    let mut cases = Vec::new();
    for rungs in 3..=8 {
        for off_ramp in 0..rungs {
            for first_move in (0..rungs).map(FirstMove::Rung).chain([FirstMove::Choose]) {
                let plain = Case::new(rungs, off_ramp, first_move, war_risk);
                let at = cases.len();
                let sides = [[1.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
                let overridden = |rung| {
                    sides.map(|chances| Case {
                        unauthorised: (chances, rung),
                        ..plain
                    })
                };
                cases.push(plain);
                cases.push(Case {
                    limited_war: rungs / 2,
                    ..plain
                });
                cases.extend(overridden(rungs - 2));
                cases.push(Case {
                    limited_war: rungs - 2,
                    slips: Some(at % rungs),
                    ..plain
                });
                cases.extend(overridden(rungs / 2).map(|case| Case {
                    slips: Some(at / 2 % rungs),
                    ..case
                }));
            }
        }
    }
    cases
}

/// None where such a model makes no sense.
fn model(case: Case) -> Option<Model> {
    let plain = blueprint(case.rungs);
    let mut numbers = plain.numbers;
    numbers.opening.provocation = 0.5;
    for (at, rung) in numbers.rungs.iter_mut().enumerate() {
        rung.war_risk = if case.slips == Some(at) {
            1.0
        } else {
            case.war_risk
        };
    }
    if case.slips.is_some() {
        numbers.relations.crisis_communication = 0.0;
    }
    let (chances, unauthorised_rung) = case.unauthorised;
    for (actor, chance) in numbers.actors.iter_mut().zip(chances) {
        (actor.unauthorised, actor.choice_precision) = (chance, case.choice_precision);
    }
    if case.rungs.is_multiple_of(2) {
        numbers.actors[Side::Opener].occasions_per_day = 0.2;
    }
    numbers.armed_groups = vec![ArmedGroup {
        attacks_per_day: 0.2,
        severity: 0.5,
        ..ArmedGroup::default()
    }];
    let Case {
        off_ramp,
        limited_war,
        first_move,
        horizon_days,
        ..
    } = case;
    let (armed_group_victims, armed_group_luck) = (vec![Side::Other], vec![7]);
    Model::new(Blueprint {
        numbers,
        off_ramp,
        limited_war,
        unauthorised_rung,
        first_move,
        horizon_days,
        armed_group_victims,
        armed_group_luck,
        ..plain
    })
    .ok()
}

fn models(war_risk: f64) -> Vec<Model> {
    cases(war_risk).into_iter().filter_map(model).collect()
}

/// What the inputs are said to exclude, no trial meets; what they are said to fix is alike in all;
/// and no value lies beyond the least or the most.
#[test]
fn no_trial_meets_what_is_excluded() {
    let models = models(0.1);
    assert!(models.len() > 1000, "{}", models.len());
    let mut fixed = 0;
    for model in models {
        let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
        let exclusions = Exclusions::new(&model);
        let mut first = None;
        for trial in 0..100 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
            let values = Quantity::ALL.map(|quantity| quantity.of_trial(&model, summary));
            let first = first.get_or_insert(values);
            for quantity in Quantity::ALL {
                let (value, first) = (values[quantity as usize], first[quantity as usize]);
                assert!(
                    value == 0.0 || exclusions.quantity(quantity).is_none(),
                    "{quantity:?} in {model:?}"
                );
                assert!(
                    value == first || !exclusions.fixes(quantity),
                    "{quantity:?} in {model:?}"
                );
                let ends = quantity.least(&model)..=quantity.most(&model).value();
                assert!(ends.contains(&value), "{quantity:?} {value} in {model:?}");
            }
        }
        fixed += u32::from(exclusions.fixes(Quantity::Trust));
        let findings = Findings::new(&model, &tally, None);
        let counted = |counts: &[u64], why: &dyn Fn(usize) -> Option<Reason>| {
            for (at, &count) in counts.iter().enumerate() {
                assert!(
                    count == 0 || why(at).is_none(),
                    "{count} at {at}: {:?} in {model:?}",
                    why(at)
                );
            }
        };
        counted(&tally.outcomes, &|at| exclusions.outcome(Outcome::ALL[at]));
        counted(&tally.peak, &|rung| exclusions.peak(rung));
        counted(&tally.first_act, &|rung| exclusions.first_act(rung));
        counted(
            &[tally.trials - tally.first_act.iter().sum::<u64>()],
            &|_| exclusions.no_act(),
        );
        counted(&tally.first_answer, &|rung| exclusions.first_answer(rung));
        for (day, counts) in findings.levels.iter().enumerate() {
            counted(counts, &|rung| exclusions.level(day, levels::rung(rung)));
        }
    }
    assert!(fixed > 100, "{fixed}");
}

/// What no trial of very many meets on a short ladder is excluded: nothing that cannot be is taken
/// for merely rare.
#[test]
fn what_no_trial_meets_is_excluded() {
    let mut excluded = 0;
    let short = cases(0.1).into_iter().filter(|case| case.rungs <= 4);
    for model in short.filter_map(|case| {
        model(Case {
            choice_precision: 0.0,
            horizon_days: 8,
            ..case
        })
    }) {
        let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
        for trial in 0..4_000 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
        }
        let exclusions = Exclusions::new(&model);
        let missed = |counts: &[u64], why: &dyn Fn(usize) -> Option<Reason>| {
            let none = counts.iter().enumerate().filter(|&(_, &count)| count == 0);
            none.map(|(at, _)| assert!(why(at).is_some(), "{at} of {counts:?} in {model:?}"))
                .count()
        };
        excluded += missed(&tally.outcomes, &|at| exclusions.outcome(Outcome::ALL[at]));
        excluded += missed(&tally.peak, &|rung| exclusions.peak(rung));
        excluded += missed(&tally.first_act, &|rung| exclusions.first_act(rung));
        excluded += missed(&tally.first_answer, &|rung| exclusions.first_answer(rung));
        let by_day = tally.levels.by_day();
        let later: Vec<u64> = (0..=model.rungs())
            .map(|level| by_day[1..].iter().map(|day| day[level]).sum())
            .collect();
        excluded += missed(&by_day[0], &|rung| exclusions.level(0, levels::rung(rung)));
        excluded += missed(&later, &|rung| exclusions.level(1, levels::rung(rung)));
    }
    assert!(excluded > 500, "{excluded}");
}

/// However few the trials, no end of an interval lies beyond what the inputs make certain.
#[test]
fn no_interval_reaches_beyond_what_can_be() {
    let mut cut = 0;
    for model in models(0.95) {
        let FirstMove::Rung(rung) = model.first_move else {
            continue;
        };
        let (mut simulator, mut tally) = (Simulator::new(&model, 1), Tally::new(&model));
        for trial in 0..30 {
            let summary = simulator.run(trial, &mut tally);
            tally.add(summary, None);
        }
        let findings = Findings::new(&model, &tally, None);
        let mean = |quantity| findings.means.of(quantity);
        let force = model.force[rung];
        for (quantity, certain) in [
            (Quantity::Acts, true),
            (Quantity::ForceOpener, force),
            (Quantity::Force, force),
        ] {
            let low = mean(quantity).interval.low();
            assert!(
                low.is_none_or(|low| low >= f64::from(u8::from(certain))),
                "{quantity:?}"
            );
        }
        cut += u32::from(mean(Quantity::ForceOpener).interval.low() == Some(1.0));
    }
    assert!(cut > 10, "few needed to be cut: {cut}");
}

/// Day 0 of a fixed opening: its own rung, or war that it slips into, and nothing else.
#[test]
fn levels_that_cannot_occur_are_excluded_day_by_day() {
    let model = model(Case::new(7, 2, FirstMove::Rung(4), 0.1)).unwrap();
    let excluded = |day| {
        (0..=7)
            .map(|place| {
                let rung = levels::rung(place);
                Exclusions::new(&model).level(day, rung).is_some()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        excluded(0),
        [true, true, true, true, true, false, true, false]
    );
    assert_eq!(
        excluded(1),
        [false, true, true, true, false, false, false, false]
    );
}
