//! SVG and PNG show the same: our PNG is the picture that resvg makes of the SVG.

use tiny_skia::Pixmap;

use super::every::DRAWN;
use super::{outcomes, reader, studies};
use crate::report::chart::backend::font::Ruler;
use crate::report::chart::backend::picture::{Align, Mark, Picture, TENTHS, TextMark};
use crate::report::chart::backend::png;

/// How far apart two pictures of one size are.
#[derive(Debug)]
struct Apart {
    /// The mean difference of a channel, of 255.
    mean: f64,
    /// How many pixels of three million differ by more than a quarter in some channel.
    pixels: usize,
}

impl Apart {
    fn of(ours: &Pixmap, theirs: &Pixmap) -> Self {
        assert_eq!(
            (ours.width(), ours.height()),
            (theirs.width(), theirs.height())
        );
        let both = ours.data().iter().zip(theirs.data());
        let differences: Vec<u8> = both.map(|(one, other)| one.abs_diff(*other)).collect();
        let sum: u64 = differences.iter().copied().map(u64::from).sum();
        let far = |pixel: &&[u8]| pixel.iter().any(|&channel| channel > 64);
        Self {
            mean: sum as f64 / differences.len() as f64,
            pixels: differences.chunks_exact(4).filter(far).count(),
        }
    }

    /// Whether nobody could tell them apart. Of all charts none is further off than 0.103, and no
    /// pixel differs by a quarter: what differs is how circles are made of curves, and the more so
    /// the darker they are.
    fn alike(&self) -> bool {
        self.mean < 0.12 && self.pixels < 10
    }
}

/// How far our picture of one is from resvg's of another.
fn apart(ours: &Picture, theirs: &Picture) -> Apart {
    Apart::of(
        &png::pixels(ours).unwrap(),
        &reader::pixels(&theirs.svg().unwrap()),
    )
}

fn assert_alike(name: &str, picture: &Picture) {
    let apart = apart(picture, picture);
    assert!(apart.alike(), "{name}: {apart:?}");
}

#[test]
fn every_run_looks_the_same_in_both() {
    for drawn in DRAWN.iter() {
        assert_alike(&drawn.name, &drawn.picture);
    }
}

#[test]
fn every_study_looks_the_same_in_both() {
    for (name, picture) in studies::drawn() {
        assert_alike(&name, &picture);
    }
}

#[test]
fn every_name_looks_the_same_in_both() {
    let odd = "  “AVATAR”,  To.\u{ad}Ty – Ую́т\u{a0}Ґ.\u{2009}Άν 11\t7½ ";
    for name in outcomes::hostile_names()
        .iter()
        .map(String::as_str)
        .chain([odd])
    {
        assert_alike(
            name,
            &outcomes::picture(outcomes::hostile_counts()[0], name, 1),
        );
    }
}

/// A text so many tenths of a point further on and down.
fn moved(text: TextMark, (across, down): (i32, i32)) -> Vec<Mark> {
    vec![Mark::Text(TextMark {
        top: (text.top.0 + across, text.top.1 + down),
        ..text
    })]
}

/// The letters of a text as texts of their own, where they would stand if none were kerned.
fn unkerned(text: &TextMark) -> Vec<Mark> {
    let ruler = Ruler::new().unwrap();
    let width = |words: &str| ruler.width(words, text.set) * TENTHS;
    let before = match text.align {
        Align::Left => 0.0,
        Align::Centre => width(&text.words) / 2.0,
        Align::Right => width(&text.words),
    };
    let letter = |(at, letter): (usize, char)| {
        let across = (width(&text.words[..at]) - before).round() as i32;
        moved(
            TextMark {
                words: letter.to_string(),
                align: Align::Left,
                ..text.clone()
            },
            (across, 0),
        )
    };
    text.words.char_indices().flat_map(letter).collect()
}

/// A chart, what is wrong with it, and the wrong marks in place of each.
type Fault = (&'static str, &'static str, fn(Mark) -> Vec<Mark>);

/// What is drawn otherwise than it is written.
const FAULTS: [Fault; 6] = [
    (
        "outcomes-baseline",
        "nothing is kerned",
        |mark| match mark {
            Mark::Text(text) => unkerned(&text),
            other => vec![other],
        },
    ),
    (
        "outcomes-baseline",
        "texts stand half a point to the right",
        |mark| match mark {
            Mark::Text(text) => moved(text, (5, 0)),
            other => vec![other],
        },
    ),
    (
        "outcomes-baseline",
        "one line stands a point lower",
        |mark| match mark {
            Mark::Text(text) if text.words.contains("A teaching model") => moved(text, (0, 10)),
            other => vec![other],
        },
    ),
    (
        "outcomes-baseline",
        "texts that end at their place begin there",
        |mark| match mark {
            Mark::Text(text) if text.align == Align::Right => vec![Mark::Text(TextMark {
                align: Align::Left,
                ..text
            })],
            other => vec![other],
        },
    ),
    (
        "outcomes-baseline",
        "dots have no outline",
        |mark| match mark {
            Mark::Dot {
                centre,
                radius,
                fill,
                outline: (colour, _),
            } => {
                vec![Mark::Dot {
                    centre,
                    radius,
                    fill,
                    outline: (colour, 0),
                }]
            }
            other => vec![other],
        },
    ),
    (
        "histories-baseline",
        "lines are too thick by half a point",
        |mark| match mark {
            Mark::Line {
                points,
                colour,
                width,
            } => vec![Mark::Line {
                points,
                colour,
                width: width + 5,
            }],
            other => vec![other],
        },
    ),
];

/// The twins: what is drawn otherwise than it is written is seen.
#[test]
fn a_planted_fault_is_seen() {
    for (name, fault, change) in FAULTS {
        let picture = &DRAWN
            .iter()
            .find(|drawn| drawn.name == name)
            .unwrap()
            .picture;
        let faulty = Picture {
            marks: picture.marks.iter().cloned().flat_map(change).collect(),
            ..picture.clone()
        };
        let apart = apart(&faulty, picture);
        assert!(!apart.alike() && apart.pixels > 1000, "{fault}: {apart:?}");
    }
}
