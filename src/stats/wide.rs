//! The processor's wide registers, where it has them.

/// Does the work with instructions for four doubles at a time where the processor has them (AVX2), and else as the
/// target's own instructions do it.
///
/// It is the same work, compiled twice: Rust never fuses a multiplication and an addition by itself, so that the result
/// is the same to the last bit on every machine (tested). Only what is inlined into `work` is compiled twice; mark it
/// `#[inline(always)]`.
#[inline(always)]
#[allow(clippy::inline_always)] // what is called instead of inlined is compiled once, for the target's own instructions
pub fn wide<R>(work: impl FnOnce() -> R) -> R {
    #[cfg(target_arch = "x86_64")]
    if let Some(avx2) = fearless_simd::Level::new().as_avx2() {
        return fearless_simd::Simd::vectorize(avx2, work);
    }
    work()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::exp2;

    #[test]
    fn wide_work_gives_the_same_bits() {
        let powers = |from: f64| -> [f64; 64] { std::array::from_fn(|at| exp2(from - 0.37 * at as f64) * from + 0.1) };
        for step in 0..10_000 {
            let from = f64::from(step) * 1e-3 - 5.0;
            assert_eq!(wide(|| powers(from)).map(f64::to_bits), powers(from).map(f64::to_bits));
        }
    }
}
