//! Who holds what: the arguments of a scenario, theme by theme.

use super::layout::{line, paragraph};
use super::sources;
use super::words::path_in_words;
use crate::error::{capitalised, printable, uncapitalised};
use crate::numerals::{count, figure};
use crate::scenario::{Argument, Expectation, Names, Scenario};

/// The arguments of one theme.
struct Theme<'a> {
    name: &'a str,
    arguments: Vec<&'a Argument>,
}

/// Every argument with its claim, who makes it and where, and what it moves, those switched off
/// included: theme by theme, the theme with most of them first, below how many there are and the
/// sources that they name.
#[must_use]
pub fn arguments(scenario: &Scenario) -> String {
    let arguments = scenario.arguments.as_slice();
    let mut text = String::new();
    if arguments.is_empty() {
        return text;
    }
    let themes = themes(arguments);
    paragraph(&mut text, 0, &overview(arguments, &themes));
    text += &sources::legend(scenario.cited());
    for theme in &themes {
        let name = capitalised(&printable(theme.name));
        line(&mut text, "");
        line(&mut text, &format!("{name} ({})", theme.arguments.len()));
        for argument in &theme.arguments {
            add(&mut text, argument, &scenario.names);
        }
    }
    line(&mut text, "");
    text
}

/// How many arguments there are, and of which themes.
fn overview(arguments: &[Argument], themes: &[Theme<'_>]) -> String {
    let off = arguments.iter().filter(|argument| argument.weight <= 0.0);
    let noun = match arguments.len() {
        1 => "argument",
        _ => "arguments",
    };
    let off = match off.count() {
        0 => String::new(),
        off => format!(", {off} of them switched off"),
    };
    let themes: Vec<String> = themes
        .iter()
        .map(|theme| format!("{} {}", printable(theme.name), theme.arguments.len()))
        .collect();
    let number = count(arguments.len() as u64);
    format!("{number} {noun}{off}. By theme: {}.", themes.join(", "))
}

/// The themes, that with most arguments first; themes with as many in the order of their names.
fn themes(arguments: &[Argument]) -> Vec<Theme<'_>> {
    let mut themes: Vec<Theme<'_>> = Vec::new();
    for argument in arguments {
        let known = themes.iter_mut().find(|theme| theme.name == argument.theme);
        match known {
            Some(theme) => theme.arguments.push(argument),
            None => themes.push(Theme {
                name: &argument.theme,
                arguments: vec![argument],
            }),
        }
    }
    themes.sort_by(|one, other| {
        let by_size = other.arguments.len().cmp(&one.arguments.len());
        by_size.then_with(|| one.name.cmp(other.name))
    });
    themes
}

/// One argument below its theme.
fn add(text: &mut String, argument: &Argument, names: &Names) {
    let state = match argument.weight {
        weight if weight <= 0.0 => " (off)".to_owned(),
        weight if weight < 1.0 => format!(" (weight {})", figure(weight)),
        _ => String::new(),
    };
    line(text, &format!("  {}{state}", argument.id));
    paragraph(text, 4, &printable(&argument.claim));
    let source = match argument.source.as_str() {
        "" => String::new(),
        source => format!(" ({source})"),
    };
    let who = format!("-- {}{source}", argument.who);
    paragraph(text, 4, &printable(&who));
    if !argument.note.is_empty() {
        let note = format!("Note: {}", argument.note);
        paragraph(text, 4, &printable(&note));
    }
    let moves: Vec<String> = argument
        .moves()
        .map(|(path, effect)| format!("{} {effect}", path_in_words(path, names)))
        .collect();
    paragraph(text, 4, &format!("Moves: {}.", moves.join("; ")));
    if let Some(expects) = &argument.expects {
        paragraph(text, 4, &expected(expects));
    }
}

/// What its author would expect it to move, and which way.
fn expected(expects: &Expectation) -> String {
    let way = if expects.raises { "raise" } else { "lower" };
    let label = uncapitalised(expects.quantity.label());
    format!("Meant to {way}: {label}.")
}
