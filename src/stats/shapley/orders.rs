//! Orders of players, drawn at random and always the same from one seed.

/// Orders of so many players, each as likely as any other.
#[must_use]
pub fn shapley_orders(players: usize, count: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut draws = SplitMix(seed);
    (0..count)
        .map(|_| {
            let mut order: Vec<usize> = (0..players).collect();
            // Fisher and Yates, from the end (Durstenfeld 1964).
            for last in (1..players).rev() {
                let other = draws.below(last as u64 + 1);
                order.swap(last, other as usize);
            }
            order
        })
        .collect()
}

/// A small generator (Steele, Lea and Flood 2014).
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below another, which is small beside 2^64.
    fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first draws of seed 1234567 in the reference implementation.
    #[test]
    fn draws_are_those_of_the_reference() {
        let mut draws = SplitMix(1_234_567);
        assert_eq!(
            [draws.next(), draws.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
    }

    #[test]
    fn orders_are_orders_and_all_as_likely() {
        const COUNT: usize = 60_000;
        let mut seen = std::collections::BTreeMap::new();
        for order in shapley_orders(3, COUNT, 7) {
            *seen.entry(order).or_insert(0_u64) += 1;
        }
        assert_eq!(seen.len(), 6);
        let expected = COUNT as f64 / 6.0;
        let chi: f64 = seen
            .values()
            .map(|&count| (count as f64 - expected).powi(2) / expected)
            .sum();
        // 5 degrees of freedom: 1e-6 beyond 35.9.
        assert!(chi < 35.9, "{seen:?}");
    }

    #[test]
    fn few_players_have_orders_too() {
        assert_eq!(shapley_orders(0, 2, 1), [[0_usize; 0]; 2]);
        assert_eq!(shapley_orders(1, 1, 1), [[0]]);
    }
}
