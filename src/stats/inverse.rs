//! Draws by inversion, from a table: one number of 64 bits in, one draw out, without rejection, and
//! but for one in 65,536 without a branch that depends on it.
//!
//! The quantile function of a smooth distribution is steep at the ends, where the remaining chance
//! goes to zero. So the table has cells by that chance: sixteen to every halving of it, on either
//! side of the median. In a cell the nearest trouble is 33 half-widths away, and a polynomial of
//! degree 7 is good to the last digits of a double.

/// The side of the median on which a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Below it.
    Lower,
    /// Above it.
    Upper,
}

/// The value beyond which a distribution has chance `p`, 0 < p <= 1/2, on the given side.
pub type Beyond = fn(p: f64, tail: Tail) -> f64;

/// How many coefficients a cell has: with eight it fills one line of the processor's memory.
const TERMS: usize = 8;
/// A polynomial from the constant up, in the place within the cell from -1 to 1.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Cell([f64; TERMS]);

/// Cells to a halving of the chance, as a power of two: the leading bits of a number's fraction
/// tell which.
const CELL_BITS: u32 = 4;
/// Halvings in the table. Draws further out, one in 65,536, ask the quantile function itself.
const HALVINGS: u64 = 16;
/// Bits of a double that are below its exponent.
const FRACTION_BITS: u32 = f64::MANTISSA_DIGITS - 1;
/// The leading bits of the lowest chance that has a cell, 2^-17.
const FIRST: u64 = (1022 - HALVINGS) << CELL_BITS;
/// The width of a step of chance: half of what 52 bits can tell apart.
const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;

/// The inverse of a distribution function.
#[derive(Clone, Debug)]
pub struct Inverse {
    /// By rising chance, of the lower and the upper side in turn.
    cells: Vec<Cell>,
    quantile: Beyond,
}

impl Inverse {
    /// The table of a quantile function.
    #[must_use]
    pub fn new(quantile: Beyond) -> Self {
        let chances = (FIRST..FIRST + (HALVINGS << CELL_BITS)).map(|leading| {
            [leading, leading + 1].map(|at| f64::from_bits(at << (FRACTION_BITS - CELL_BITS)))
        });
        let cells = chances.flat_map(|edges| {
            [Tail::Lower, Tail::Upper].map(|tail| Cell::fit(quantile, tail, edges))
        });
        Self {
            cells: cells.collect(),
            quantile,
        }
    }

    /// The draw at a number of 64 bits; it rises with the number, but for rounding where two cells
    /// meet.
    #[inline]
    #[must_use]
    pub fn draw(&self, bits: u64) -> f64 {
        // The chance beyond the draw, from the middle of a step of 2^-53, so that it is never zero.
        let upper = bits >> 63;
        let folded = if upper == 1 { !bits } else { bits };
        let p = ((folded >> 11) as f64 + 0.5) * STEP;
        let leading = p.to_bits() >> (FRACTION_BITS - CELL_BITS);
        // Below the first cell this is far beyond the last.
        let at = leading.wrapping_sub(FIRST).wrapping_mul(2) | upper;
        match self.cells.get(at as usize) {
            Some(cell) => cell.at(place(p)),
            None => (self.quantile)(p, if upper == 1 { Tail::Upper } else { Tail::Lower }),
        }
    }
}

/// Where a chance lies in its cell: from -1 to 1, the further bits of its fraction.
#[inline]
fn place(p: f64) -> f64 {
    let further = (p.to_bits() << (64 - FRACTION_BITS + CELL_BITS)) >> (64 - FRACTION_BITS);
    f64::from_bits(1.0_f64.to_bits() | further) * 2.0 - 3.0
}

impl Cell {
    #[inline]
    fn at(&self, t: f64) -> f64 {
        let c = &self.0;
        let t2 = t * t;
        let t4 = (t * t) * (t * t);
        ((c[0] + c[1] * t) + (c[2] + c[3] * t) * t2)
            + ((c[4] + c[5] * t) + (c[6] + c[7] * t) * t2) * t4
    }

