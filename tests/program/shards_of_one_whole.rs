//! Which shards are of one whole: those of the same inputs, and no others.

use std::path::Path;
use std::process::Output;

use crate::common::program::{done_line_in, err, files, line_in};
use crate::common::sealed::resealed;

/// Holds that shards were refused as parts of different results.
#[track_caller]
fn belongs_to_another(output: &Output) {
    assert_eq!(output.status.code(), Some(65), "{}", err(output));
    assert!(
        err(output).contains("belongs to another result"),
        "{}",
        err(output)
    );
}

/// The line that gives a shipped scenario its name.
fn title_of(scenario: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios/what-ifs")
        .join(scenario);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .find(|line| line.starts_with("name = "))
        .unwrap()
        .to_owned()
}

/// One whole, written in two ways: what counts are the inputs.
#[test]
fn shards_of_the_same_inputs_are_of_one_whole() {
    let place = tempfile::tempdir().unwrap();
    let title = title_of("hotline.toml");
    let mine = format!(
        "extends = \"hotline\"\n{title}\n[overrides]\n\"relations.crisis_communication\" = 0.5\n"
    );
    std::fs::write(place.path().join("the-same-hotline.toml"), mine).unwrap();
    let options = "--trials 300 --charts none --quiet";
    let by_set = format!("run hotline --set relations.crisis_communication=0.5 {options}");
    done_line_in(place.path(), &format!("{by_set} --out whole"));
    done_line_in(place.path(), &format!("{by_set} --out one --shard 1/2"));
    done_line_in(
        place.path(),
        &format!("run the-same-hotline.toml {options} --out two --shard 2/2"),
    );
    let shards = "one/shard-1-of-2.json two/shard-2-of-2.json";
    done_line_in(
        place.path(),
        &format!("merge --charts none --out merged --quiet {shards}"),
    );
    assert!(files(&place.path().join("whole")) == files(&place.path().join("merged")));
    done_line_in(
        place.path(),
        &format!("run hotline {options} --out three --shard 2/2"),
    );
    belongs_to_another(&line_in(
        place.path(),
        "merge one/shard-1-of-2.json three/shard-2-of-2.json",
    ));
}

/// Studies of which a second part is no part of the sweep
/// `hotline --vary relations.crisis_communication=0..1:4`.
const OTHERS: [(&str, &str); 4] = [
    (
        "points",
        "sweep hotline --vary relations.crisis_communication=0..1:5",
    ),
    (
        "quantity",
        "sweep hotline --vary relations.crisis_communication=0..1:4 --outcome answer",
    ),
    ("compare", "compare hotline spiral"),
    ("run", "run hotline"),
];

/// Parts of different studies, and of different axes, are not of one whole.
#[test]
fn shards_of_other_studies_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let options = "--trials 50 --charts none --quiet";
    let sweep = "sweep hotline --vary relations.crisis_communication=0..1:4";
    done_line_in(
        place.path(),
        &format!("{sweep} --shard 1/2 {options} --out one"),
    );
    for (name, line) in OTHERS {
        done_line_in(
            place.path(),
            &format!("{line} --shard 2/2 {options} --out {name}"),
        );
        let merge = format!("merge one/shard-1-of-2.json {name}/shard-2-of-2.json");
        belongs_to_another(&line_in(place.path(), &merge));
    }
    let tip =
        "tip --vary relations.crisis_communication=0..1 --outcome wars --share 0.1 --shard 1/2";
    assert_eq!(line_in(place.path(), tip).status.code(), Some(2));
}

/// What a later shard says of itself is held to the first: a digest of inputs that fits is not
/// enough.
#[test]
fn a_later_shard_is_held_to_the_request_of_the_first() {
    let place = tempfile::tempdir().unwrap();
    let shard = |out: &str, part: u32, trials: u32| {
        done_line_in(
            place.path(),
            &format!("run hotline --trials {trials} --shard {part}/2 --out {out} --quiet"),
        );
        std::fs::read_to_string(
            place
                .path()
                .join(out)
                .join(format!("shard-{part}-of-2.json")),
        )
        .unwrap()
    };
    let first = shard("one", 1, 100);
    let longer = shard("two", 2, 1000);
    let inputs = |text: &str| {
        text.lines()
            .find(|line| line.contains("\"inputs\""))
            .unwrap()
            .to_owned()
    };
    let forged = resealed(&longer.replace(&inputs(&longer), &inputs(&first)));
    std::fs::write(place.path().join("forged.json"), forged).unwrap();
    belongs_to_another(&line_in(
        place.path(),
        "merge one/shard-1-of-2.json forged.json --no-files",
    ));
}
