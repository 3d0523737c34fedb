//! What code uses and mentions.

use super::code::{bare, without_tests};

/// A name that a file brings in, and the path that it stands for.
pub struct Import {
    pub name: String,
    pub path: Vec<String>,
}

/// The modules at the root that code uses, with their lines. `depth` is how many times `super`
/// leads to the root.
pub fn modules_used(code: &str, depth: usize) -> Vec<(usize, String)> {
    let code = code
        .replace(&"super::".repeat(depth), "crate::")
        .replace("offramp::", "crate::");
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].lines().count().max(1);
        let names = first_names(&code[at + "crate::".len()..]);
        used.extend(names.into_iter().map(|name| (line, name)));
    }
    used
}

/// The first name of a path, or of every path of a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| {
        text.chars()
            .take_while(|&c| c.is_alphanumeric() || c == '_')
            .collect::<String>()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            ',' | '}' if depth == 0 => {
                names.push(name(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Which of these words the code of a file mentions.
pub fn mentioned(words: &[&'static str], source: &str) -> Vec<&'static str> {
    // A group, `use std::{fs, ...}`, is taken apart.
    let mut code = without_tests(&bare(source));
    let groups: Vec<String> = code
        .match_indices("std::{")
        .flat_map(|(at, _)| first_names(&code[at + 5..]))
        .collect();
    for name in groups {
        code.extend(["\nstd::", &name, ";"]);
    }
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mentions = |word: &str| {
        code.match_indices(word).any(|(at, _)| {
            !in_word(code[..at].chars().next_back())
                && !in_word(code[at + word.len()..].chars().next())
        })
    };
    words
        .iter()
        .copied()
        .filter(|word| mentions(word))
        .collect()
}

/// The names that bare code brings in.
pub fn imports(code: &str) -> Vec<Import> {
    let mut all = Vec::new();
    for statement in code.split_inclusive(';') {
        let Some(at) = statement.find("use ") else {
            continue;
        };
        let before = statement[..at].rsplit('\n').next().unwrap_or_default();
        let is_use = before.trim().is_empty() || before.trim_start().starts_with("pub");
        if let Some(tree) = statement[at + 4..].strip_suffix(';').filter(|_| is_use) {
            branches(&[], tree, &mut all);
        }
    }
    all
}

/// Adds the names of a tree of paths.
fn branches(before: &[String], tree: &str, all: &mut Vec<Import>) {
    let tree = tree.trim();
    if let Some((stem, group)) = tree.split_once('{') {
        let stem: Vec<String> = before.iter().cloned().chain(parts(stem)).collect();
        for branch in branches_of(group) {
            branches(&stem, branch, all);
        }
        return;
    }
    let (path, alias) = match tree.split_once(" as ") {
        Some((path, alias)) => (path, Some(alias.trim())),
        None => (tree, None),
    };
    let mut path: Vec<String> = before.iter().cloned().chain(parts(path)).collect();
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(last) = path.last() {
        let name = alias.unwrap_or(last).to_owned();
        all.push(Import { name, path });
    }
}

/// The branches of a group, up to the brace that ends it.
fn branches_of(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut branches = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            ',' | '}' if depth == 0 => {
                branches.push(&group[start..at]);
                start = at + 1;
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    branches
}

/// The names of a path.
fn parts(path: &str) -> impl Iterator<Item = String> {
    path.split("::")
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
}

/// The paths of two names or more that bare code mentions.
pub fn paths(code: &str) -> Vec<Vec<String>> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
        .filter(|word| word.contains("::") && !word.starts_with(':'))
        .map(|word| parts(word).collect())
        .filter(|path: &Vec<String>| !path.is_empty())
        .collect()
}
