//! The scale of the marks beside one variant.

/// The scale ends at no smaller part of all, so that few histories do not look like many.
const LEAST: f64 = 0.05;
/// Numbers of histories from tick to tick: round ones.
const STEPS: [f64; 12] = [
    1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0,
];
/// Maximum ticks after the one at none.
const MOST_TICKS: f64 = 5.0;
/// The scale ends at a multiple of this part of a step: shortly after the largest value.
const FINE: f64 = 0.25;

/// Where marks stand.
pub struct Plot {
    pub scale: Scale,
    /// Where none is, and where the end of the scale is.
    pub left: f64,
    pub right: f64,
    /// Between which nothing else stands than marks and their words.
    pub limits: [f64; 2],
    /// The upper edge of the names above the first row.
    pub top: f64,
}

impl Plot {
    /// Where a share is.
    pub fn x(&self, share: f64) -> f64 {
        let part = (share / self.scale.end).clamp(0.0, 1.0);
        self.left + part * (self.right - self.left)
    }
}

/// The middle of a row.
#[derive(Clone, Copy)]
pub struct Middle {
    pub y: f64,
}

/// A scale from none to a share, counted in so many histories.
pub struct Scale {
    /// The share at its end.
    end: f64,
    /// How many histories are between two ticks.
    step: f64,
    /// How many histories all are.
    pub of: f64,
}

impl Scale {
    /// The scale up to a share, or a little more.
    pub fn to(share: f64, of: u64) -> Self {
        let of = of.max(1) as f64;
        let most = share.max(LEAST) * of;
        let step = STEPS
            .into_iter()
            .find(|step| most / step <= MOST_TICKS)
            .unwrap_or(of);
        let fine = step * FINE;
        let end = ((most / fine).ceil() * fine).min(of);
        Self {
            end: end / of,
            step,
            of,
        }
    }

    /// Round numbers of histories from none on.
    pub fn ticks(&self) -> Vec<f64> {
        let all = self.end * self.of + 1e-6;
        let mut ticks = Vec::new();
        let mut tick = 0.0;
        while tick <= all {
            ticks.push(tick);
            tick += self.step;
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_the_end_is_near_the_largest_value() {
        for (share, of, ticks) in [
            (0.78, 100, vec![0.0, 20.0, 40.0, 60.0, 80.0]),
            (0.82, 100, vec![0.0, 20.0, 40.0, 60.0, 80.0]),
            (0.023, 1_000, vec![0.0, 10.0, 20.0, 30.0, 40.0, 50.0]),
            (1.0, 1, vec![0.0, 1.0]),
        ] {
            let scale = Scale::to(share, of);
            assert!(scale.end >= share, "{share}");
            assert!(scale.end <= share.max(LEAST) * 1.1 + 1e-9, "{share}");
            assert_eq!(scale.ticks().len(), ticks.len(), "{share} of {of}");
            for (one, other) in scale.ticks().iter().zip(&ticks) {
                assert!((one - other).abs() < 1e-9);
            }
        }
    }
}