    /// The polynomial through the Chebyshev points of the cell.
    fn fit(quantile: Beyond, tail: Tail, [low, high]: [f64; 2]) -> Self {
        // Less the middle, so that the rounding of the sums is that of small numbers.
        let middle = quantile(within([low, high], 0.0), tail);
        let values: [f64; TERMS] = std::array::from_fn(|node| {
            quantile(within([low, high], libm::cos(angle(node))), tail) - middle
        });
        // Chebyshev polynomials by powers, T[k+1] = 2 t T[k] - T[k-1], each times its coefficient.
        let mut before = [0.0; TERMS];
        let mut now = [0.0; TERMS];
        now[0] = 1.0;
        let mut powers = [0.0; TERMS];
        for degree in 0..TERMS {
            let terms = values
                .iter()
                .enumerate()
                .map(|(node, value)| value * libm::cos(degree as f64 * angle(node)));
            let scale = if degree == 0 { 1.0 } else { 2.0 } / TERMS as f64;
            let coefficient = scale * terms.sum::<f64>();
            for (power, of) in powers.iter_mut().zip(&now) {
                *power += coefficient * of;
            }
            let factor = if degree == 0 { 1.0 } else { 2.0 };
            let next =
                std::array::from_fn(|k| if k == 0 { 0.0 } else { factor * now[k - 1] } - before[k]);
            before = now;
            now = next;
        }
        powers[0] += middle;
        Self(powers)
    }
}

/// A place between two ends, of which the lower is -1 and the upper 1.
fn within([low, high]: [f64; 2], place: f64) -> f64 {
    0.5 * ((low + high) + (high - low) * place)
}

/// The angle of a Chebyshev point.
fn angle(node: usize) -> f64 {
    std::f64::consts::PI * (node as f64 + 0.5) / TERMS as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{erlang_quantile, normal_beyond};

    /// Numbers from all parts of the 64 bits, near the ends, the median and where two cells meet
    /// too.
    fn numbers() -> impl Iterator<Item = u64> {
        let edge =
            |leading: u64| (f64::from_bits(leading << (FRACTION_BITS - CELL_BITS)) / STEP) as u64;
        let edges = (FIRST..FIRST + (HALVINGS << CELL_BITS))
            .map(edge)
            .flat_map(|k| [k - 1, k, k + 1]);
        let edges = edges.flat_map(|k| [k << 11, !(k << 11)]);
        let spread = (0..200_000_u64).map(|k| k.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let ends = (0..64).flat_map(|shift| [1_u64 << shift, !(1 << shift), u64::MAX >> shift]);
        spread
            .chain(ends)
            .chain(edges)
            .chain([0, u64::MAX, (1 << 63) - 1, 1 << 63])
    }

    /// The largest difference from the quantile function, in units of the value or of 1 where it is
    /// smaller.
    fn worst(table: &Inverse, quantile: Beyond) -> f64 {
        let off = numbers().map(|bits| {
            let (tail, folded) = if bits >> 63 == 1 {
                (Tail::Upper, !bits)
            } else {
                (Tail::Lower, bits)
            };
            let value = quantile(((folded >> 11) as f64 + 0.5) * STEP, tail);
            (table.draw(bits) - value).abs() / value.abs().max(1.0)
        });
        off.fold(0.0, f64::max)
    }

    #[test]
    fn the_table_agrees_with_the_quantile_function() {
        for quantile in [normal_beyond as Beyond, erlang_quantile] {
            let worst = worst(&Inverse::new(quantile), quantile);
            assert!(worst < 2e-15, "{worst}");
        }
        // The twin: a table of another distribution does not.
        assert!(
            worst(&Inverse::new(normal_beyond), |p, tail| normal_beyond(
                p, tail
            ) * (1.0 + 1e-14))
                > 2e-15
        );
    }

    #[test]
    fn draws_rise_with_their_numbers() {
        for quantile in [normal_beyond as Beyond, erlang_quantile] {
            let table = Inverse::new(quantile);
            let mut numbers: Vec<u64> = numbers().collect();
            numbers.sort_unstable();
            let draws: Vec<f64> = numbers.iter().map(|&bits| table.draw(bits)).collect();
            assert!(draws.is_sorted_by(|one, two| *one <= two + 1e-15 * two.abs().max(1.0)));
        }
    }
}
