//! Reading a table key by key: what is not asked for is unknown, and every problem is collected.

use super::kinds::wrong_kind;
use super::misplaced::home_of;
use super::text::Spot;
use super::tree::{Entry, Node, Value};
use super::words::{listed, suggestion};
use crate::error::{MOST_REPORTED, Problem, Problems, printable};

/// A label longer than this is not one.
pub const MOST_LABEL: usize = 200;

/// Keys of named tables that hold tables themselves.
const OWN_TABLES: [&str; 5] = ["set", "add", "scale", "expects", "leverage"];

/// A table being read.
pub struct Section<'n> {
    entries: &'n [Entry],
    asked: Vec<&'static str>,
    /// What to call the table: `[actors.iran]`.
    pub title: String,
    spot: &'n Spot,
}

impl<'n> Section<'n> {
    /// Begins to read a node that must be a table.
    pub fn open(node: &'n Node, title: impl Into<String>, problems: &mut Problems) -> Option<Self> {
        let title = title.into();
        match &node.value {
            Value::Table(entries) => Some(Self {
                entries,
                asked: Vec::new(),
                title,
                spot: &node.spot,
            }),
            other => {
                problems.push(wrong_kind(&title, "a table", other, &node.spot));
                None
            }
        }
    }

    /// All its entries, in the order of the file.
    pub const fn entries(&self) -> &'n [Entry] {
        self.entries
    }

    /// The tables by name that it should hold and nothing else: of `[actors]` each `[actors.ID]`.
    pub fn named(&self, table: &str, problems: &mut Problems) -> Vec<&'n Entry> {
        // A list of tables is a named one with too many brackets, which is reported where it is opened.
        let (mut named, bare): (Vec<&Entry>, Vec<&Entry>) =
            self.entries
                .iter()
                .partition(|entry| match &entry.node.value {
                    Value::List(items) => !items.is_empty() && items.iter().all(Node::is_table),
                    _ => entry.node.is_table(),
                });
        if let Some(first) = bare.first() {
            let message = format!(
                "`{}` stands right under [{table}], which has no keys of its own",
                first.key
            );
            let help = format!("the heading needs a name: [{table}.ID]");
            problems.push(Problem::new(message).at(first.spot.place()).help(help));
            named.retain(|entry| !OWN_TABLES.contains(&entry.key.as_str()));
        }
        named
    }

    /// Whether the table has at most so many entries; a problem where it has more.
    pub fn at_most(&self, most: usize, what: &str, problems: &mut Problems) -> bool {
        let fits = self.entries.len() <= most;
        if !fits {
            let message = format!("there are {} {what}, more than {most}", self.entries.len());
            problems.push(
                Problem::new(message)
                    .at(self.spot.place())
                    .help("keep those that matter"),
            );
        }
        fits
    }

    /// Where the table stands.
    pub const fn spot(&self) -> &'n Spot {
        self.spot
    }

    /// The value of a key.
    pub fn get(&mut self, key: &'static str) -> Option<&'n Node> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    /// The value of a key that must be there.
    pub fn require(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n Node> {
        let node = self.get(key);
        if node.is_none()
            && !self
                .entries
                .iter()
                .any(|entry| self.is_misspelt(entry, key))
        {
            let message = format!("{} must have `{key}`", self.title);
            let help = match key {
                "opening" => "add a table [opening] with `actor` and `rung`".to_owned(),
                "actors" => "add two tables, [actors.ID] for each actor".to_owned(),
                _ => format!("add a line `{key} = ...`"),
            };
            problems.push(Problem::new(message).at(self.spot.place()).help(help));
        }
        node
    }

    /// Whether an entry is probably a misspelling of this key; it is reported later as an unknown
    /// key.
    fn is_misspelt(&self, entry: &Entry, key: &str) -> bool {
        let is_misplaced = !entry.node.is_table() && home_of(&entry.key, &self.title).is_some();
        !is_misplaced
            && !self.asked.contains(&entry.key.as_str())
            && suggestion(&entry.key, &[key]).is_some()
    }

    /// A text, if the key is there.
    pub fn text(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n str> {
        self.get(key).and_then(|node| text(node, key, problems))
    }

    /// A text; empty where the key is not there.
    pub fn text_or_empty(&mut self, key: &'static str, problems: &mut Problems) -> String {
        self.text(key, problems).unwrap_or_default().to_owned()
    }

    /// A text that says something, if the key is there.
    pub fn said(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n str> {
        let node = self.get(key)?;
        let said = text(node, key, problems)?;
        if said.trim().is_empty() {
            let problem = Problem::new(format!("`{key}` must not be empty")).at(node.spot.place());
            problems.push(problem.help("say it in a sentence"));
        }
        Some(said)
    }

    /// A name or label, if the key is there: see [`label`].
    pub fn label(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n str> {
        self.get(key).and_then(|node| label(node, key, problems))
    }

    /// True or false, if the key is there.
    pub fn flag(&mut self, key: &'static str, problems: &mut Problems) -> Option<bool> {
        let node = self.get(key)?;
        match node.value {
            Value::Bool(value) => Some(value),
            ref other => {
                problems.push(wrong_kind(key, "true or false", other, &node.spot));
                None
            }
        }
    }

    /// What may be meant by a key that is unknown here.
    fn instead_of(&self, entry: &Entry) -> String {
        let near = suggestion(&entry.key, &self.asked);
        let home = home_of(&entry.key, &self.title);
        // What has a table is meant as a heading; a single key may have strayed from its own.
        let help = if entry.node.is_table() {
            near.or(home)
        } else {
            home.or(near)
        };
        help.unwrap_or_else(|| format!("known here: {}", listed(&self.asked)))
    }

    /// The table is read: every key that was not asked for is unknown.
    pub fn close(self, problems: &mut Problems) {
        let unknown = self
            .entries
            .iter()
            .filter(|entry| !self.asked.contains(&entry.key.as_str()));
        for (at, entry) in unknown.enumerate() {
            let problem = Problem::new(format!("unknown key `{}` in {}", entry.key, self.title))
                .at(entry.spot.place());
            if at >= MOST_REPORTED {
                problems.push(problem); // counted only
                continue;
            }
            problems.push(problem.help(self.instead_of(entry)));
        }
    }
}

/// A text.
pub fn text<'n>(node: &'n Node, what: &str, problems: &mut Problems) -> Option<&'n str> {
    match &node.value {
        Value::Text(text) => Some(text),
        other => {
            problems.push(wrong_kind(what, "text in quotes", other, &node.spot));
            None
        }
    }
}

/// A name or label to show: one line of plain text that says something.
pub fn label<'n>(node: &'n Node, what: &str, problems: &mut Problems) -> Option<&'n str> {
    let label = text(node, what, problems)?;
    let fault = match label {
        _ if label.trim().is_empty() => "must not be empty",
        _ if printable(label) != label => "must not hold control characters or direction marks",
        _ if label.chars().count() > MOST_LABEL => "must not be longer than 200 characters",
        _ => return Some(label),
    };
    let problem = Problem::new(format!("`{what}` {fault}")).at(node.spot.place());
    problems.push(problem.help("write one line of plain text"));
    None
}
