//! The standard normal distribution.

use super::Tail;

/// The 97.5 % point of the standard normal distribution: half-width of a 95 % interval in standard
/// errors.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// The chance that a standard normal draw lies below `x`.
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// The value below which a standard normal draw lies with chance `p`, 0 < p < 1 (Wichura 1988,
/// algorithm AS 241, PPND16): relative accuracy about 1e-16. Infinite at 0 and 1.
///
/// One uniform number gives one normal draw, without rejection, so that a draw's address stays
/// fixed.
///
/// ```
/// assert_eq!(offramp::stats::normal_quantile(0.5), 0.0);
/// assert!((offramp::stats::normal_quantile(0.975) - offramp::stats::Z_95).abs() < 1e-14);
/// ```
#[inline]
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    tail(p, q)
}

/// The value beyond which a standard normal draw lies with chance `p`, 0 < p <= 1/2: on the lower
/// side those below it, on the upper those above.
#[must_use]
pub fn normal_beyond(p: f64, tail: Tail) -> f64 {
    match tail {
        Tail::Lower => normal_quantile(p),
        Tail::Upper => -normal_quantile(p),
    }
}

#[cold]
fn tail(p: f64, q: f64) -> f64 {
    let nearer = if q < 0.0 { p } else { 1.0 - p };
    if nearer <= 0.0 {
        return q.signum() * f64::INFINITY;
    }
    let r = (-libm::log(nearer)).sqrt();
    let size = if r <= 5.0 {
        ratio(r - 1.6, &TAIL)
    } else {
        ratio(r - 5.0, &FAR_TAIL)
    };
    if q < 0.0 { -size } else { size }
}

/// A polynomial over a polynomial, coefficients from the constant upwards.
type Ratio = [[f64; 8]; 2];

#[inline]
fn ratio(r: f64, [above, below]: &Ratio) -> f64 {
    polynomial(r, above) / polynomial(r, below)
}

#[inline]
fn polynomial(r: f64, c: &[f64; 8]) -> f64 {
    let r2 = r * r;
    let r4 = (r * r) * (r * r);
    ((c[0] + c[1] * r) + (c[2] + c[3] * r) * r2) + ((c[4] + c[5] * r) + (c[6] + c[7] * r) * r2) * r4
}

const CENTRE: Ratio = [
    [
        3.387_132_872_796_366_5,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_3e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_854e3,
    ],
];
const TAIL: Ratio = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];
const FAR_TAIL: Ratio = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Points certified by Wichura (1988) and by tables of the normal distribution.
    #[test]
    fn known_points() {
        for (p, z) in [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
            (0.975, Z_95),
            (0.999_999, 4.753_424_308_817_087),
        ] {
            assert!(
                (normal_quantile(p) - z).abs() < 2e-11 * z.abs().max(1.0),
                "{p}: {}",
                normal_quantile(p)
            );
        }
        assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(normal_quantile(1.0), f64::INFINITY);
    }

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for step in -700..=500_i32 {
            let z = f64::from(step) / 100.0;
            assert!((normal_quantile(normal_cdf(z)) - z).abs() < 1e-9, "{z}");
        }
    }
}
