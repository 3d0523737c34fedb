//! Numbers written otherwise than in TOML.

use crate::scenario::hints::slip::Slip;
use crate::scenario::read::tree::DISTRIBUTIONS;

/// What can be wrong with a number, in the order in which it is tried.
pub const RULES: [fn(&str) -> Option<Slip>; 9] = [
    per_cent,
    not_finite,
    comma,
    about,
    distribution,
    between,
    unit,
    fraction,
    form,
];

/// A plain decimal number.
pub fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|_| {
        text.chars()
            .all(|c| c.is_ascii_digit() || "+-.eE".contains(c))
    })
}

fn per_cent(value: &str) -> Option<Slip> {
    let share = number(value.strip_suffix('%')?.trim())?;
    let slip = Slip::new("there is no per cent in TOML").write((share / 100.0).to_string());
    Some(slip.note("a share is a number between 0 and 1"))
}

fn not_finite(value: &str) -> Option<Slip> {
    let word = value.trim_start_matches(['+', '-']).to_ascii_lowercase();
    if !matches!(word.as_str(), "nan" | "inf" | "infinity") {
        return None;
    }
    Some(
        Slip::new("it must be a finite number")
            .note("`offramp parameters` tells the range of each"),
    )
}

/// A number that has a comma; the remedy is not clear yet.
pub fn with_comma() -> Slip {
    Slip::new("a number has no comma in it")
}

/// A comma where a point should be, or none.
fn comma(value: &str) -> Option<Slip> {
    let (whole, part) = value.split_once(',')?;
    if number(whole).is_none() || !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(match part.len() {
        0 => with_comma().write(whole),
        3 if whole != "0" => with_comma()
            .write(format!("{whole}{part}"))
            .note(format!("or {whole}.{part}, where a fraction is meant")),
        _ => with_comma().write(format!("{whole}.{part}")),
    })
}

/// A number that is not known, written in some way of one's own.
fn unknown() -> Slip {
    Slip::new("a number that is not known has a form of its own")
}

/// `~0.4`
fn about(value: &str) -> Option<Slip> {
    let about = value.strip_prefix(['~', '\u{2248}'])?.trim();
    number(about)?;
    Some(
        unknown()
            .write(about)
            .note("or a spread around it: { uniform = [lo, hi] }"),
    )
}

/// `uniform(0.2, 0.5)`
fn distribution(value: &str) -> Option<Slip> {
    let kind = DISTRIBUTIONS
        .iter()
        .find(|kind| value.starts_with(**kind))?;
    let list = value[kind.len()..]
        .trim()
        .strip_prefix(['(', '['])?
        .strip_suffix([')', ']'])?;
    Some(unknown().write(format!("{{ {kind} = [{list}] }}")))
}

/// `0.2 to 0.5`
fn between(value: &str) -> Option<Slip> {
    let (low, high) = [" to ", " - ", "..", "-"]
        .iter()
        .find_map(|between| value.split_once(between))?;
    let low = number(low.trim())?;
    let high = number(high.trim_matches(['.', ' ', '=']))?;
    Some(unknown().write(format!("{{ uniform = [{low}, {high}] }}")))
}

/// A number with something beside it.
fn unit(value: &str) -> Option<Slip> {
    let figures = value.split([' ', '\u{a0}']).next().unwrap_or("");
    let has_more = figures.len() < value.len() && number(figures).is_some();
    has_more.then(|| Slip::new("a number stands alone, without unit or space").write(figures))
}

/// `1/2`
fn fraction(value: &str) -> Option<Slip> {
    let (above, below) = value.split_once('/')?;
    let share = number(above.trim())? / number(below.trim())?;
    Some(Slip::new("a number cannot be a fraction").write(share.to_string()))
}

/// `.7` or `07`
fn form(value: &str) -> Option<Slip> {
    let what =
        "a number is written with digits before and after the point, and without a leading zero";
    number(value).map(|parsed| Slip::new(what).write(parsed.to_string()))
}
