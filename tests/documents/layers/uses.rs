//! What code uses and mentions.

use super::code::{bare, without_tests};

/// The modules at the root that code uses, with their lines. `depth` is how many times `super` leads to the root.
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
