//! SIMD: work with AVX2 where the processor has it.

/// Runs the work with AVX2 instructions, four doubles at a time, if the processor has them, and
/// otherwise with the target's own instructions.
///
/// It is the same work, compiled twice: Rust never fuses a multiplication and an addition by
/// itself, so that the result is the same to the last bit on every machine (tested). Only what is
/// inlined into `work` is compiled twice; mark it `#[inline(always)]`.
#[inline(always)]
#[allow(clippy::inline_always)] // what is called instead of inlined is compiled once, for the target's own instructions
pub fn with_simd<R>(work: impl FnOnce() -> R) -> R {
    #[cfg(target_arch = "x86_64")]
    if let Some(avx2) = fearless_simd::Level::new().as_avx2() {
        return fearless_simd::Simd::vectorize(avx2, work);
    }
    work()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::exp2_each;

    #[inline(always)]
    #[allow(clippy::inline_always)] // or both would be one and the same
    fn work(from: f64) -> [u64; 8] {
        let mut powers = [0.0; 8];
        for (at, power) in powers.iter_mut().enumerate() {
            *power = -from - 0.37 * at as f64;
        }
        powers = exp2_each(powers);
        for power in &mut powers {
            *power = *power * from + 0.1;
        }
        powers.map(f64::to_bits)
    }

    /// Where the processor has no wide registers both are one. The twin: fused, the same work has
    /// other bits.
    #[test]
    fn wide_work_gives_the_same_bits() {
        let mut other = 0;
        for step in 0..10_000 {
            let from = f64::from(step) * 1e-3;
            let plain = work(from);
            let with_simd = with_simd(
                #[inline(always)]
                || work(from),
            );
            assert_eq!(with_simd, plain);
            let power = exp2_each([-from])[0];
            other += usize::from(power.mul_add(from, 0.1).to_bits() != plain[0]);
        }
        assert!(other > 1_000, "{other}");
    }
}
