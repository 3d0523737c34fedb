//! What each player of a game contributes (Shapley 1953): the mean, over all orders in which they
//! may join, of what the value rises by as a player joins.
//!
//! It is the one split in which the parts add up to the whole, players that do the same get the
//! same, players that do nothing get nothing, and the split of a sum of games is the sum of their
//! splits. For few players it is worked out over all subsets, for many it is estimated from orders,
//! each with its reverse (antithetic pairs: Mitchell, Cooper, Frank and Holmes 2022).
//!
//! ```
//! use offramp::stats::shapley_exact;
//!
//! // A left glove and two right ones: a pair is worth 1.
//! let gloves = |subset: u64| f64::from(u8::from(subset & 1 > 0 && subset & 6 > 0));
//! let [left, right, _] = shapley_exact(3, gloves)[..] else { unreachable!() };
//! assert!((left - 4.0 / 6.0).abs() < 1e-12 && (right - 1.0 / 6.0).abs() < 1e-12);
//! ```

mod orders;
#[cfg(test)]
mod tests;

pub use orders::shapley_orders;

/// Maximum number of players whose subsets are all worked out: 4,096 of them.
pub const MOST_EXACT: usize = 12;

/// The values of so many players, exactly: `value` gives the value of a subset, whose players are
/// the bits that are set. It is asked once for each subset, from none to all, so that players are
/// few: [`MOST_EXACT`] at most.
#[must_use]
pub fn shapley_exact(players: usize, value: impl FnMut(u64) -> f64) -> Vec<f64> {
    let subsets = 1_u64 << players;
    let worth: Vec<f64> = (0..subsets).map(value).collect();
    let weights = weights(players);
    (0..players)
        .map(|player| {
            let own = 1_u64 << player;
            let without = (0..subsets).filter(|subset| subset & own == 0);
            without
                .map(|subset| {
                    let rise = worth[(subset | own) as usize] - worth[subset as usize];
                    weights[subset.count_ones() as usize] * rise
                })
                .sum()
        })
        .collect()
}

/// The part of all orders in which exactly a subset of this size stands before a player.
fn weights(players: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(players);
    let mut weight = 1.0 / players.max(1) as f64;
    for size in 0..players {
        weights.push(weight);
        // s! (n - s - 1)! / n!, from one size to the next.
        weight *= (size + 1) as f64 / (players - size).saturating_sub(1).max(1) as f64;
    }
    weights
}

/// What each player adds as they join in an order, averaged with what it adds in the reverse of
/// that order: one estimate of all values. `value` gives the value of those who have joined; `none`
/// and `all` are its values of nobody and of everybody.
///
/// # Errors
/// The first error of `value`.
pub fn shapley_of_pair<E>(
    order: &[usize],
    [none, all]: [f64; 2],
    mut value: impl FnMut(&[bool]) -> Result<f64, E>,
) -> Result<Vec<f64>, E> {
    let mut sums = vec![0.0; order.len()];
    let mut reverse: Vec<usize> = order.to_vec();
    reverse.reverse();
    for order in [order, &reverse] {
        let mut joined = vec![false; order.len()];
        let mut before = none;
        for (place, &player) in order.iter().enumerate() {
            joined[player] = true;
            let after = if place + 1 == order.len() {
                all
            } else {
                value(&joined)?
            };
            sums[player] += (after - before) / 2.0;
            before = after;
        }
    }
    Ok(sums)
}
