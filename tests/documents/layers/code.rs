//! Rust code as text: without comments, without the content of texts, and without what is compiled
//! for tests only.

/// The code of a file without its comments, and with its texts and characters empty.
pub fn bare(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let (mut code, mut at) = (String::new(), 0);
    let starts = |at: usize, what: &str| {
        what.chars()
            .enumerate()
            .all(|(k, c)| chars.get(at + k) == Some(&c))
    };
    while at < chars.len() {
        let next = if starts(at, "//") {
            (at..chars.len())
                .find(|&k| chars[k] == '\n')
                .unwrap_or(chars.len())
        } else if starts(at, "/*") {
            (at + 2..chars.len())
                .find(|&k| starts(k, "*/"))
                .map_or(chars.len(), |k| k + 2)
        } else if chars[at] == '"' {
            end_of_text(&chars, at)
        } else if let Some(end) = end_of_raw_text(&chars, at) {
            end
        } else if chars[at] == '\''
            && (chars.get(at + 1) == Some(&'\\') || chars.get(at + 2) == Some(&'\''))
        {
            (at + 3..chars.len())
                .find(|&k| chars[k - 1] == '\'')
                .unwrap_or(chars.len())
        } else {
            code.push(chars[at]);
            at + 1
        };
        code.extend(
            chars[at..next]
                .iter()
                .filter(|&&c| c == '\n' && next > at + 1),
        );
        at = next;
    }
    code
}

/// Where the text that begins with the quotation mark at `at` is over.
fn end_of_text(chars: &[char], at: usize) -> usize {
    let mut k = at + 1;
    while k < chars.len() && chars[k] != '"' {
        k += if chars[k] == '\\' { 2 } else { 1 };
    }
    k + 1
}

/// Where the raw text that begins at `at` is over, if one does.
fn end_of_raw_text(chars: &[char], at: usize) -> Option<usize> {
    let word_before = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    let hashes = chars[at..]
        .iter()
        .skip(1)
        .take_while(|&&c| c == '#')
        .count();
    if chars[at] != 'r' || word_before || chars.get(at + 1 + hashes) != Some(&'"') {
        return None;
    }
    let end = |k: usize| chars[k] == '"' && (1..=hashes).all(|h| chars.get(k + h) == Some(&'#'));
    (at + 2 + hashes..chars.len())
        .find(|&k| end(k))
        .map(|k| k + 1 + hashes)
}

/// Bare code without what is compiled for tests only; lines stay where they are.
pub fn without_tests(code: &str) -> String {
    let mut rest = code;
    let mut kept = String::new();
    while let Some(at) = rest.find("#[cfg(test)]") {
        kept += &rest[..at];
        let end = end_of_item(&rest[at..]);
        kept.extend(rest[at..at + end].chars().filter(|&c| c == '\n'));
        rest = &rest[at + end..];
    }
    kept + rest
}

/// Where the item that begins here is over: at its closing brace, or at a semicolon before any
/// brace.
fn end_of_item(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}
