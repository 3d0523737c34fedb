//! Random streams of mediators, fronts, armed groups and uncertain values.

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

use super::luck::{BLOCK, Block, fill, key, number, uniform};

/// The random stream of one mediator, front, armed group or uncertain value.
pub struct EntityStream {
    generator: ChaCha8Rng,
    /// The first few streams, each with its last used block of trials.
    streams: [TrialBlock; STREAMS_HELD],
}

/// Number of streams that are cached: an armed group seldom attacks more often than this in one
/// trial.
const STREAMS_HELD: usize = 6;

/// One stream's draws for 32 trials in a row.
#[derive(Clone, Copy)]
struct TrialBlock {
    /// Index of the cached block of trials; `u64::MAX` means that nothing is cached.
    number: u64,
    block: Block,
}

impl EntityStream {
    /// The luck of the thing with this address.
    #[must_use]
    pub fn new(seed: u64, address: u128) -> Self {
        let empty = TrialBlock {
            number: u64::MAX,
            block: [0; 8 * BLOCK],
        };
        Self {
            generator: ChaCha8Rng::from_seed(key(seed, address)),
            streams: [empty; STREAMS_HELD],
        }
    }

    /// The thing's uniform draw number `nth` in a trial, from 0: 0 <= u < 1.
    #[inline]
    pub fn draw(&mut self, trial: u64, nth: u64) -> f64 {
        let wanted = trial / BLOCK as u64;
        let at = (trial % BLOCK as u64) as usize;
        let Some(held) = self.streams.get_mut(nth as usize) else {
            let mut block = [0; 8 * BLOCK];
            fill(&mut block, &mut self.generator, nth, wanted);
            return uniform(number(&block, at));
        };
        if held.number != wanted {
            held.number = wanted;
            fill(&mut held.block, &mut self.generator, nth, wanted);
        }
        uniform(number(&held.block, at))
    }
}

/// The luck of things with these addresses.
pub fn streams(seed: u64, addresses: &[u128]) -> Vec<EntityStream> {
    addresses
        .iter()
        .map(|&address| EntityStream::new(seed, address))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_depends_on_its_address_alone() {
        let mut named = EntityStream::new(7, 99);
        let along: Vec<_> = (0..100).map(|trial| named.draw(trial, 0)).collect();
        for trial in [50, 3, 99, 0, 1] {
            assert_eq!(named.draw(trial, 0), along[trial as usize]);
            assert_eq!(
                EntityStream::new(7, 99).draw(trial, 9),
                named.draw(trial, 9)
            );
            assert_ne!(named.draw(trial, 1), along[trial as usize]);
            assert_ne!(named.draw(trial, 8), named.draw(trial, 9));
        }
        assert_ne!(EntityStream::new(7, 98).draw(0, 0), along[0]);
        assert_ne!(EntityStream::new(8, 99).draw(0, 0), along[0]);
    }
}
