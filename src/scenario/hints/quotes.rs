//! A line without its texts or its comment.

/// The line with what stands in quotes left out.
pub fn outside_quotes(line: &str) -> String {
    let mut quote = None;
    let outside = |c: &char| match (quote, *c) {
        (None, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        (Some(open), c) if open == c => {
            quote = None;
            false
        }
        (None, _) => true,
        _ => false,
    };
    line.chars().filter(outside).collect()
}

/// The line up to its comment; a `#` inside quotes begins none.
pub fn without_comment(line: &str) -> &str {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return line[..at].trim_end(),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    line
}

/// The parts between commas that stand neither in quotes nor in brackets of their own.
pub fn segments(list: &str) -> Vec<&str> {
    let (mut segments, mut begin, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, c) in list.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '[' | '{' | '(') => depth += 1,
            (None, ']' | '}' | ')') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                segments.push(list[begin..at].trim());
                begin = at + 1;
            }
            _ => {}
        }
    }
    segments.push(list[begin..].trim());
    segments
}
