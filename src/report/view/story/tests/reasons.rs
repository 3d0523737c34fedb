//! The reasons of a decision: the largest, of both signs, and what the rest come to.

use crate::report::words::{Rival, close_rival, first_rival, reasons, rival};
use crate::scenario::testing::shipped;
use crate::study::story_testing::trial_of;

#[test]
fn what_is_shown_and_the_rest_make_the_whole() {
    let mut of_both_signs = 0;
    for name in ["iran-pakistan-2024", "spiral", "angry-public"] {
        let scenario = shipped(name, &[]);
        for trial in 0..40 {
            let study = trial_of(&scenario, trial);
            let ladder = &study.subject.ladder;
            for (point, mind) in study.story.trace.points.iter().zip(&study.story.minds) {
                for rival in [first_rival(point, ladder), rival(point)] {
                    let all = mind.split(point.drawn(), rival.rung());
                    let told = reasons(point, mind, rival, 3);
                    let shown: f64 = told.shown.iter().map(|pull| pull.part).sum();
                    let sum: f64 = all.iter().sum();
                    assert!((shown + told.rest - sum).abs() < 1e-9 && told.all == sum);
                    let exact = point.chance(point.drawn()) / point.chance(rival.rung());
                    if exact.is_finite() && exact > 0.0 {
                        assert!((sum.exp() / exact - 1.0).abs() < 1e-6, "{sum} {exact}");
                    }
                    assert_eq!(told.shown.len() + told.others, 12);
                    // None that is left out is larger than one that is shown.
                    let least = told.shown.iter().map(|pull| pull.part.abs());
                    let least = least.fold(f64::INFINITY, f64::min);
                    let larger = all.iter().filter(|part| part.abs() > least).count();
                    assert!(larger < 3, "{all:?}");
                    assert!(
                        told.shown
                            .iter()
                            .all(|pull| pull.in_words().factor != "1.0")
                    );
                    let is_for = told.shown.iter().filter(|pull| pull.part > 0.0).count();
                    of_both_signs += usize::from(is_for > 0 && is_for < told.shown.len());
                }
            }
        }
    }
    assert!(of_both_signs > 50);
}

#[test]
fn force_is_held_against_the_off_ramp_and_the_off_ramp_against_force() {
    let scenario = shipped("iran-pakistan-2024", &[]);
    for trial in 0..100 {
        let study = trial_of(&scenario, trial);
        let ladder = &study.subject.ladder;
        for point in &study.story.trace.points {
            let other = first_rival(point, ladder).rung();
            if ladder.force[point.drawn()] {
                assert_eq!(other, ladder.off_ramp);
            } else {
                let likeliest = (0..ladder.force.len()).filter(|&rung| ladder.force[rung]);
                assert!(ladder.force[other]);
                assert!(
                    likeliest
                        .map(|rung| point.chance(rung))
                        .all(|chance| chance <= point.chance(other))
                );
            }
            let next = close_rival(point, ladder).map(Rival::rung);
            assert!(next != Some(other) && next != Some(point.drawn()));
        }
    }
}
