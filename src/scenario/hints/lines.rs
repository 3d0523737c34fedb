//! Texts that have no lines as a scenario has them.

use std::sync::Arc;

use crate::error::Problem;
use crate::scenario::read::text::{Spot, Text};

/// No line of a scenario is longer.
const MOST_LINE: usize = 65_536;

/// What has no lines as a scenario has them: reported before the parser runs, which is slow on a
/// megabyte of nonsense.
pub fn no_lines(text: &Arc<Text>) -> Option<Problem> {
    let content = text.content();
    let lone = content
        .bytes()
        .zip(content.bytes().skip(1))
        .position(|pair| pair.0 == b'\r' && pair.1 != b'\n');
    if let Some(at) = lone {
        let problem =
            Problem::new("a line ends with a lone carriage return")
                .at(Spot::new(text, at..at).place());
        return Some(problem.help("save the file with the line ends of Unix or Windows"));
    }
    let mut start = 0;
    for line in content.split_inclusive('\n') {
        if line.len() > MOST_LINE {
            let message = format!("the line is longer than {MOST_LINE} characters");
            let problem = Problem::new(message).at(Spot::new(text, start..start).place());
            return Some(problem.help("a scenario is a page or two of text; is this one?"));
        }
        start += line.len();
    }
    None
}
