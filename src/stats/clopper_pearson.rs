//! The exact interval of Clopper and Pearson for a share.

use super::beta::beta_quantile;

/// The 95 % interval for a share, `successes` of `n` > 0, that covers at least its level whatever
/// the true share (Clopper and Pearson 1934). Used at 0 and n, where Wilson's covers too little.
#[must_use]
pub fn clopper_pearson(successes: u64, n: u64) -> (f64, f64) {
    let x = successes as f64;
    let m = n as f64;
    let low = if successes == 0 {
        0.0
    } else {
        beta_quantile(0.025, x, m - x + 1.0)
    };
    let high = if successes >= n {
        1.0
    } else {
        beta_quantile(0.975, x + 1.0, m - x)
    };
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference values computed with 30 digits.
    #[test]
    fn reference_values() {
        for (x, n, low, high) in [
            (81, 263, 0.252_736_745_6, 0.367_621_922_6),
            (15, 148, 0.057_844_010_1, 0.161_650_490_3),
            (0, 20, 0.0, 0.168_433_471_0),
            (1, 29, 0.000_872_646_9, 0.177_644_295_5),
            (0, 10_000, 0.0, 0.000_368_819_9),
            (3, 10_000, 0.000_061_871_5, 0.000_876_474_5),
            (500, 1000, 0.468_549_173_0, 0.531_450_827_0),
        ] {
            let (l, h) = clopper_pearson(x, n);
            assert!(
                (l - low).abs() < 6e-11 && (h - high).abs() < 6e-11,
                "{x}/{n}: {l} {h}"
            );
        }
    }

    #[test]
    fn none_and_all_mirror_each_other() {
        let (low, high) = clopper_pearson(50, 50);
        assert_eq!(high, 1.0);
        assert!((low - (1.0 - clopper_pearson(0, 50).1)).abs() < 1e-14);
        assert!((low - 0.025_f64.powf(1.0 / 50.0)).abs() < 1e-14);
    }
}
