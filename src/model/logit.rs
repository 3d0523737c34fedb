//! The draw of a rung from its odds.

use super::ladder::{Ladder, PerRung};

/// The rung at a uniform draw, 0 <= u < 1, from odds with this sum, by inversion in rung order: as many rungs lie below it as have summed odds up
/// to the draw's. Without a branch, since which rung it will be is what no processor can guess.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::wide`
#[must_use]
pub fn pick(ladder: &Ladder, odds: &PerRung, sum: f64, u: f64) -> usize {
    let drawn = u * sum;
    let (mut upto, mut rung) = (0.0, 0);
    for odds in &odds[..ladder.len] {
        upto += odds;
        rung += usize::from(upto <= drawn);
    }
    rung.min(ladder.top()) // beyond the top only by rounding, at a draw next to 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::blueprint;
    use crate::model::{Model, World};
    use crate::parameters::MAX_RUNGS;

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
}
