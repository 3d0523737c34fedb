//! Unit tests of the file above.

use super::*;

#[test]
fn the_default_ladder_is_sound() {
    let mut values = Values::default();
    let rungs = NamedRungs::default_ladder(&mut values);
    assert_eq!((rungs.names.len(), Rung::LIST[0].key), (9, "severity"));
    let severity = |at| match values
        .history(Slot::Rung(at, 0))
        .unwrap()
        .result(Slot::Rung(at, 0))
    {
        InputValue::Number(severity) => severity,
        InputValue::Uncertain(_) => panic!("uncertain"),
    };
    assert!((1..9).all(|at| severity(at - 1) < severity(at)) && severity(8) == 1.0);
}
