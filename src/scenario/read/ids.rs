//! What an id may be: nothing that another program, or this one, reads as something other than a
//! name.

use crate::error::Problem;

/// How an id is spelt.
pub const ID_PATTERN: &str = "^[a-z0-9-]{1,40}$";
/// What is read as a number, as [`is_number`] has it.
pub const NUMBER_PATTERN: &str =
    "^-*([0-9]+([ed]-*[0-9]*)?[ij]*|0x[0-9a-f]*(p-*[0-9]*)?|0[bo][0-9]*)?$";
/// No id is longer.
const MOST: usize = 40;

/// Words that R, pandas, spreadsheets or a scenario's own keys read as something else.
pub const RESERVED: [&str; 9] = [
    "none", "na", "nan", "null", "true", "false", "inf", "infinity", "choose",
];

/// What is wrong with an id, if anything.
pub fn id_problem(id: &str) -> Option<Problem> {
    let shown: String = id.chars().take(MOST + 10).collect();
    let problem = Problem::new(format!("`{shown}` cannot be a name"));
    if is_spelt(id) {
        let fault = if RESERVED.contains(&unsigned(id)) {
            "other programs read it as no value or as a truth value"
        } else if is_number(id) {
            "other programs read it as a number"
        } else {
            return None;
        };
        let fault = if id == "choose" {
            "as the opening's rung the word leaves the choice to the opener"
        } else {
            fault
        };
        return Some(problem.help(format!(
            "{fault}: write another word; a `label` may say anything"
        )));
    }
    let right = sound_id(id);
    let write = if is_spelt(&right) && id_problem(&right).is_none() {
        format!("write `{right}`: ")
    } else {
        String::new()
    };
    Some(
        problem.help(format!(
            "{write}use lower-case letters, digits and hyphens, {MOST} at most; a `label` may say anything"
        )),
    )
}

/// The id as it should have been spelt, so that what names it rightly finds it: `Iran`,
/// `south asia`.
pub fn sound_id(id: &str) -> String {
    if is_spelt(id) {
        return id.to_owned();
    }
    let words: String = id
        .chars()
        .take(10 * MOST)
        .filter(|&c| c != '\'')
        .map(spelt)
        .collect();
    words
        .split('-')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// A character as an id may have it.
const fn spelt(c: char) -> char {
    if c.is_ascii_alphanumeric() {
        c.to_ascii_lowercase()
    } else {
        '-'
    }
}

fn is_spelt(id: &str) -> bool {
    !id.is_empty() && id.len() <= MOST && id.chars().all(|c| spelt(c) == c)
}

/// The id without the hyphens before it, which others read as a sign.
fn unsigned(id: &str) -> &str {
    id.trim_start_matches('-')
}

/// Whether others read it as a number: digits, with an exponent, with an imaginary unit, in another
/// base. Hyphens alone are no name either.
fn is_number(id: &str) -> bool {
    let id = unsigned(id);
    let (base, exponents) = if id.starts_with("0x") {
        (16, ['p', 'p'])
    } else {
        (10, ['e', 'd'])
    };
    let figures = match id.get(..2) {
        Some("0x" | "0b" | "0o") => &id[2..],
        _ => id.trim_end_matches(['i', 'j']),
    };
    let (mantissa, exponent) = figures.split_once(exponents).unwrap_or((figures, ""));
    let begins = id.is_empty() || id.starts_with(|c: char| c.is_ascii_digit());
    begins
        && mantissa.chars().all(|c| c.is_digit(base))
        && unsigned(exponent).chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_read_as_something_else_is_no_id() {
        for id in [
            "none", "na", "nan", "null", "true", "false", "inf", "infinity", "choose", "-nan",
            "-inf", "--null", "1", "007", "-5", "1e5", "1e-5", "1d3", "0x10", "0xff", "0x1p3",
            "0x1p-3", "0b1", "0o7", "3i", "2j", "2d", "-", "--", "1e", "1e--5", "0x",
        ] {
            let problem = id_problem(id).unwrap_or_else(|| panic!("{id} is taken"));
            assert!(
                problem.help.is_some_and(|help| help.contains("label")),
                "{id}"
            );
        }
        for id in [
            "a",
            "calm",
            "none-at-all",
            "nano",
            "nah",
            "e5",
            "x10",
            "7th-fleet",
            "2-corps",
            "1e5x",
            "0xy",
            "route-1",
            "i",
            "d",
            "1-2-x",
            "1f",
            "information",
            "truest",
            "3rd",
            "i5",
            "e",
            "p1",
        ] {
            assert_eq!(id_problem(id), None, "{id}");
        }
    }

    #[test]
    fn what_is_misspelt_is_said_rightly_where_it_can_be() {
        let message = |id: &str| id_problem(id).unwrap().to_string();
        assert!(
            message("South Asia").contains("write `south-asia`"),
            "{}",
            message("South Asia")
        );
        assert!(
            !message("NaN").contains("write `nan`"),
            "{}",
            message("NaN")
        );
        assert!(message(&"x".repeat(41)).contains("40 at most"));
        assert!(message("").contains("lower-case"));
    }
}
