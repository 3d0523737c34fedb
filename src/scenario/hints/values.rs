//! Slips in the value of a key.

use super::outside_quotes;

type Slip = Option<(String, String)>;

/// What is wrong with the value of a key, and what to write instead.
pub fn slip(key: &str, value: &str) -> Slip {
    let write = |right: &str| format!("write {key} = {right}");
    if key.contains(char::is_whitespace) && !key.starts_with(['"', '\'']) {
        return told("a key has no spaces in it", "use the key's own name: `offramp parameters` lists them".into());
    }
    let bare = outside_quotes(value);
    let is_path =
        |word: &&str| word.starts_with(char::is_alphabetic) && (word.contains("*.") || word.matches('.').count() >= 2);
    if let Some(path) = bare.split(['{', '}', '=', ',', ' ']).find(is_path).filter(|path| number(path).is_none()) {
        return told("a path stands in quotes", format!("write \"{path}\""));
    }
    if bare.contains('%') && value.starts_with(['{', '[']) {
        return told("there is no per cent in TOML", "a share is a number between 0 and 1".into());
    }
    if value.is_empty() {
        return told(&format!("`{key}` has no value"), "write one after the `=`, or remove the line".into());
    }
    if let Some(more) = value.strip_prefix('=') {
        return told("one `=` is enough", write(more.trim_start_matches(['=', ' '])));
    }
    figures(key, value).or_else(|| yes_or_no(key, value)).or_else(|| words(key, value))
}

#[allow(clippy::unnecessary_wraps)] // as it is returned everywhere
fn told(what: &str, right: String) -> Slip {
    Some((what.to_owned(), right))
}

/// A plain decimal number.
fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|_| text.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c)))
}

/// Numbers written otherwise.
fn figures(key: &str, value: &str) -> Slip {
    let write = |right: &str| format!("write {key} = {right}");
    if let Some(share) = value.strip_suffix('%').map(str::trim).and_then(number) {
        return told(
            "there is no per cent in TOML",
            format!("a share is a number between 0 and 1: {}", write(&(share / 100.0).to_string())),
        );
    }
    if let Some((whole, part)) = value.split_once(',')
        && number(whole).is_some()
        && part.chars().all(|c| c.is_ascii_digit())
    {
        let right = match part.len() {
            0 => write(whole),
            3 if whole != "0" => {
                format!("write {key} = {whole}{part} for a thousand and more, {whole}.{part} for a fraction")
            }
            _ => write(&format!("{whole}.{part}")),
        };
        return told("a number has no comma in it", right);
    }
    if let Some((low, high)) =
        value.split_once(" to ").or_else(|| value.split_once(" - ")).or_else(|| value.split_once('-'))
        && let (Some(low), Some(high)) = (number(low.trim()), number(high.trim()))
    {
        return told(
            "a number that is not known has a form of its own",
            write(&format!("{{ uniform = [{low}, {high}] }}")),
        );
    }
    let figures = value.split([' ', '\u{a0}']).next().unwrap_or("");
    if figures.len() < value.len() && number(figures).is_some() {
        return told(
            "a number stands alone, without unit or space",
            format!("write it in figures only, such as {key} = {figures}"),
        );
    }
    if let Some((above, below)) = value.split_once('/')
        && let (Some(above), Some(below)) = (number(above.trim()), number(below.trim()))
    {
        return told("a number cannot be a fraction", write(&(above / below).to_string()));
    }
    if let Some(parsed) = number(value) {
        return told(
            "a number is written with digits before and after the point, and without a leading nought",
            write(&parsed.to_string()),
        );
    }
    None
}

/// Yes and no.
fn yes_or_no(key: &str, value: &str) -> Slip {
    let right = match value.to_ascii_lowercase().as_str() {
        "yes" | "on" | "true" => "true",
        "no" | "off" | "false" => "false",
        _ => return None,
    };
    told("yes and no are written true and false, in small letters", format!("write {key} = {right}"))
}

/// Texts, lists and tables.
fn words(key: &str, value: &str) -> Slip {
    let write = |right: &str| format!("write {key} = {right}");
    for quote in ['"', '\''] {
        if value.matches(quote).count() != 1 {
            continue;
        }
        if value.starts_with(quote) {
            // What looks like a comment behind it is one.
            let text = value.split_once("  #").map_or(value, |(text, _)| text).trim_end();
            return told("the text is not closed", write(&format!("{text}{quote}")));
        }
        if value.ends_with(quote) {
            return told("the text is not opened", write(&format!("{quote}{value}")));
        }
    }
    if value.starts_with('"') && value.matches('"').count() > 2 {
        return told(
            "there are quotation marks inside the text",
            "use single ones around it, or write \\\" for each inside".into(),
        );
    }
    if value.starts_with('"') && value.contains('\\') {
        return told("a backslash means something else in a text", write(&value.replace('\\', "/")));
    }
    if value.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c)) && value.starts_with(char::is_alphabetic) {
        let help = format!("{}; a number is written in figures", write(&format!("\"{value}\"")));
        return told("a text stands in quotes", help);
    }
    if value.starts_with(['[', '{', '(']) {
        let help = "a list is [1, 2, 3], an uncertain value { uniform = [0.2, 0.8] }: look at brackets and commas";
        return told("the list or table is not well formed", help.into());
    }
    None
}
