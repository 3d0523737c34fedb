//! Luck by address: a draw depends on where it is used, never on earlier draws.
//!
//! | whose luck | key | stream | position |
//! |---|---|---|---|
//! | the trial's: [`Luck`] | seed | trial | 6 numbers of 64 bits a step, one for each [`Draw`], two for all [`Chance`]s |
//! | a named thing's: [`EntityStream`](super::entity::EntityStream) | seed and the thing's address | how often it has drawn | trial |
//!
//! The generator is ChaCha with 8 rounds, which can be entered anywhere. So the same trial meets
//! the same luck in every scenario with the same seed (common random numbers), a step that skips a
//! draw shifts no other, and a mediator, front, armed group or uncertain value that is added draws
//! from a stream of its own.
//!
//! The generator makes 32 numbers of 64 bits at a time, a block. A step takes 6, so that one block
//! serves five steps and no step spans two blocks. The named streams run along the trials, so that
//! one block serves 32 trials.
//!
//! The layout of addresses has a version, [`STREAM_VERSION`]; results of two versions cannot be
//! compared bit by bit.

use std::sync::LazyLock;

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use crate::stats::{Inverse, erlang_quantile, normal_beyond};

/// The version of the layout of addresses, and of everything else that decides what a seed gives.
pub const STREAM_VERSION: u32 = 4;

/// The uses of luck in one step that need a number of 64 bits each. A step is an act, with the
/// deliberation or the attack before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Draw {
    /// The time an answer takes.
    Wait,
    /// What the fog does to what is seen.
    Fog,
    /// Which rung is chosen.
    Choice,
    /// Luck in deaths.
    Casualties,
}

/// The uses of luck in one step that only ask whether something happens. Two share 64 bits: 32 bits
/// say yes or no to within 3e-10 of any chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Chance {
    /// Whether the author of the last act makes amends.
    Amends,
    /// Whether a part of the state overrides the choice.
    Unauthorised,
    /// Whether the act is announced.
    Public,
    /// Whether the act leads to war by accident.
    Accident,
}

/// Index of the first chance.
const CHANCES: usize = Draw::Casualties as usize + 1;
/// Numbers of 64 bits in a step.
const SLOTS: usize = CHANCES + 2;
/// Numbers of 64 bits that the generator makes at a time: a block.
pub(super) const BLOCK: usize = 32;
/// Steps served by one block.
const STEPS_PER_BLOCK: u64 = (BLOCK / SLOTS) as u64;
/// Words of 32 bits in a block; the generator counts in these.
const WORDS_PER_BLOCK: u128 = 2 * BLOCK as u128;

/// The key of the generator for a seed and the address of a thing; address 0 is the trial's own
/// luck.
#[must_use]
pub fn key(seed: u64, address: u128) -> [u8; 32] {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..24].copy_from_slice(&address.to_le_bytes());
    key[24..].copy_from_slice(b"offramp1");
    key
}

/// A draw between 0 and 1, 1 excluded, in steps of 2^-53.
#[inline]
pub(super) const fn uniform(bits: u64) -> f64 {
    (bits >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// One block of the generator: numbers of 64 bits in little-endian bytes.
pub(super) type Block = [u8; 8 * BLOCK];

/// Fills `block` from a place of a stream.
pub(super) fn fill(block: &mut Block, generator: &mut ChaCha8Rng, stream: u64, number: u64) {
    generator.set_stream(stream);
    generator.set_word_pos(u128::from(number) * WORDS_PER_BLOCK);
    generator.fill_bytes(block);
}

/// The number at an index of a block.
#[inline]
pub(super) fn number(block: &Block, at: usize) -> u64 {
    u64::from_le_bytes(block.as_chunks().0[at])
}

/// Standard normal draws.
static NORMAL: LazyLock<Inverse> = LazyLock::new(|| Inverse::new(normal_beyond));
/// Erlang draws of shape 3 and mean 3.
static ERLANG: LazyLock<Inverse> = LazyLock::new(|| Inverse::new(erlang_quantile));

/// The draws of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws([u64; SLOTS]);

impl Draws {
    /// U: a uniform draw, 0 <= u < 1.
    #[inline]
    #[must_use]
    pub const fn uniform(&self, slot: Draw) -> f64 {
        uniform(self.0[slot as usize])
    }

    /// N: a standard normal draw, never infinite.
    #[inline]
    #[must_use]
    pub fn normal(&self, slot: Draw) -> f64 {
        NORMAL.draw(self.0[slot as usize])
    }

    /// Whether something with this chance happens: U < chance.
    #[inline]
    #[must_use]
    pub fn happens(&self, what: Chance, chance: f64) -> bool {
        let pair = self.0[CHANCES + what as usize / 2];
        let half = if (what as usize).is_multiple_of(2) {
            pair as u32
        } else {
            (pair >> 32) as u32
        };
        f64::from(half) * (1.0 / 4_294_967_296.0) < chance
    }

    /// An Erlang draw of shape 3 with this mean.
    #[inline]
    #[must_use]
    pub fn wait(&self, mean: f64) -> f64 {
        ERLANG.draw(self.0[Draw::Wait as usize]) * (mean / 3.0)
    }
}

/// The luck of trials: the generator, with one block of one trial.
pub struct Luck {
    generator: ChaCha8Rng,
    trial: u64,
    /// Index of the cached block of steps; `u64::MAX` means that nothing is cached.
    number: u64,
    block: Block,
}

impl Luck {
    /// The luck of a seed, in trial 0.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // Here, so that no trial allocates.
        LazyLock::force(&NORMAL);
        LazyLock::force(&ERLANG);
        Self {
            generator: ChaCha8Rng::from_seed(key(seed, 0)),
            trial: 0,
            number: u64::MAX,
            block: [0; 8 * BLOCK],
        }
    }

    /// Goes to another trial.
    #[inline]
    pub const fn begin(&mut self, trial: u64) {
        self.trial = trial;
        self.number = u64::MAX;
    }

    /// The draws of a step of the trial, from 0.
    #[inline]
    pub fn step(&mut self, step: u64) -> Draws {
        if self.number != step / STEPS_PER_BLOCK {
            self.number = step / STEPS_PER_BLOCK;
            fill(
                &mut self.block,
                &mut self.generator,
                self.trial,
                self.number,
            );
        }
        let first = (step % STEPS_PER_BLOCK) as usize * SLOTS;
        Draws(std::array::from_fn(|slot| {
            number(&self.block, first + slot)
        }))
    }
}

#[cfg(test)]
mod tests;
