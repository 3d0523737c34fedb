//! Unit tests of the files above.

use super::*;
use crate::stats::shapley_exact;

fn players(many: usize) -> Vec<Player> {
    (0..many)
        .map(|at| Player {
            id: format!("player-{at}"),
            claim: String::new(),
            who: String::new(),
            arguments: 1,
        })
        .collect()
}

#[test]
fn blocks_have_all_trials_once_and_as_evenly_as_can_be() {
    for (trials, blocks) in [(100, 20), (7, 3), (3, 20), (1, 1), (1_000_003, 200)] {
        let ranges = block_ranges(trials, blocks);
        assert_eq!(ranges.len() as u64, blocks.min(trials));
        assert_eq!((ranges[0].start, ranges[ranges.len() - 1].end), (0, trials));
        assert!(ranges.windows(2).all(|pair| pair[0].end == pair[1].start));
        let lengths: Vec<u64> = ranges.iter().map(|range| range.end - range.start).collect();
        let [least, most] = [lengths.iter().min(), lengths.iter().max()];
        assert!(most.unwrap() - least.unwrap() <= 1, "{lengths:?}");
    }
}

/// Of a model in which every player adds a number of its own, the values are these numbers, and the
/// blocks agree about them.
#[test]
fn a_planted_additive_model_is_found() {
    let weights = [0.05, -0.2, 0.0, 0.01];
    let values: Vec<Vec<f64>> = [0.0, 0.01, -0.01]
        .iter()
        .map(|luck| {
            shapley_exact(4, |subset| {
                let added = (0..4).filter(|at| subset >> at & 1 == 1);
                0.3 + added.map(|at| weights[at] * (1.0 + luck)).sum::<f64>()
            })
        })
        .collect();
    let shares = Shares {
        blocks: block_ranges(300, 3),
        values,
        is_share: true,
    };
    let entries = shares.entries(&players(4));
    let order: Vec<&str> = entries
        .iter()
        .map(|entry| entry.player.id.as_str())
        .collect();
    assert_eq!(order, ["player-1", "player-0", "player-3", "player-2"]);
    for entry in &entries {
        let at: usize = entry.player.id["player-".len()..].parse().unwrap();
        assert!((entry.value - weights[at]).abs() < 1e-12, "{entry:?}");
        let (low, high) = entry.interval.ends().unwrap();
        assert!(low <= weights[at] && weights[at] <= high, "{entry:?}");
    }
    // What did nothing in 300 trials may do something in a few of all.
    let (low, high) = entries[3].interval.ends().unwrap();
    assert!(low < 0.0 && high > 0.005 && high < 0.02, "{low} {high}");
}

/// A block that is larger counts for more.
#[test]
fn blocks_count_by_their_trials() {
    let shares = Shares {
        blocks: vec![0..3, 3..4],
        values: vec![vec![1.0], vec![5.0]],
        is_share: false,
    };
    assert_eq!(shares.entries(&players(1))[0].value, 2.0);
}

#[test]
fn one_block_bounds_nothing() {
    let shares = Shares {
        blocks: vec![0..1, 1..1],
        values: vec![vec![0.5]],
        is_share: false,
    };
    assert!(shares.entries(&players(1))[0].interval.lack().is_some());
}
