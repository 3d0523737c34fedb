//! Arrays with one value for each case of a list: `pair[side]`, `outcomes[outcome]`.

/// Lets an array be indexed by an enum that has as many variants as the array has values.
macro_rules! indexed_by {
    ($key:ty, $count:expr) => {
        impl<T> std::ops::Index<$key> for [T; $count] {
            type Output = T;

            #[inline(always)]
            #[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
            fn index(&self, key: $key) -> &T {
                &self[key as usize]
            }
        }

        impl<T> std::ops::IndexMut<$key> for [T; $count] {
            #[inline(always)]
            #[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
            fn index_mut(&mut self, key: $key) -> &mut T {
                &mut self[key as usize]
            }
        }
    };
}
pub(crate) use indexed_by;
