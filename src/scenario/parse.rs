//! A text of TOML, read as a tree.

use std::sync::Arc;

use toml::de::DeTable;

use super::hints;
use super::read::text::{Spot, Text};
use super::read::tree::{Node, Value, convert_table};
use crate::error::Problem;

/// A scenario with more keys and values is none: the baseline has some 500.
const MOST_VALUES: usize = 10_000;

/// No text of a scenario is longer, wherever it comes from. Files have a limit of their own, a
/// quarter of this: resolved, in a manifest or a shard, a scenario may be longer than its file.
const MOST_BYTES: usize = 4 << 20;

/// Reads a text as a table.
///
/// # Errors
/// Everywhere that it is not TOML.
pub fn parse(text: &Arc<Text>) -> Result<Node, Vec<Problem>> {
    if let Some(at) = text.content().find('\0') {
        let spot = Spot::new(text, at..at + 1);
        return Err(vec![
            Problem::new("the file holds a NUL byte")
                .at(spot.place())
                .help("save it as UTF-8 text"),
        ]);
    }
    if text.content().len() > MOST_BYTES {
        let problem = Problem::new(format!(
            "the scenario is longer than {} MiB",
            MOST_BYTES >> 20
        ));
        return Err(vec![
            problem.help("a scenario is a page or two of text; is this one?"),
        ]);
    }
    if let Some(problem) = hints::no_lines(text).or_else(|| hints::too_many_parts(text)) {
        return Err(vec![problem]);
    }
    let (table, errors) = DeTable::parse_recoverable(text.content());
    if errors.is_empty() {
        let span = table.span();
        let node = Node {
            spot: Spot::new(text, span),
            value: convert_table(text, table.get_ref()),
        };
        return match count(&node) {
            0..=MOST_VALUES => Ok(node),
            many => {
                let message =
                    format!("the file holds {many} keys and values, more than {MOST_VALUES}");
                Err(vec![
                    Problem::new(message).help("a scenario is a page or two of text; is this one?"),
                ])
            }
        };
    }
    Err(hints::problems(text, &errors))
}

/// How many keys and values there are.
fn count(node: &Node) -> usize {
    1 + match &node.value {
        Value::List(items) => items.iter().map(count).sum(),
        Value::Table(entries) => entries.iter().map(|entry| count(&entry.node)).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::WrittenIn;

    #[test]
    fn text_that_is_not_toml_is_reported_with_its_place() {
        let text = Text::new(
            WrittenIn::Scenario("test.toml".into()),
            "a = 1\nb = = 2\n".into(),
            0,
        );
        let problems = parse(&text).unwrap_err();
        assert_eq!(problems[0].place.as_ref().unwrap().line, 2);
    }
}
