//! Brackets that are never closed.

use super::quotes::without_comment;

/// The first bracket of a value that is still open where the next key or heading begins: all that a parser says behind it
/// is noise.
pub fn never_closed(content: &str) -> Option<usize> {
    let mut at = 0;
    let mut open: Vec<(usize, char)> = Vec::new();
    let (mut in_text, mut goes_on) = (false, false);
    for line in content.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if let Some(&(begin, bracket)) = open.last()
            && !in_text
            && begins_anew(trimmed)
        {
            // A table over several lines has keys of its own, behind commas.
            let is_own_key = bracket == '{' && goes_on && !trimmed.starts_with('[');
            if !is_own_key {
                return Some(begin);
            }
        }
        let code = if in_text { "" } else { without_comment(line) };
        in_text ^= line.matches("\"\"\"").count() % 2 == 1;
        let is_heading = open.is_empty() && trimmed.starts_with('[') && !trimmed.contains('=');
        if !in_text && !is_heading && !line.contains("\"\"\"") {
            brackets(code, at, &mut open);
        }
        at += line.len();
        if !code.trim().is_empty() {
            goes_on = code.trim_end().ends_with([',', '{']);
        }
    }
    open.last().map(|&(at, _)| at)
}

/// Whether a line begins a key or a table, which no list goes on with.
pub fn begins_anew(line: &str) -> bool {
    let key: String = line.chars().take_while(|&c| c.is_alphanumeric() || "_-.\"'*".contains(c)).collect();
    let is_key = !key.is_empty() && line[key.len()..].trim_start().starts_with('=');
    let is_heading = line.starts_with('[') && line[1..].starts_with(|c: char| c.is_alphabetic() || c == '[');
    is_key || is_heading
}

/// Follows the brackets of a line, those in quotes left out.
fn brackets(line: &str, start: usize, open: &mut Vec<(usize, char)>) {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(mark), c) if mark == c => quote = None,
            (None, '[' | '{') => open.push((start + at, c)),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::error::WrittenIn;
    use crate::scenario::parse::parse;
    use crate::scenario::read::text::Text;

    #[test]
    fn an_unclosed_bracket_is_the_only_report() {
        let rest = "\n[actors.a]\nreciprocity = 2.5\nstanding = 1\n[actors.b]\n";
        for line in
            ["channel = { uniform = [0.2, 0.5]", "channel = { uniform = [0.2, 0.5 }", "try = [\n  \"one\",\n  \"two\","]
        {
            let content = format!("name = \"x\"\n[relations]\n{line}{rest}");
            let problems = parse(&Text::new(WrittenIn::Scenario("x.toml".into()), content, 0)).unwrap_err();
            assert_eq!(problems.len(), 1, "{line}\n{problems:?}");
            let message = problems[0].to_string();
            assert!(message.contains("never closed") && message.contains("x.toml:3:"), "{message}");
        }
        let whole = "a = [\n  \"x\", # [\n  \"[y = 1\",\n]\nb = \"\"\"\nc = [\n\"\"\"\n[d]\ne = 70%\n";
        let problems = parse(&Text::new(WrittenIn::Scenario("x.toml".into()), whole.into(), 0)).unwrap_err();
        assert!(problems.len() == 1 && problems[0].message.contains("per cent"), "{problems:?}");
    }
}
