use super::*;
use crate::scenario::testing::shipped;

fn words(path: &str, from: f64, to: f64) -> AxisWords {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let axis = Axis::spread(path, from, to, 3, false).unwrap();
    AxisWords::new(&axis, &scenario.names, &Standing::new(&scenario, path))
}

#[test]
fn an_axis_is_said_in_words() {
    for (path, from, to, said) in [
        (
            "relations.crisis_communication",
            0.0,
            1.0,
            "crisis communication rises from none to perfect",
        ),
        (
            "actors.*.restraint",
            1.0,
            0.0,
            "restraint in strikes on both sides rises from none to full",
        ),
        (
            "actors.iran.stake",
            0.0,
            2.5,
            "gain if the other gives way (Iran) rises from none to 2.5",
        ),
        (
            "actors.*.response_days",
            1.0,
            30.0,
            "time to answer in days on both sides rises from 1 to 30",
        ),
        (
            "actors.pakistan.apology",
            0.0,
            1.0,
            "habit of apologising (Pakistan) rises from never to always",
        ),
        (
            "arguments.china-counsels",
            0.0,
            1.0,
            "the weight of the argument “china-counsels” rises from none to full",
        ),
    ] {
        assert_eq!(words(path, from, to).rises(), said);
    }
}

#[test]
fn values_within_the_range_have_their_words() {
    let anchors = words("actors.*.forewarning", 0.0, 1.0).anchors();
    let said: Vec<&str> = anchors.iter().map(|anchor| anchor.words).collect();
    assert_eq!(said, ["not at all", "in full"]);
    assert_eq!(
        words("actors.*.misperception", 0.1, 0.5).anchors()[0].words,
        "usual"
    );
    assert!(
        words("arguments.china-counsels", 0.0, 1.0)
            .label()
            .starts_with("Weight of: “")
    );
}

#[test]
fn who_has_which_value_is_said() {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let path = "actors.*.restraint";
    let base = Standing::new(&scenario, path);
    let restraint = words(path, 0.0, 1.0);
    let own = |readable: bool| restraint.own(&base, |_| readable).unwrap();
    assert_eq!(own(true), "baseline: Iran 0.3, Pakistan 0.6");
    assert_eq!(own(false), "baseline: 0.3, 0.6");
}
