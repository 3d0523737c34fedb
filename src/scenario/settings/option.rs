//! A setting as the user would write it, `PATH=VALUE`, so that a problem can point into it.

use std::sync::Arc;

use toml::de::DeTable;

use super::{Assigned, Setting};
use crate::error::Problems;
use crate::scenario::hints;
use crate::scenario::read::text::{Spot, Text};
use crate::scenario::read::tree::{Node, Value, convert};

/// A setting, and the text in which its path and its value have their places.
pub struct OptionText<'s> {
    setting: &'s Setting,
    text: Arc<Text>,
}

impl<'s> OptionText<'s> {
    /// The setting as an option.
    pub fn new(setting: &'s Setting) -> Self {
        let content = format!("{}={}", setting.path, setting.value);
        Self {
            setting,
            text: Text::new(setting.written_in.clone(), content, 0),
        }
    }

    /// Where the path stands.
    pub fn path_spot(&self) -> Spot {
        Spot::new(&self.text, 0..self.setting.path.len())
    }

    /// Where the value stands.
    fn value_spot(&self) -> Spot {
        Spot::new(
            &self.text,
            self.setting.path.len() + 1..self.text.content().len(),
        )
    }

    /// The value; a problem where it is not one value of TOML. Where it names a rung, it may stand
    /// without quotes.
    pub fn value(&self, names_rung: bool, problems: &mut Problems) -> Option<Node> {
        let written = match &self.setting.value {
            Assigned::Number(number) => return Some(self.node(Value::Number(*number))),
            Assigned::Written(written) => written,
        };
        if let Some(value) = self.parsed(written) {
            return Some(value);
        }
        if names_rung {
            return Some(self.node(Value::Text(written.clone())));
        }
        problems.push(hints::of_option(
            self.value_spot().place(),
            &self.setting.path,
            written,
        ));
        None
    }

    fn node(&self, value: Value) -> Node {
        Node {
            spot: self.value_spot(),
            value,
        }
    }

    /// The value, read as TOML; none where it is not one value.
    fn parsed(&self, written: &str) -> Option<Node> {
        // As a table of one key, as long as the path, so that places are counted from the beginning
        // of the option.
        let line = format!("{}={written}", "k".repeat(self.setting.path.len()));
        let table = DeTable::parse(&line).ok()?;
        match table.get_ref().values().collect::<Vec<_>>().as_slice() {
            [value] => Some(convert(&self.text, value.span(), value.get_ref())),
            _ => None,
        }
    }
}
