//! What a tip says of shares that are exact, of few trials, and where it is stopped.

use super::*;

fn exact(value: f64) -> Share {
    Share::new((value * 1e6).round() as u64, 1_000_000)
}

fn answer(share: f64, look: impl Fn(f64) -> Share) -> Answer {
    tip(&axis(), share, 1_000_000, |x, _| Ok::<_, ()>(Some(look(x))))
        .unwrap()
        .unwrap()
        .answer
}

#[test]
fn a_crossing_is_where_the_estimate_crosses() {
    let Answer::Crosses { crossings, unsure } = answer(0.333, exact) else {
        panic!()
    };
    let Crossing {
        at,
        low,
        high,
        rises,
        times,
    } = crossings[0];
    assert!(
        (at - 0.333).abs() < 2e-6 && low < at && at < high && high - low < 0.004,
        "{crossings:?}"
    );
    assert_eq!((crossings.len(), unsure, rises, times), (1, None, true, 1));
}

#[test]
fn obstacles_are_reported() {
    let why = |answer: Answer| match answer {
        Answer::CannotTell(doubt) => (doubt.why, doubt.from, doubt.to, doubt.needs),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        why(answer(0.5, |_| exact(0.5001))),
        (Why::Flat, 0.0, 1.0, Some(TrialsNeeded::MoreThan(2_000_000)))
    );
    assert_eq!(
        why(answer(0.5, |_| exact(0.5))),
        (Why::Flat, 0.0, 1.0, Some(TrialsNeeded::MoreThan(3_000_000)))
    );
    assert_eq!(
        why(answer(0.5, |_| exact(0.5015))),
        (Why::Flat, 0.0, 1.0, Some(TrialsNeeded::About(2_000_000)))
    );
    assert_eq!(why(answer(0.9, |x| exact(0.8 + 0.1 * x))).0, Why::End);
    assert_eq!(
        why(answer(0.5, |x| exact(0.5 + (x - 0.5) * (x - 0.5)))),
        (
            Why::Touch,
            0.475,
            0.525,
            Some(TrialsNeeded::MoreThan(3_000_000))
        )
    );
    let between = |x: f64| exact(0.5 + 0.003 + 40.0 * (x - 0.4875) * (x - 0.4875));
    assert_eq!(
        why(answer(0.5, |x| if (0.4..0.6).contains(&x) {
            between(x)
        } else {
            exact(0.9)
        }))
        .0,
        Why::Between
    );
}

#[test]
fn fixed_answers_are_reported() {
    assert_eq!(answer(0.5, |_| Share::excluded()), Answer::Excluded);
    assert_eq!(answer(0.5, |_| Share::certain()), Answer::Always);
    assert_eq!(
        answer(0.5, |x| if x < 0.3 {
            Share::excluded()
        } else {
            exact(0.1)
        }),
        Answer::Never(ValueSide::Below)
    );
    let Answer::Crosses { crossings, .. } = answer(0.5, |x| {
        if x < 0.31 {
            Share::excluded()
        } else {
            Share::certain()
        }
    }) else {
        panic!()
    };
    assert!(
        (crossings[0].at - 0.31).abs() < 1e-6 && crossings[0].low == crossings[0].high,
        "{crossings:?}"
    );
}

/// More trials than it is said are needed: so many still do not tell, but for one seed in twenty.
#[test]
fn needs_that_are_more_than_a_number_are_more() {
    let curve = CURVES.iter().find(|curve| curve.name == "flat").unwrap();
    let mut bounds = 0;
    for seed in 0..SEEDS {
        let Answer::CannotTell(Doubt {
            needs: Some(needs), ..
        }) = looked(curve, seed, Luck::Shared).answer
        else {
            continue;
        };
        // Its ends lie 0.01 beside the value: about 3.7 standard errors of as many trials tell.
        let enough = 0.25 * (3.7_f64 / 0.01).powi(2);
        if let TrialsNeeded::MoreThan(least) = needs {
            assert!((least as f64) < enough, "{least}");
            bounds += 1;
        }
    }
    assert!(bounds > SEEDS / 2, "{bounds}");
}

/// The sides are those of simultaneous exact intervals.
#[test]
fn a_look_is_clear_where_its_interval_is() {
    let level = 0.01 / 2.0 / 41.0;
    for met in [0_u64, 1, 30, 45, 55, 56, 69, 70, 71, 72, 100] {
        let (x, share) = (met as f64, Share::new(met, 100));
        let shares = vec![share; 41];
        let looks = Looks {
            values: &[0.0; 41],
            shares: &shares,
            share: SHARE,
            trials: 100,
        };
        let low = if met == 0 {
            0.0
        } else {
            beta_quantile(level, x, 101.0 - x)
        };
        let high = if met == 100 {
            1.0
        } else {
            beta_quantile(1.0 - level, x + 1.0, 100.0 - x)
        };
        let side = match () {
            () if low > SHARE => Some(ValueSide::Above),
            () if high < SHARE => Some(ValueSide::Below),
            () => None,
        };
        assert_eq!(looks.sides()[0], side, "{met}");
    }
    let fixed = Share {
        share: 1.0,
        interval: Interval::Fixed,
    };
    let looks = Looks {
        values: &[0.0],
        shares: &[fixed],
        share: SHARE,
        trials: 1,
    };
    assert_eq!(looks.sides(), [Some(ValueSide::Above)]);
}

/// Wherever it is stopped: what it says is no more than the whole tip says, and less narrow.
#[test]
fn a_stopped_tip_says_what_its_looks_bear() {
    let curve = CURVES[6];
    let shared = uniforms(3, curve.trials);
    let after = |most: usize| {
        let mut left = most;
        let look = |x: f64, more: u64| -> Result<Option<Share>, ()> {
            assert!(more < 41 + AT_SEVERAL);
            let met = shared.partition_point(|draw| *draw < (curve.chance)(x)) as u64;
            left = left.saturating_sub(1);
            Ok((left > 0).then(|| Share::new(met, curve.trials)))
        };
        tip(&axis(), SHARE, curve.trials, look).unwrap()
    };
    let whole = after(usize::MAX).unwrap();
    let Answer::Crosses {
        crossings,
        unsure: None,
    } = &whole.answer
    else {
        panic!("{:?}", whole.answer)
    };
    assert!(whole.complete && crossings.len() == 1);
    for looks in 0..110 {
        let Some(stopped) = after(looks) else {
            assert!(looks <= 2);
            continue;
        };
        assert_eq!(
            (stopped.complete, stopped.shares.len()),
            (stopped == whole, 41.min(looks - 1))
        );
        match &stopped.answer {
            Answer::Crosses {
                crossings: placed,
                unsure: None,
            } => {
                assert!(
                    placed[0].low <= crossings[0].low && crossings[0].high <= placed[0].high,
                    "{placed:?}"
                );
                assert!(
                    placed[0].low <= placed[0].at && placed[0].at <= placed[0].high,
                    "{placed:?}"
                );
            }
            Answer::Crosses {
                unsure: Some(_), ..
            }
            | Answer::Never(_)
            | Answer::CannotTell(_) => assert!(looks <= 41),
            other => panic!("{looks}: {other:?}"),
        }
    }
}
