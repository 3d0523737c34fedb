//! The draw of a rung from its odds.

use super::ladder::{Ladder, PerRung};

/// The rung at a uniform draw, 0 <= u < 1, from odds with this sum, by inversion in rung order: as
/// many rungs lie below it as have summed odds up to the draw's. Without a branch, since which rung
/// it will be is what no processor can guess.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
#[must_use]
pub fn pick(ladder: &Ladder, odds: &PerRung, sum: f64, u: f64) -> usize {
    let drawn = u * sum;
    let mut upto = 0.0;
    let mut rung = 0;
    for odds in &odds[..ladder.len] {
        upto += odds;
        rung += usize::from(upto <= drawn);
    }
    rung.min(ladder.top()) // beyond the top only by rounding, at a draw next to 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choice::{self, Weights};
    use crate::model::testing::blueprint;
    use crate::model::{Model, Side, State, World};
    use crate::parameters::{Actor, MAX_RUNGS};
    use crate::stats::with_simd;

    #[test]
    fn inversion_goes_up_the_ladder_and_meets_every_share() {
        let world = World::new(&Model::new(blueprint(4)).unwrap());
        let draw = |u| {
            let mut odds = [0.0; MAX_RUNGS];
            odds[..4].copy_from_slice(&[1.0, 0.0, 2.0, 1.0]);
            pick(&world.ladder, &odds, 4.0, u)
        };
        let mut counts = [0; 4];
        for i in 0..4000 {
            counts[draw((f64::from(i) + 0.5) / 4000.0)] += 1;
        }
        assert_eq!(counts, [1000, 0, 2000, 1000]);
        assert_eq!(draw(0.0), 0);
        assert_eq!(draw(1.0 - f64::EPSILON / 2.0), 3);
    }

    /// Numbers of a simple generator, split-mix, between 0 and 1.
    fn numbers() -> impl FnMut() -> f64 {
        let mut at = 0_u64;
        move || {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (at ^ (at >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((mixed ^ (mixed >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
        }
    }

    /// A world of `n` rungs whose opener may be anyone, and a state of it.
    fn anywhere(n: usize, u: &mut impl FnMut() -> f64) -> (World, State) {
        let mut plain = blueprint(n);
        plain.numbers.actors[0] = Actor {
            reciprocity: 4.0 * u(),
            concern_for_reputation: 2.0 * u(),
            audience_cost: 2.0 * u(),
            show_of_force: 2.0 * u(),
            stake: 2.0 * u(),
            diversion: 2.0 * u(),
            fear_of_escalation: 2.0 * u(),
            cost_of_overstretch: 2.0 * u(),
            value_of_ties: u(),
            choice_precision: 8.0 * u(),
            ..Actor::default()
        };
        let world = World::new(&Model::new(plain).unwrap());
        let mut state = State::new(&world);
        state.mediation[0] = u();
        state.domestic[0].pressure = 2.0 * u();
        state.domestic[0].threat = u();
        state.overstretch[0].load = u();
        state.overstretch[0].readiness = u();
        state.deterrence[0].reputation = u();
        state.trust.0 = u();
        (world, state)
    }

    /// The bits of the odds and of their sum, and the rung.
    #[inline(always)]
    #[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
    fn choose(world: &World, weights: &Weights, draw: f64) -> ([u64; MAX_RUNGS], u64, usize) {
        let mut odds = [0.0; MAX_RUNGS];
        let sum = choice::odds(world, Side::Opener, weights, &mut odds);
        (
            odds.map(f64::to_bits),
            sum.to_bits(),
            pick(&world.ladder, &odds, sum, draw),
        )
    }

    /// In wide registers the choice comes to the same odds and the same rung, to the last bit. That
    /// the bits are at stake shows in the twin: a sum in another order is another one.
    #[test]
    fn wide_choices_are_the_same_to_the_bit() {
        let mut u = numbers();
        let (mut reordered, mut picked) = (0, [0; MAX_RUNGS]);
        for round in 0..20_000 {
            let (world, state) = anywhere(3 + round % (MAX_RUNGS - 2), &mut u);
            let (weights, draw) = (
                Weights::new(&world, &state, Side::Opener, 1.5 * u(), u()),
                u(),
            );
            let plain = choose(&world, &weights, draw);
            let with_simd = with_simd(
                #[inline(always)]
                || choose(&world, &weights, draw),
            );
            assert_eq!(with_simd, plain, "round {round}");
            let in_order: f64 = plain.0.iter().map(|&bits| f64::from_bits(bits)).sum();
            reordered += usize::from(in_order.to_bits() != plain.1);
            picked[plain.2] += 1;
        }
        assert!(reordered > 2_000, "{reordered}");
        assert!(picked[..20].iter().all(|&times| times > 0), "{picked:?}");
    }
}
