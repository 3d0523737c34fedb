//! Powers of two, the same bits on every machine, several at a time.
//!
//! The standard library's exponentials are the platform's, which differ in the last bit between
//! systems. Those of `libm` do not, but take one number at a time behind a branch. This one is
//! plain multiplication and addition, so that the compiler may work on several numbers at once: the
//! logit of every choice rests on it. It stays within one unit in the last place of `libm`'s
//! (tested), and is several times as fast where it works on four (`cargo bench`).

use super::{at_least, at_most};

/// Adding 1.5 * 2^52 leaves a number's nearest integer in the lowest bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// Below this, 2^x is not a normal number.
const LOWEST: f64 = -1022.0;
const HIGHEST: f64 = 1023.0;

/// (2^r - 1) / r for |r| <= 1/2 as a polynomial in r, from the constant up: the Chebyshev fit of
/// degree 10, worked out with 40 digits; its error is below 1.3e-17.
const C: [f64; 11] = [
    std::f64::consts::LN_2,
    0.240_226_506_959_100_98,
    0.055_504_108_664_821_59,
    0.009_618_129_107_606_889,
    0.001_333_355_814_641_693_5,
    0.000_154_035_304_417_360_5,
    1.525_273_382_983_611_8e-5,
    1.321_544_258_792_169e-6,
    1.017_806_244_584_577_4e-7,
    7.072_585_949_269_224e-9,
    4.454_960_598_186_52e-10,
];

/// 2^x for x between -1022 and 1023; beyond, the value at the nearer end.
///
/// ```
/// assert_eq!(offramp::stats::exp2(-1.0), 0.5);
/// assert!((offramp::stats::exp2(0.5) - 2.0_f64.sqrt()).abs() < 1e-15);
/// ```
#[inline]
#[must_use]
pub fn exp2(x: f64) -> f64 {
    exp2_below(at_most(x, HIGHEST))
}

/// 2^x for x up to 1023, without looking out for larger: for the logit and for what fades, where
/// none is above 0.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `wide`
#[must_use]
pub fn exp2_below(x: f64) -> f64 {
    let x = at_least(x, LOWEST);
    let shifted = x + ROUND;
    let r = x - (shifted - ROUND);
    let whole = f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52);
    let r2 = r * r;
    let r4 = (r * r) * (r * r);
    // Estrin's order: short chains, so that the multiplications overlap.
    let low = (C[1] + C[2] * r) + (C[3] + C[4] * r) * r2;
    let high = ((C[5] + C[6] * r) + (C[7] + C[8] * r) * r2) + (C[9] + C[10] * r) * r4;
    // The largest terms come last, so that nothing small is lost on the way.
    let power = 1.0 + (C[0] * r + r2 * (low + high * r4));
    whole * power
}

/// As [`exp2_below`], of several numbers side by side, none above 1023.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `wide`
#[must_use]
pub fn exp2_each<const N: usize>(mut x: [f64; N]) -> [f64; N] {
    for x in &mut x {
        *x = exp2_below(*x);
    }
    x
}

/// e^x of several numbers side by side, as powers of two, for |x| up to a hundred or so.
#[inline]
#[must_use]
pub fn exp_each<const N: usize>(mut x: [f64; N]) -> [f64; N] {
    for x in &mut x {
        *x = exp2(*x * std::f64::consts::LOG2_E);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_libm_within_a_unit_in_the_last_place() {
        let mut worst = 0;
        for step in -1_020_000..=1_020_000_i32 {
            let x = f64::from(step) * 1.000_3e-3;
            worst = worst.max(exp2(x).to_bits().abs_diff(libm::exp2(x).to_bits()));
        }
        assert!(worst <= 1, "{worst} units");
    }

    #[test]
    fn e_to_the_x_is_good_to_fifteen_digits() {
        for step in -400..=400_i32 {
            let x = f64::from(step) / 10.0;
            assert!((exp_each([x])[0] / libm::exp(x) - 1.0).abs() < 1e-14, "{x}");
        }
    }

    #[test]
    fn the_ends_are_tiny_and_large_but_finite() {
        assert!(exp2(-1e300) > 0.0 && exp2(-1e300) < 1e-300);
        assert!(exp2(1e300).is_finite());
        assert_eq!((exp2(-0.0), exp2(10.0)), (1.0, 1024.0));
    }
}
