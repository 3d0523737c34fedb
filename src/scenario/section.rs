//! Reading a table key by key: what is not asked for is unknown, and every problem is collected.

use super::document::{DISTRIBUTIONS, Entry, Node, Spot, Value};
use crate::error::{Problem, printable};
use crate::model::Distribution;

/// A label longer than this is not one.
const MOST_LABEL: usize = 200;
/// How many unknown keys of one table are told.
const MOST_UNKNOWN: usize = 50;

/// The problems found so far.
pub type Problems = Vec<Problem>;

/// A number as a scenario gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A plain number.
    Number(f64),
    /// An uncertain value.
    Uncertain(Distribution),
}

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
            Value::Table(entries) => Some(Self { entries, asked: Vec::new(), title, spot: &node.spot }),
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

    /// Where the table stands.
    pub const fn spot(&self) -> &'n Spot {
        self.spot
    }

    /// The value of a key.
    pub fn get(&mut self, key: &'static str) -> Option<&'n Node> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The value of a key that must be there.
    pub fn require(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n Node> {
        let node = self.get(key);
        if node.is_none() {
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

    /// A text, if the key is there.
    pub fn text(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n str> {
        self.get(key).and_then(|node| text(node, key, problems))
    }

    /// A name or label, if the key is there: see [`label`].
    pub fn label(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'n str> {
        self.get(key).and_then(|node| label(node, key, problems))
    }

    /// Asks for keys that will not be read, so that they are not called unknown.
    pub fn pass_over(&mut self, keys: &[&'static str]) {
        for key in keys {
            self.get(key);
        }
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

    /// The table is read: every key that was not asked for is unknown.
    pub fn close(self, problems: &mut Problems) {
        let unknown = self.entries.iter().filter(|entry| !self.asked.contains(&entry.key.as_str()));
        for entry in unknown.take(MOST_UNKNOWN) {
            let problem = Problem::new(format!("unknown key `{}` in {}", entry.key, self.title)).at(entry.spot.place());
            let help =
                suggestion(&entry.key, &self.asked).unwrap_or_else(|| format!("known here: {}", listed(&self.asked)));
            problems.push(problem.help(help));
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
    problems.push(Problem::new(format!("`{what}` {fault}")).at(node.spot.place()));
    None
}

/// A plain, finite number.
pub fn number(node: &Node, what: &str, problems: &mut Problems) -> Option<f64> {
    match node.value {
        Value::Number(number) if number.is_finite() => Some(number),
        Value::Number(_) => {
            problems.push(Problem::new(format!("`{what}` must be a finite number")).at(node.spot.place()));
            None
        }
        ref other => {
            problems.push(wrong_kind(what, "a number", other, &node.spot));
            None
        }
    }
}

/// A number or an uncertain value.
pub fn given(node: &Node, what: &str, problems: &mut Problems) -> Option<Given> {
    match &node.value {
        Value::Table(entries) => uncertain(node, entries, what, problems).map(Given::Uncertain),
        _ => number(node, what, problems).map(Given::Number),
    }
}

/// The items of a list of numbers.
pub fn numbers(node: &Node, what: &str, problems: &mut Problems) -> Option<Vec<f64>> {
    match &node.value {
        Value::List(items) => items.iter().map(|item| number(item, what, problems)).collect(),
        other => {
            problems.push(wrong_kind(what, "a list of numbers", other, &node.spot));
            None
        }
    }
}

fn uncertain(node: &Node, entries: &[Entry], what: &str, problems: &mut Problems) -> Option<Distribution> {
    let known = DISTRIBUTIONS.join(", ");
    let [entry] = entries else {
        let message = format!("`{what}` must be a number or an uncertain value with one of: {known}");
        problems.push(Problem::new(message).at(node.spot.place()));
        return None;
    };
    let values = numbers(&entry.node, &entry.key, problems)?;
    let distribution = match (entry.key.as_str(), values.as_slice()) {
        ("uniform", &[low, high]) => Distribution::Uniform(low, high),
        ("triangular", &[low, mode, high]) => Distribution::Triangular(low, mode, high),
        ("pert", &[low, mode, high]) => Distribution::Pert(low, mode, high),
        ("normal", &[mean, sd]) => Distribution::Normal(mean, sd),
        ("choice", _) => Distribution::Choice(values),
        (key, _) => {
            let problem = if DISTRIBUTIONS.contains(&key) {
                Problem::new(format!("`{key}` has {} numbers", values.len()))
                    .help("write uniform = [lo, hi], triangular or pert = [lo, mode, hi], normal = [mean, sd]")
            } else {
                let help = suggestion(key, &DISTRIBUTIONS).unwrap_or_else(|| format!("known: {known}"));
                Problem::new(format!("unknown kind of uncertain value `{key}`")).help(help)
            };
            problems.push(problem.at(entry.spot.place()));
            return None;
        }
    };
    if distribution.is_sound() {
        return Some(distribution);
    }
    let message = format!("the uncertain value of `{what}` is out of order");
    let help = "it must have lo < hi, lo <= mode <= hi, sd > 0, and at least one value to choose from";
    problems.push(Problem::new(message).at(entry.node.spot.place()).help(help));
    None
}

/// The problem of a path that was written without quotes: TOML makes tables of it.
pub fn unquoted(entry: &Entry) -> Option<Problem> {
    let Value::Table(inner) = &entry.node.value else { return None };
    let is_path = !entry.key.contains('.') && !inner.iter().any(|entry| DISTRIBUTIONS.contains(&entry.key.as_str()));
    let problem = || Problem::new(format!("`{}` is not a whole path", entry.key)).at(entry.spot.place());
    is_path.then(|| problem().help("put the path in quotes: \"actors.ID.sting\" = 0.5"))
}

/// The problem of a value of the wrong kind.
pub fn wrong_kind(what: &str, expected: &str, found: &Value, spot: &Spot) -> Problem {
    Problem::new(format!("`{what}` must be {expected}, but it is {}", found.kind())).at(spot.place())
}

/// Names in a row; of many the first few, and how many there are.
pub fn listed(names: &[impl AsRef<str>]) -> String {
    const FEW: usize = 12;
    let shown: Vec<&str> = names.iter().map(AsRef::as_ref).take(FEW).collect();
    let rest = if names.len() > FEW { format!(", ... ({} in all)", names.len()) } else { String::new() };
    shown.join(", ") + &rest
}

/// "did you mean", where a known name is near.
pub fn suggestion(name: &str, known: &[impl AsRef<str>]) -> Option<String> {
    let near = known.iter().map(AsRef::as_ref).map(|other| (strsim::jaro_winkler(name, other), other));
    let (likeness, best) = near.max_by(|one, two| one.0.total_cmp(&two.0))?;
    (likeness > 0.8).then(|| format!("did you mean `{best}`?"))
}
