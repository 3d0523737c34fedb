//! The typical slips in a value, and what to write instead: one function to each.

pub mod numbers;
mod texts;

use super::lexer::segments;
use super::slip::Slip;

/// Longer values on the command line are not checked for mistakes; and brackets in brackets are
/// read one in the other.
const MOST_READ: usize = 200;

/// A function that knows one slip.
type Rule = fn(&str) -> Option<Slip>;

/// All of them, in the order in which they are tried.
const RULES: [&[Rule]; 4] = [
    &[doubled_sign, semicolon],
    &numbers::RULES,
    &texts::RULES,
    &[inside, malformed],
];

/// What is wrong with a value.
pub fn of_value(value: &str) -> Option<Slip> {
    RULES.iter().copied().flatten().find_map(|rule| rule(value))
}

/// What is wrong with what should be a number.
pub fn of_number(value: &str) -> Option<Slip> {
    let brief = Some(value).filter(|value| value.len() <= MOST_READ)?;
    numbers::RULES
        .iter()
        .find_map(|rule| rule(brief))
        .or_else(|| inside(brief))
}

/// A value as it was surely meant.
pub fn right(value: &str) -> String {
    let slip = if is_toml(value) {
        None
    } else {
        of_value(value)
    };
    slip.and_then(|slip| slip.right)
        .unwrap_or_else(|| value.to_owned())
}

/// Whether nothing is wrong with a value.
pub fn is_toml(value: &str) -> bool {
    toml::de::DeTable::parse(&format!("x = {value}")).is_ok()
}

fn doubled_sign(value: &str) -> Option<Slip> {
    let more = value.strip_prefix('=')?;
    Some(Slip::new("one `=` is enough").write(more.trim_start_matches(['=', ' '])))
}

fn semicolon(value: &str) -> Option<Slip> {
    let rest = value.strip_suffix(';').filter(|rest| is_toml(rest))?;
    Some(Slip::new("a line does not end with a semicolon").write(rest.trim_end()))
}

/// The first slip inside a list or table, corrected in its place.
fn inside(value: &str) -> Option<Slip> {
    let inner = value.strip_prefix(['[', '{'])?.strip_suffix([']', '}'])?;
    let pieces = segments(inner);
    if value.starts_with('[') {
        return pieces.iter().find_map(|piece| in_list(value, piece));
    }
    let before = std::iter::once(&"").chain(&pieces);
    before
        .zip(&pieces)
        .find_map(|(before, piece)| in_table(value, before, piece))
}

/// A slip in one item of a list.
fn in_list(list: &str, item: &str) -> Option<Slip> {
    if item.is_empty() || is_toml(item) {
        return None;
    }
    Some(of_value(item)?.inside(|right| list.replacen(item, right, 1)))
}

/// A slip in one entry of a table, which stands behind another.
fn in_table(table: &str, before: &str, entry: &str) -> Option<Slip> {
    let are_digits = !entry.is_empty() && entry.chars().all(|c| c.is_ascii_digit());
    if are_digits && before.contains('=') {
        let (head, tail) = table.split_once(&format!("{before},"))?;
        return Some(numbers::with_comma().write(format!("{head}{before}.{}", tail.trim_start())));
    }
    if let Some((key, value)) = entry.split_once('=') {
        if is_toml(value) {
            return None;
        }
        let slip = of_value(value.trim())?;
        return Some(
            slip.inside(|right| table.replacen(entry, &format!("{} = {right}", key.trim()), 1)),
        );
    }
    let (key, value) = entry.rsplit_once(':')?;
    let right = table.replacen(entry, &format!("{} = {}", key.trim(), value.trim()), 1);
    Some(Slip::new("a key and its value have `=` between them").write(right))
}

/// Something else in a list or table.
fn malformed(value: &str) -> Option<Slip> {
    let help = "a list is [1, 2, 3], an uncertain value { uniform = [0.2, 0.8] }: look at brackets and commas";
    value
        .starts_with(['[', '{', '('])
        .then(|| Slip::new("the list or table is not well formed").note(help))
}
