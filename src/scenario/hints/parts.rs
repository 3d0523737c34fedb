//! Keys of very many parts, `a.a.a.a...`: the parser takes the square of their number to read them.

use std::sync::Arc;

use super::lexer::{Lexer, TokenKind};
use crate::error::Problem;
use crate::scenario::read::text::{Spot, Text};

/// No key or heading has more parts; those of a scenario have five at most.
const MOST_PARTS: usize = 16;

/// The first key of more parts than any scenario has: reported before the parser reads it.
pub fn too_many(text: &Arc<Text>) -> Option<Problem> {
    let mut begin = 0;
    let mut dots = 0;
    for token in Lexer::of_toml(text.content()) {
        match token.kind {
            TokenKind::Mark('.') => dots += 1,
            TokenKind::Mark('=' | ',' | '[' | ']' | '{' | '}' | '\n') => {
                begin = token.span.end;
                dots = 0;
            }
            _ => {}
        }
        if dots >= MOST_PARTS {
            let problem = Problem::new(format!(
                "the key has more than {MOST_PARTS} parts, with dots between them"
            ));
            let help = "a key is a word, and a heading a few: [actors.ID]; put quotation marks around a path";
            return Some(
                problem
                    .at(Spot::new(text, begin..token.span.end).place())
                    .help(help),
            );
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::error::WrittenIn;
    use crate::scenario::parse::parse;
    use crate::scenario::read::text::Text;

    fn messages(content: String) -> Vec<String> {
        let text = Text::new(WrittenIn::Scenario("x.toml".into()), content, 0);
        parse(&text).map_or_else(
            |problems| problems.iter().map(ToString::to_string).collect(),
            |_| Vec::new(),
        )
    }

    #[test]
    fn a_key_of_very_many_parts_is_reported_with_its_line() {
        let deep = "a.".repeat(100_000);
        let heading = format!("x = 1\n[{}a]", &deep[..60_000]);
        let line = format!("x = 1\n{}a = 1", &deep[..60_000]);
        for content in [
            heading,
            line,
            format!("x = 1\ny = {{ {}a = 1 }}", &deep[..60_000]),
        ] {
            let messages = messages(content);
            assert!(
                messages.len() == 1 && messages[0].contains("more than 16 parts"),
                "{messages:?}"
            );
            assert!(
                messages[0].contains("x.toml:2:") && messages[0].contains("help: "),
                "{messages:?}"
            );
        }
    }

    #[test]
    fn dots_in_texts_and_comments_part_no_key() {
        let dots = ".".repeat(100);
        for content in [
            format!("a = \"{dots}\" # {dots}"),
            format!("a = '{dots}'\nb = [1.5, 2.5, 3.5]"),
            format!("a = \"\\\"{dots}\""),
            format!("a = \"\"\"\n{dots}\n\\\"\"\" {dots}\"\"\"\n"),
            format!("a = '''\n\\{dots}'''\n\"{dots}\" = 1\n"),
            format!("a = \"\" # \"\n\"b{dots}\" = ''"),
            format!("a = {{ b = [{}1.0] }}", "1.0, ".repeat(100)),
        ] {
            assert_eq!(messages(content.clone()), Vec::<String>::new(), "{content}");
        }
    }
}
