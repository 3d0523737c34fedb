//! Luck by address: what a draw is depends on where it is used, never on what was drawn before.
//!
//! | whose luck | key | stream | position |
//! |---|---|---|---|
//! | the trial's: [`Luck`] | seed | trial | 10 numbers of 64 bits a step, one for each [`Slot`] |
//! | a named thing's: [`NamedLuck`] | seed and the thing's address | how often it has drawn | trial |
//!
//! The generator is ChaCha with 8 rounds, which can be entered anywhere. So the same trial meets the same luck in every
//! scenario with the same seed (common random numbers), a step that skips a draw shifts no other, and a mediator, front,
//! spoiler or uncertain value that is added draws from a stream of its own. The named streams run along the trials, so
//! that one run of the generator serves 32 trials in a row.
//!
//! The layout of addresses has a version, [`STREAM_VERSION`]; results of two versions cannot be compared bit by bit.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use crate::stats::normal_quantile;

/// The version of the layout of addresses, and of everything else that decides what a seed gives.
pub const STREAM_VERSION: u32 = 1;

/// The uses of luck in one step: an act, with the deliberation or the attack before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Slot {
    /// First of three draws for the time an answer takes.
    Wait1,
    /// Second.
    Wait2,
    /// Third.
    Wait3,
    /// Whether the author of the last act makes amends.
    Amends,
    /// What the fog does to what is seen.
    Fog,
    /// Which rung is chosen.
    Choice,
    /// Whether a part of the state overrides the choice.
    Unauthorised,
    /// Whether the act is announced.
    Public,
    /// Luck in deaths.
    Casualties,
    /// Whether the act slips into war.
    Slip,
}

/// How many slots a step has.
const SLOTS: usize = Slot::Slip as usize + 1;
/// How many 32-bit words of the generator a step takes.
const WORDS: u128 = 2 * SLOTS as u128;

