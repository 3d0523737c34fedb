//! Changes to the text of a file, as damage or malice makes them.

use proptest::prelude::*;

/// A change to the text of a file.
#[derive(Clone, Debug)]
pub enum Change {
    /// Flips a bit.
    Flip(prop::sample::Index, u8),
    /// Ends the file early.
    Cut(prop::sample::Index),
    /// Sets the digit nearest after a place to another.
    Digit(prop::sample::Index, u8),
    /// Removes a line.
    Drop(prop::sample::Index),
    /// Copies a line to somewhere else.
    Copy(prop::sample::Index, prop::sample::Index),
    /// Puts a scrap somewhere.
    Put(prop::sample::Index, usize),
}

const SCRAPS: [&str; 16] = [
    "\"",
    ",",
    "{",
    "}",
    "[",
    "\\u0000",
    "null",
    "-1",
    "1e9",
    "99999999999999999999999999999999999999999",
    " ",
    "\r\n",
    "\"seed\": 1,\n",
    "\"files\": {},\n",
    "\u{feff}",
    "é",
];

/// Any change.
pub fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        place().prop_map(Change::Cut),
        (place(), b'0'..=b'9').prop_map(|(at, digit)| Change::Digit(at, digit)),
        place().prop_map(Change::Drop),
        (place(), place()).prop_map(|(from, to)| Change::Copy(from, to)),
        (place(), 0..SCRAPS.len()).prop_map(|(at, scrap)| Change::Put(at, scrap)),
    ]
}

/// The text with a change.
pub fn changed(text: &str, change: &Change) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match change {
        Change::Flip(at, bit) => bytes[at.index(text.len())] ^= 1 << bit,
        Change::Cut(at) => bytes.truncate(at.index(text.len())),
        Change::Digit(at, digit) => {
            let at = at.index(text.len());
            if let Some(place) = (at..text.len()).find(|&place| bytes[place].is_ascii_digit()) {
                bytes[place] = *digit;
            }
        }
        Change::Drop(at) => {
            let at = at.index(lines.len());
            bytes = [&lines[..at], &lines[at + 1..]]
                .concat()
                .concat()
                .into_bytes();
        }
        Change::Copy(from, to) => {
            let (line, at) = (lines[from.index(lines.len())], to.index(lines.len()));
            bytes = [&lines[..at], &[line], &lines[at..]]
                .concat()
                .concat()
                .into_bytes();
        }
        Change::Put(at, scrap) => {
            let at = (at.index(text.len())..=text.len())
                .find(|&at| text.is_char_boundary(at))
                .unwrap();
            bytes.splice(at..at, SCRAPS[*scrap].bytes());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
