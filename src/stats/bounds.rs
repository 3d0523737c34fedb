//! Bounds in the form that is one instruction each; the standard library's must look out for NaN,
//! which no trial meets.

/// The smaller of two numbers.
#[inline(always)]
#[allow(clippy::inline_always)] // one instruction, wherever it is used
#[must_use]
pub fn at_most(value: f64, bound: f64) -> f64 {
    if value < bound { value } else { bound }
}

/// The larger of two numbers.
#[inline(always)]
#[allow(clippy::inline_always)] // one instruction, wherever it is used
#[must_use]
pub fn at_least(value: f64, bound: f64) -> f64 {
    if value > bound { value } else { bound }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_side_of_the_bound() {
        assert_eq!(
            (at_most(2.0, 1.0), at_most(0.5, 1.0), at_most(1.0, 1.0)),
            (1.0, 0.5, 1.0)
        );
        assert_eq!(
            (at_least(2.0, 1.0), at_least(0.5, 1.0), at_least(-0.0, 0.0)),
            (2.0, 1.0, 0.0)
        );
    }
}
