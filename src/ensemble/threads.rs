//! The threads of a run. Where the system gives fewer than were asked for, fewer do the work; where
//! it gives none, the caller's own does it: results are the same.

#[cfg(feature = "parallel")]
use rayon::prelude::*;
#[cfg(feature = "parallel")]
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Bytes that a thread may reserve before it does anything: its stack, and what the system's
/// allocator keeps for it. Where the user allows less, threads would leave nothing to work with.
#[cfg(feature = "parallel")]
const OF_A_THREAD: usize = 68 << 20;

/// Whether the system gives so many bytes of memory: they are asked for, and given back. Memory
/// that is used without asking ends the program where there is none.
#[must_use]
pub fn has_room(bytes: usize) -> bool {
    let mut room = Vec::<u8>::new();
    let is_there = room.try_reserve_exact(bytes).is_ok();
    std::hint::black_box(&mut room); // what nobody looks at need not be asked for
    is_there
}

/// Threads to do things side by side.
#[cfg(feature = "parallel")]
#[derive(Debug)]
pub struct Threads(Option<ThreadPool>);

#[cfg(feature = "parallel")]
impl Threads {
    /// This number of threads, or as many as the machine has.
    #[must_use]
    pub fn new(wanted: Option<usize>) -> Self {
        let mut count =
            wanted.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
        while count > 1 {
            if has_room((count + 1).saturating_mul(OF_A_THREAD)) // the caller needs as much
                && let Ok(pool) = ThreadPoolBuilder::new().num_threads(count).build()
            {
                return Self(Some(pool));
            }
            count /= 2;
        }
        Self(None)
    }

    /// Does something with each item, and gives what came of them in their order.
    pub fn map<T: Send, R: Send>(
        &self,
        items: Vec<T>,
        each: impl Fn(T) -> R + Sync + Send,
    ) -> Vec<R> {
        match &self.0 {
            Some(pool) => pool.install(|| items.into_par_iter().map(each).collect()),
            None => items.into_iter().map(each).collect(),
        }
    }

    /// Folds the numbers below `count` into one value: any thread begins with a `start` of its own,
    /// takes in numbers by `step`, and what several threads came to is put together by `join`.
    pub fn fold<W: Send>(
        &self,
        count: u64,
        start: impl Fn() -> W + Sync + Send,
        step: impl Fn(W, u64) -> W + Sync + Send,
        join: impl Fn(W, W) -> W + Sync + Send,
    ) -> W {
        match &self.0 {
            Some(pool) => {
                let folded = pool.install(|| {
                    (0..count)
                        .into_par_iter()
                        .fold(&start, step)
                        .reduce_with(join)
                });
                folded.unwrap_or_else(start)
            }
            None => (0..count).fold(start(), step),
        }
    }
}

/// Without the feature `parallel`, the caller's own thread does everything.
#[cfg(not(feature = "parallel"))]
#[derive(Debug)]
pub struct Threads;

#[cfg(not(feature = "parallel"))]
impl Threads {
    /// The caller's thread, for any number wanted.
    #[must_use]
    pub const fn new(_wanted: Option<usize>) -> Self {
        Self
    }

    /// Does something with each item, and gives what came of them in their order.
    pub fn map<T, R>(&self, items: Vec<T>, each: impl Fn(T) -> R) -> Vec<R> {
        items.into_iter().map(each).collect()
    }

    /// Folds the numbers below `count` into one value that begins as a `start`.
    pub fn fold<W>(
        &self,
        count: u64,
        start: impl Fn() -> W,
        step: impl FnMut(W, u64) -> W,
        _join: impl Fn(W, W) -> W,
    ) -> W {
        (0..count).fold(start(), step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_and_without_threads_the_same_comes_out() {
        for threads in [
            Threads::new(Some(1)),
            Threads::new(Some(3)),
            Threads::new(None),
        ] {
            assert_eq!(threads.map(vec![3, 1, 2], |number| number * 2), [6, 2, 4]);
            assert_eq!(
                threads.fold(
                    100,
                    || 0,
                    |sum, number| sum + number,
                    |one, other| one + other
                ),
                4950
            );
            assert_eq!(
                threads.fold(
                    0,
                    || 0,
                    |sum, number| sum + number,
                    |one, other| one + other
                ),
                0
            );
        }
        #[cfg(feature = "parallel")]
        assert!(Threads::new(Some(1)).0.is_none());
    }
}