/// The key of the generator for a seed and the address of a thing; address 0 is the trial's own luck.
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
const fn uniform(bits: u64) -> f64 {
    (bits >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// The draws of one step.
#[derive(Clone, Copy, Debug)]
pub struct Draws([u64; SLOTS]);

impl Draws {
    /// U: a uniform draw, 0 <= u < 1.
    #[inline]
    #[must_use]
    pub const fn uniform(&self, slot: Slot) -> f64 {
        uniform(self.0[slot as usize])
    }

    /// N: a standard normal draw, from the middle of the slot's step of 2^-53.
    #[inline]
    #[must_use]
    pub fn normal(&self, slot: Slot) -> f64 {
        normal_quantile(self.uniform(slot) + 1.0 / 18_014_398_509_481_984.0)
    }

    /// Whether something with this chance happens.
    #[inline]
    #[must_use]
    pub fn happens(&self, slot: Slot, chance: f64) -> bool {
        self.uniform(slot) < chance
    }

    /// An Erlang draw of shape 3 with this mean.
    #[inline]
    #[must_use]
    pub fn wait(&self, mean: f64) -> f64 {
        let [a, b, c] = [Slot::Wait1, Slot::Wait2, Slot::Wait3].map(|slot| 1.0 - self.uniform(slot));
        -libm::log(a * b * c) * mean / 3.0
    }
}

/// The luck of trials: the generator, at one step of one trial.
pub struct Luck {
    generator: ChaCha8Rng,
    /// The step that the generator stands before.
    next: u64,
}

impl Luck {
    /// The luck of a seed, before its first trial.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { generator: ChaCha8Rng::from_seed(key(seed, 0)), next: 0 }
    }

    /// Goes to the first step of a trial.
    #[inline]
    pub fn begin(&mut self, trial: u64) {
        self.generator.set_stream(trial);
        self.next = 0;
    }

    /// The draws of a step of the trial, from 0.
    #[inline]
    pub fn step(&mut self, step: u64) -> Draws {
        if step != self.next {
            self.generator.set_word_pos(u128::from(step) * WORDS);
        }
        self.next = step + 1;
        let mut draws = [0; SLOTS];
        for draw in &mut draws {
            *draw = self.generator.next_u64();
        }
        Draws(draws)
    }
}

/// The luck of one named thing: a mediator, front, spoiler or uncertain value.
pub struct NamedLuck {
    /// Serves the first draw of every trial; it reads on from trial to trial.
    first: ChaCha8Rng,
    /// The trial that `first` stands before.
    next: u64,
    /// Serves the rarer later draws.
    later: ChaCha8Rng,
}

impl NamedLuck {
    /// The luck of the thing with this address.
    #[must_use]
    pub fn new(seed: u64, address: u128) -> Self {
        let generator = || ChaCha8Rng::from_seed(key(seed, address));
        Self { first: generator(), next: 0, later: generator() }
    }

    /// The thing's first uniform draw in a trial.
    #[inline]
    pub fn first(&mut self, trial: u64) -> f64 {
        if trial != self.next {
            self.first.set_word_pos(2 * u128::from(trial));
        }
        self.next = trial.wrapping_add(1);
        uniform(self.first.next_u64())
    }

    /// Its draw number `nth` in a trial, 0 being the first.
    pub fn nth(&mut self, trial: u64, nth: u64) -> f64 {
        self.later.set_stream(nth);
        self.later.set_word_pos(2 * u128::from(trial));
        uniform(self.later.next_u64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ChaCha8 with key 0: the words that every implementation gives.
    #[test]
    fn the_generator_is_chacha8() {
        for (stream, words) in
            [(0, [0x2fef_003e, 0xd640_5f89, 0xe8b8_5b7f, 0xa1a5_091f_u32]), (1, [0xb34b_8f2b, 0xca06_8379, 0, 0])]
        {
            let mut generator = ChaCha8Rng::from_seed([0; 32]);
            generator.set_stream(stream);
            for word in words.into_iter().filter(|&word| word != 0) {
                assert_eq!(generator.next_u32().swap_bytes(), word, "stream {stream}");
            }
        }
    }

    #[test]
    fn a_draw_depends_on_its_address_alone() {
        let mut luck = Luck::new(7);
        luck.begin(3);
        let in_order: Vec<_> = (0..20).map(|step| luck.step(step).0).collect();
        luck.begin(4);
        luck.step(0);
        luck.begin(3);
        for step in [19, 0, 7, 8, 3] {
            assert_eq!(luck.step(step).0, in_order[step as usize], "step {step}");
        }
        let mut named = NamedLuck::new(7, 99);
        let along: Vec<_> = (0..100).map(|trial| named.first(trial)).collect();
        for trial in [50, 3, 99, 0, 1] {
            assert_eq!(named.first(trial), along[trial as usize]);
            assert_eq!(named.nth(trial, 0), along[trial as usize]);
            assert_ne!(named.nth(trial, 1), along[trial as usize]);
        }
        assert_ne!(NamedLuck::new(7, 98).first(0), along[0]);
        assert_ne!(NamedLuck::new(8, 99).first(0), along[0]);
    }

    /// The mean and variance of an Erlang of shape 3 and mean m: m and m^2/3. With a planted fault (shape 2) it fails.
    #[test]
    fn waits_are_erlang() {
        let moments = |wait: fn(&Draws) -> f64| {
            let mut luck = Luck::new(1);
            let n = 200_000;
            let (mut sum, mut squares) = (0.0, 0.0);
            for trial in 0..n {
                luck.begin(trial);
                let days = wait(&luck.step(0));
                sum += days;
                squares += days * days;
            }
            let mean = sum / n as f64;
            (mean, squares / n as f64 - mean * mean)
        };
        let sound = |(mean, variance): (f64, f64)| (mean - 6.0).abs() < 0.04 && (variance - 12.0).abs() < 0.3;
        assert!(sound(moments(|draws| draws.wait(6.0))));
        assert!(!sound(moments(|draws| {
            let two = (1.0 - draws.uniform(Slot::Wait1)) * (1.0 - draws.uniform(Slot::Wait2));
            -libm::log(two) * 6.0 / 2.0
        })));
    }

    #[test]
    fn the_extreme_draws_stay_within_their_bounds() {
        let (lowest, highest) = (Draws([0; SLOTS]), Draws([u64::MAX; SLOTS]));
        assert_eq!(lowest.uniform(Slot::Fog), 0.0);
        assert!(highest.uniform(Slot::Fog) < 1.0);
        assert!(lowest.normal(Slot::Fog) < -8.0 && lowest.normal(Slot::Fog).is_finite());
        assert!(highest.normal(Slot::Fog) > 8.0 && highest.normal(Slot::Fog).is_finite());
        assert_eq!(lowest.wait(3.0), 0.0);
        assert!(highest.wait(3.0).is_finite());
        assert!(!highest.happens(Slot::Slip, 0.999) && highest.happens(Slot::Slip, 1.0));
        assert!(!lowest.happens(Slot::Slip, 0.0));
    }
}
