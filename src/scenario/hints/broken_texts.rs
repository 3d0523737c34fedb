//! Texts that are broken over lines.

use super::brackets::begins_anew;
use super::lexer::without_comment;

/// A text that goes on over more lines than this was hardly meant as one.
const MOST_LINES: usize = 20;

/// The last line of a text that begins on this line, the first being 1, and is closed on a later
/// one.
pub fn last_line(lines: &[&str], line: usize) -> Option<usize> {
    let first = lines.get(line.checked_sub(1)?)?;
    if first.contains("\"\"\"") || marks(first).is_multiple_of(2) || !first.contains("= \"") {
        return None;
    }
    let rest = lines.iter().enumerate().skip(line).take(MOST_LINES);
    let mut rest = rest.take_while(|(_, next)| !begins_anew(next.trim_start()));
    rest.find(|(_, next)| marks(next) % 2 == 1 && next.trim_end().ends_with(['"', ',']))
        .map(|(at, _)| at + 1)
}

/// How many quotation marks a line has.
fn marks(line: &str) -> usize {
    without_comment(line).matches('"').count()
}
