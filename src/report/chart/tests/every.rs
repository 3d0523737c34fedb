//! What holds of every chart of every case.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use super::boxes::Boxes;
use super::cases::{CASES, Case};
use crate::report::chart::{Picture, levels, outcomes, peak};

/// A chart of a case, and the same chart drawn again.
pub struct Drawn {
    pub name: String,
    pub picture: Picture,
    svg: String,
    again: Picture,
}

pub static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| CASES.iter().flat_map(drawn).collect());

fn drawn(case: &Case) -> [Drawn; 3] {
    let (findings, rungs, caption) = (&case.findings, &case.rungs(), &case.caption());
    let outcomes = || outcomes(findings, caption).unwrap();
    let peak = || peak(findings, rungs, caption).unwrap();
    let levels = || levels(findings, rungs, &case.timeline, caption).unwrap();
    let named = |chart: &str, [picture, again]: [Picture; 2]| {
        let svg = picture.svg().unwrap();
        Drawn {
            name: format!("{chart}-{}", case.name),
            picture,
            svg,
            again,
        }
    };
    [
        named("outcomes", [outcomes(), outcomes()]),
        named("peak", [peak(), peak()]),
        named("levels", [levels(), levels()]),
    ]
}

#[test]
fn nothing_leaves_the_picture_and_no_text_lies_over_another() {
    for drawn in DRAWN.iter() {
        let boxes = Boxes::of(&drawn.name, &drawn.svg);
        boxes.assert_inside();
        boxes.assert_texts_apart();
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for drawn in DRAWN.iter() {
        assert!(drawn.svg == drawn.again.svg().unwrap(), "{}", drawn.name);
    }
}

#[test]
fn every_chart_says_what_it_is_in_its_picture_and_in_words() {
    for drawn in DRAWN.iter() {
        let svg = &drawn.svg;
        for says in [
            "role=\"img\"",
            "<title>",
            "<desc>A teaching model. Not a forecast. ",
            "simulation error only.</desc>",
            ">A teaching model. Not a forecast.</text>",
            ". Intervals: 95 %, simulation error only.</text>",
            "seed 1, ",
        ] {
            assert!(svg.contains(says), "{}: {says}", drawn.name);
        }
        let (_, marks) = svg.split_once("</style>").unwrap();
        assert!(!marks.contains("NaN"), "{}", drawn.name);
    }
}

#[test]
fn every_chart_becomes_a_png() {
    for drawn in DRAWN
        .iter()
        .filter(|drawn| drawn.name.ends_with("baseline"))
    {
        let bytes = drawn.picture.png().unwrap();
        assert!(
            bytes.starts_with(b"\x89PNG") && bytes == drawn.again.png().unwrap(),
            "{}",
            drawn.name
        );
    }
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = PathBuf::from(env::var("OFFRAMP_CHARTS").expect("OFFRAMP_CHARTS names a folder"));
    fs::create_dir_all(&folder).unwrap();
    for Drawn {
        name, picture, svg, ..
    } in DRAWN.iter()
    {
        fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
        fs::write(folder.join(format!("{name}.png")), picture.png().unwrap()).unwrap();
    }
}
