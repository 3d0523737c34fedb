//! Brackets that are never closed.

use super::lexer::{Lexer, TokenKind, without_comment};
use super::line::is_heading;

/// The first bracket of a value that is still open where the next key or heading begins: all that a
/// parser says behind it is noise.
pub fn never_closed(content: &str) -> Option<usize> {
    let mut scan = Scan::default();
    for line in content.split_inclusive('\n') {
        if let Some(bracket) = scan.cut_off(line.trim_start()) {
            return Some(bracket);
        }
        scan.read(line);
    }
    scan.open.last().map(|bracket| bracket.at)
}

/// What is known where a line begins.
#[derive(Default)]
struct Scan {
    /// Where it begins.
    at: usize,
    /// The brackets that are open.
    open: Vec<Bracket>,
    /// Whether it lies in a text of several lines.
    in_text: bool,
    /// Whether the line before ends so that another entry follows.
    goes_on: bool,
}

/// A bracket that was opened.
struct Bracket {
    at: usize,
    sign: char,
}

impl Scan {
    /// The bracket that should have been closed before this line, if any.
    fn cut_off(&self, line: &str) -> Option<usize> {
        let bracket = self.open.last()?;
        // A table over several lines has keys of its own, behind commas.
        let is_own_key = bracket.sign == '{' && self.goes_on && !line.starts_with('[');
        (!self.in_text && begins_anew(line) && !is_own_key).then_some(bracket.at)
    }

    /// Goes on to the next line.
    fn read(&mut self, line: &str) {
        let code = if self.in_text {
            ""
        } else {
            without_comment(line)
        };
        let marks = line.matches("\"\"\"").count();
        self.in_text ^= marks % 2 == 1;
        let is_heading = self.open.is_empty() && is_heading(line.trim_start());
        if !self.in_text && !is_heading && marks == 0 {
            self.follow(code);
        }
        self.at += line.len();
        if !code.trim().is_empty() {
            self.goes_on = code.trim_end().ends_with([',', '{']);
        }
    }

    /// Follows the brackets of a line.
    fn follow(&mut self, code: &str) {
        for token in Lexer::of_line(code) {
            match token.kind {
                TokenKind::Mark(sign @ ('[' | '{')) => self.open.push(Bracket {
                    at: self.at + token.span.start,
                    sign,
                }),
                TokenKind::Mark(']' | '}') => {
                    self.open.pop();
                }
                _ => {}
            }
        }
    }
}

/// Whether a line begins a key or a table, which no list goes on with.
pub fn begins_anew(line: &str) -> bool {
    let key: String = line
        .chars()
        .take_while(|&c| c.is_alphanumeric() || "_-.\"'*".contains(c))
        .collect();
    let is_key = !key.is_empty() && line[key.len()..].trim_start().starts_with('=');
    let is_heading =
        line.starts_with('[') && line[1..].starts_with(|c: char| c.is_alphabetic() || c == '[');
    is_key || is_heading
}

#[cfg(test)]
mod tests {
    use crate::error::WrittenIn;
    use crate::scenario::parse::parse;
    use crate::scenario::read::text::Text;

    #[test]
    fn an_unclosed_bracket_is_the_only_report() {
        let rest = "\n[actors.a]\nreciprocity = 2.5\nstanding = 1\n[actors.b]\n";
        for line in [
            "crisis_communication = { uniform = [0.2, 0.5]",
            "crisis_communication = { uniform = [0.2, 0.5 }",
            "try = [\n  \"one\",\n  \"two\",",
        ] {
            let content = format!("name = \"x\"\n[relations]\n{line}{rest}");
            let problems =
                parse(&Text::new(WrittenIn::Scenario("x.toml".into()), content, 0)).unwrap_err();
            assert_eq!(problems.len(), 1, "{line}\n{problems:?}");
            let message = problems[0].to_string();
            assert!(
                message.contains("never closed") && message.contains("x.toml:3:"),
                "{message}"
            );
        }
        let whole =
            "a = [\n  \"x\", # [\n  \"[y = 1\",\n]\nb = \"\"\"\nc = [\n\"\"\"\n[d]\ne = 70%\n";
        let problems = parse(&Text::new(
            WrittenIn::Scenario("x.toml".into()),
            whole.into(),
            0,
        ))
        .unwrap_err();
        assert!(
            problems.len() == 1 && problems[0].message.contains("per cent"),
            "{problems:?}"
        );
    }
}
