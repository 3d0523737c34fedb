//! Values of options, as they are written.

use super::*;

#[test]
fn trials_are_whole_numbers_with_underscores_and_a_hint() {
    assert_eq!(trials("1_000"), Ok(1000));
    assert!(trials("1e6").unwrap_err().contains("1_000_000"));
    assert_eq!(shard("2/4"), Ok(ShardPart { part: 2, of: 4 }));
    assert!(
        ["0/4", "5/4", "1", "a/b", "1/0", "-1/2"]
            .iter()
            .all(|written| shard(written).is_err())
    );
    assert!(
        precision("0.001").is_ok()
            && ["0", "nan", "1", "x"]
                .iter()
                .all(|written| precision(written).is_err())
    );
    for (wrong, says) in [
        ("x=0..1:3:4", "one too many"),
        ("x=1..2:log:log", "no number of points"),
        (
            "x=0..1:100000000000000000000",
            "more than any axis can have",
        ),
        ("x=0..1:1e3", "no number of points"),
        ("x=0..1:", "no number of points"),
        ("x=0..1:1", "2 to 10000 points"),
    ] {
        assert!(
            axis(wrong).is_err_and(|message| message.contains(says)),
            "{wrong}"
        );
    }
    assert_eq!(
        axis("x=1..4:3:log").map(|axis| axis.values().to_vec()),
        Ok(vec![1.0, 2.0, 4.0])
    );
    assert!(
        trials("0").is_err() && trials("18446744073709551615").is_err() && trials("many").is_err()
    );
}
