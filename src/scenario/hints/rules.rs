//! The typical mistakes of a line, and what to write instead: one function to each.

mod characters;
mod comments;
mod headings;
mod keys;

use super::line::{Line, Typo};

/// A function that knows one mistake.
type Rule = fn(&Line<'_>) -> Option<Typo>;

/// All of them, in the order in which they are tried: what the parser knows for sure, what cannot
/// be seen, what kind of line it is, and last what is wrong with its parts.
const RULES: [Rule; 18] = [
    keys::twice,
    too_deep,
    characters::curly_quotes,
    characters::invisible,
    comments::other_sign,
    comments::prose,
    headings::round_brackets,
    headings::comment_behind,
    headings::letters,
    headings::closing,
    keys::path_as_key,
    keys::spaces,
    keys::path_in_value,
    keys::no_value,
    keys::value,
    keys::item,
    keys::colon,
    keys::no_sign,
];

/// What is wrong with a line; none where it is no typical mistake.
pub fn typo(line: &Line<'_>) -> Option<Typo> {
    RULES.iter().find_map(|rule| rule(line))
}

fn too_deep(line: &Line<'_>) -> Option<Typo> {
    let help = "a scenario has no lists in lists, and tables in tables three deep at most";
    line.said.contains("recurs").then(|| {
        Typo::new(
            "lists or tables lie in each other too deeply to be read",
            help,
        )
    })
}
