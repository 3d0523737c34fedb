//! Numbers written otherwise than in TOML.

use super::Typo;
use crate::scenario::read::tree::DISTRIBUTIONS;

/// A plain decimal number.
pub fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|_| text.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c)))
}

/// What is wrong with a number.
pub fn figures(value: &str) -> Option<Typo> {
    if let Some(share) = value.strip_suffix('%').map(str::trim).and_then(number) {
        let typo = Typo::new("there is no per cent in TOML").write((share / 100.0).to_string());
        return Some(typo.note("a share is a number between 0 and 1"));
    }
    if matches!(value.trim_start_matches(['+', '-']).to_ascii_lowercase().as_str(), "nan" | "inf" | "infinity") {
        return Some(Typo::new("it must be a finite number").note("`offramp parameters` tells the range of each"));
    }
    comma(value).or_else(|| unknown(value)).or_else(|| alone(value))
}

/// A comma where a point should be, or none.
fn comma(value: &str) -> Option<Typo> {
    let typo = Typo::new("a number has no comma in it");
    let (whole, part) = value.split_once(',')?;
    if number(whole).is_none() || !part.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(match part.len() {
        0 => typo.write(whole),
        3 if whole != "0" => {
            typo.write(format!("{whole}{part}")).note(format!("or {whole}.{part}, where a fraction is meant"))
        }
        _ => typo.write(format!("{whole}.{part}")),
    })
}

/// A number that is not known.
fn unknown(value: &str) -> Option<Typo> {
    let typo = Typo::new("a number that is not known has a form of its own");
    if let Some(about) = value.strip_prefix(['~', '\u{2248}']).map(str::trim).filter(|about| number(about).is_some()) {
        return Some(typo.write(about).note("or a spread around it: { uniform = [lo, hi] }"));
    }
    if let Some(kind) = DISTRIBUTIONS.iter().find(|kind| value.starts_with(**kind)) {
        let list = value[kind.len()..].trim().strip_prefix(['(', '['])?.strip_suffix([')', ']'])?;
        return Some(typo.write(format!("{{ {kind} = [{list}] }}")));
    }
    let between = [" to ", " - ", "..", "-"].iter().find_map(|between| value.split_once(between));
    let (low, high) = between?;
    let (low, high) = (number(low.trim())?, number(high.trim_matches(['.', ' ', '=']))?);
    Some(typo.write(format!("{{ uniform = [{low}, {high}] }}")))
}

/// A number with something beside it, or in a form of its own.
fn alone(value: &str) -> Option<Typo> {
    let figures = value.split([' ', '\u{a0}']).next().unwrap_or("");
    if figures.len() < value.len() && number(figures).is_some() {
        let typo = Typo::new("a number stands alone, without unit or space");
        return Some(typo.write(figures));
    }
    if let Some((above, below)) = value.split_once('/')
        && let (Some(above), Some(below)) = (number(above.trim()), number(below.trim()))
    {
        return Some(Typo::new("a number cannot be a fraction").write((above / below).to_string()));
    }
    let what = "a number is written with digits before and after the point, and without a leading zero";
    number(value).map(|parsed| Typo::new(what).write(parsed.to_string()))
}
