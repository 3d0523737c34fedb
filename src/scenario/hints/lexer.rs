//! The one reader of quotes, comments and brackets: it cuts a text that may be wrong into tokens,
//! and never fails.

use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A text in quotation marks, with them; the last may be missing.
    Text,
    /// A comment up to the end of its line.
    Comment,
    /// A bracket, a sign between things, or the end of a line.
    Mark(char),
    /// Everything else, up to one of these.
    Plain,
}

/// The signs that are tokens of their own.
const MARKS: [char; 11] = ['[', ']', '{', '}', '(', ')', ',', '.', '=', '\n', ':'];

/// Whose rules for texts hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rules {
    /// Those of TOML: a backslash escapes, and three marks hold a text of several lines.
    Toml,
    /// Those of somebody who does not know TOML: a text goes up to the next mark of its kind, and a
    /// backslash is one.
    Plain,
}

/// The tokens of a text, one behind the other without gaps.
pub struct Lexer<'t> {
    text: &'t str,
    at: usize,
    rules: Rules,
}

impl<'t> Lexer<'t> {
    /// The tokens as the parser of TOML sees them.
    pub const fn of_toml(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            rules: Rules::Toml,
        }
    }

    /// The tokens of a line as its author saw them: where it is no TOML, its rules say little.
    pub const fn of_line(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            rules: Rules::Plain,
        }
    }

    /// The byte behind a text that begins here; a text of one line ends with the line at the
    /// latest.
    fn end_of_text(&self, mark: u8) -> usize {
        let bytes = &self.text.as_bytes()[self.at..];
        let has_lines =
            self.rules == Rules::Toml && bytes.len() > 2 && bytes[1] == mark && bytes[2] == mark;
        let marks = if has_lines { 3 } else { 1 };
        let escapes = self.rules == Rules::Toml && mark == b'"';
        let mut end = marks;
        while end < bytes.len() {
            match bytes[end] {
                b'\\' if escapes => end += 2,
                b'\n' if !has_lines => return self.at + end,
                _ if bytes[end..]
                    .iter()
                    .take(marks)
                    .filter(|&&byte| byte == mark)
                    .count()
                    == marks =>
                {
                    return self.at + end + marks;
                }
                _ => end += 1,
            }
        }
        self.text.len()
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let (kind, end) = match first {
            '"' | '\'' => (TokenKind::Text, self.end_of_text(first as u8)),
            '#' => (
                TokenKind::Comment,
                self.at + rest.find('\n').unwrap_or(rest.len()),
            ),
            mark if MARKS.contains(&mark) => (TokenKind::Mark(mark), self.at + 1),
            _ => (
                TokenKind::Plain,
                self.at + rest.find(is_special).unwrap_or(rest.len()),
            ),
        };
        let span = self.at..end;
        self.at = end;
        Some(Token { kind, span })
    }
}

/// Whether a token other than a plain one begins with this.
fn is_special(c: char) -> bool {
    matches!(c, '"' | '\'' | '#') || MARKS.contains(&c)
}

/// A line up to its comment; a `#` inside a text begins none.
pub fn without_comment(line: &str) -> &str {
    let comment = Lexer::of_line(line).find(|token| token.kind == TokenKind::Comment);
    comment.map_or(line, |comment| line[..comment.span.start].trim_end())
}

/// A line with its texts left out.
pub fn outside_texts(line: &str) -> String {
    Lexer::of_line(line)
        .filter(|token| token.kind != TokenKind::Text)
        .map(|token| &line[token.span])
        .collect()
}

/// The parts of a list between commas that stand neither in texts nor in brackets of their own.
pub fn segments(list: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut begin = 0;
    let mut depth = 0_usize;
    for token in Lexer::of_line(list) {
        match token.kind {
            TokenKind::Mark('[' | '{' | '(') => depth += 1,
            TokenKind::Mark(']' | '}' | ')') => depth = depth.saturating_sub(1),
            TokenKind::Mark(',') if depth == 0 => {
                segments.push(list[begin..token.span.start].trim());
                begin = token.span.end;
            }
            _ => {}
        }
    }
    segments.push(list[begin..].trim());
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(lexer: Lexer<'_>) -> Vec<&str> {
        let text = lexer.text;
        lexer.map(|token| &text[token.span]).collect()
    }

    #[test]
    fn tokens_cover_the_whole_text() {
        for text in [
            "",
            "a",
            "a = \"b # c\" # d\n",
            "'",
            "\"\\",
            "\"\"\"\n",
            "é = [\"ü\", 'x",
            "#",
            "\"a\\\n= 1",
        ] {
            assert_eq!(pieces(Lexer::of_toml(text)).concat(), text);
            assert_eq!(pieces(Lexer::of_line(text)).concat(), text);
        }
    }

    #[test]
    fn only_toml_has_escapes_and_texts_of_several_lines() {
        assert_eq!(
            pieces(Lexer::of_toml("\"a\\\"b\".c")),
            ["\"a\\\"b\"", ".", "c"]
        );
        assert_eq!(
            pieces(Lexer::of_line("\"a\\\"b\".c")),
            ["\"a\\\"", "b", "\".c"]
        );
        assert_eq!(
            pieces(Lexer::of_toml("'''\n'''\"\n'")),
            ["'''\n'''", "\"", "\n", "'"]
        );
        assert_eq!(pieces(Lexer::of_toml("''#\n")), ["''", "#", "\n"]);
    }

    #[test]
    fn what_stands_in_a_text_is_neither_comment_nor_sign() {
        assert_eq!(without_comment("a = \"b # c\"  # d"), "a = \"b # c\"");
        assert_eq!(outside_texts("a = \"b, [\" + 'c'"), "a =  + ");
        assert_eq!(segments("\"a, b\", [1, 2], c"), ["\"a, b\"", "[1, 2]", "c"]);
    }
}
