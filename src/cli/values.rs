//! What the values of options may be.

mod axes;

use clap::Parser;

use crate::ensemble::MOST_TRIALS;
use crate::error::printable;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::figure::MOST_TITLE;
use crate::report::shard::MOST_PARTS;
use crate::scenario::Settings;
pub use axes::{axis, stretch};

/// A number of trials, underscores allowed.
///
/// # Errors
/// What is wrong with it.
pub fn trials(written: &str) -> Result<u64, String> {
    let plain: String = written.chars().filter(|&c| c != '_').collect();
    let number: u64 = plain.parse().map_err(|_| match plain.parse::<f64>() {
        Ok(number)
            if plain.contains(['e', 'E'])
                && number >= 1.0
                && number.fract() == 0.0
                && number <= 1e12 =>
        {
            format!("write it out: {}", count(number as u64).replace(',', "_"))
        }
        _ => {
            "it must be a whole number such as 100000 or 100_000, without point or comma".to_owned()
        }
    })?;
    if (1..=MOST_TRIALS).contains(&number) {
        return Ok(number);
    }
    Err(format!(
        "it must lie between 1 and {MOST_TRIALS}; a million trials give shares to within 0.1 %"
    ))
}

/// A seed.
///
/// # Errors
/// What is wrong with it.
pub fn seed(written: &str) -> Result<u64, String> {
    let plain = written.replace('_', "");
    let too_large = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit());
    plain.parse().map_err(|_| {
        if too_large {
            return format!("it must be {} at most", u64::MAX);
        }
        "it must be a whole number from 0 on, such as 7".to_owned()
    })
}

/// A title.
///
/// # Errors
/// What is wrong with it.
pub fn title(written: &str) -> Result<String, String> {
    let title = printable(written.trim());
    match title.chars().count() {
        0 => Err("write a sentence, or leave the option out".to_owned()),
        length if length > MOST_TITLE => {
            Err(format!("it must have {MOST_TITLE} characters at most"))
        }
        _ => Ok(title),
    }
}

/// A number of threads.
///
/// # Errors
/// What is wrong with it.
pub fn threads(written: &str) -> Result<u16, String> {
    const MOST: u16 = 256;
    written
        .parse()
        .ok()
        .filter(|threads| (1..=MOST).contains(threads))
        .ok_or_else(|| format!("it must be a whole number between 1 and {MOST}"))
}

/// `PATH=VALUE`.
///
/// # Errors
/// What is wrong with it.
pub fn setting(written: &str) -> Result<(String, String), String> {
    match written
        .split_once('=')
        .map(|(path, value)| (path.trim(), value.trim()))
    {
        Some((path, value)) if !path.is_empty() && !value.is_empty() => {
            Ok((path.to_owned(), value.to_owned()))
        }
        _ => Err("write PATH=VALUE, such as relations.crisis_communication=0.9".to_owned()),
    }
}

/// How precise every share shall be.
///
/// # Errors
/// What is wrong with it.
pub fn precision(written: &str) -> Result<f64, String> {
    match written.parse() {
        Ok(precision) if (1e-6..0.5).contains(&precision) => Ok(precision),
        _ => Err(
            "it must be a number between 0.000001 and 0.5, such as 0.001 for a tenth of a per cent"
                .to_owned(),
        ),
    }
}

/// One of the parts that a run is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShardPart {
    /// Which, from 1.
    pub part: u64,
    /// How many parts there are.
    pub of: u64,
}

/// `I/N`, from 1/N to N/N.
///
/// # Errors
/// What is wrong with it.
pub fn shard(written: &str) -> Result<ShardPart, String> {
    let parts = written
        .split_once('/')
        .and_then(|(part, of)| Some((part.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((part, of)) if 1 <= part && part <= of && of <= MOST_PARTS => {
            Ok(ShardPart { part, of })
        }
        _ => Err(format!(
            "write I/N, such as 1/4 for the first of four; {MOST_PARTS} at most"
        )),
    }
}

/// A variant in place: a label and what to change in the base.
#[derive(Clone, Debug, PartialEq)]
pub struct InPlace {
    /// What to call it.
    pub label: String,
    /// What to change.
    pub settings: Settings,
}

/// The options of a variant in place.
#[derive(Debug, clap::Parser)]
#[command(name = "--variant", no_binary_name = true, disable_help_flag = true)]
struct InPlaceOptions {
    #[command(flatten)]
    settings: super::SettingOptions,
}

/// How a variant in place is written.
const VARIANT: &str = "write \"LABEL: --set PATH=VALUE --without ARGUMENT\"";

/// `LABEL: OPTIONS`.
///
/// # Errors
/// What is wrong with it.
pub fn variant(written: &str) -> Result<InPlace, String> {
    let (label, options) = written.split_once(':').ok_or(VARIANT)?;
    let label = label.trim();
    let words = shlex::split(options).ok_or("a quotation mark is not closed")?;
    if label.is_empty() || label.starts_with('-') || words.is_empty() {
        return Err(VARIANT.to_owned());
    }
    let options = InPlaceOptions::try_parse_from(words).map_err(|error| first_line(&error))?;
    Ok(InPlace {
        label: label.to_owned(),
        settings: options.settings.settings(),
    })
}

/// What is wrong with the options of a variant, in one line.
fn first_line(error: &clap::Error) -> String {
    error
        .to_string()
        .lines()
        .next()
        .unwrap_or(VARIANT)
        .trim_start_matches("error: ")
        .to_owned()
}

/// A quantity by name.
///
/// # Errors
/// What is wrong with it.
pub fn quantity(written: &str) -> Result<Quantity, String> {
    Quantity::named(written).ok_or_else(|| {
        let known = Quantity::names();
        let near = crate::scenario::suggestion(written, &known);
        near.unwrap_or_else(|| format!("known: {}", known.join(", ")))
    })
}

/// A quantity that is a share.
///
/// # Errors
/// What is wrong with it.
pub fn share_quantity(written: &str) -> Result<Quantity, String> {
    let quantity = quantity(written)?;
    if quantity.is_share() {
        Ok(quantity)
    } else {
        Err(format!("`{written}` is a mean, and no share"))
    }
}

/// A quantity that is an outcome, or several together.
///
/// # Errors
/// What is wrong with it.
pub fn end(written: &str) -> Result<Quantity, String> {
    let known = Quantity::ends();
    match Quantity::named(written) {
        Some(quantity) if !quantity.outcomes().is_empty() => Ok(quantity),
        _ => Err(crate::scenario::suggestion(written, &known)
            .unwrap_or_else(|| format!("known: {}", known.join(", ")))),
    }
}

/// The number of a trial.
///
/// # Errors
/// What is wrong with it.
pub fn place(written: &str) -> Result<u64, String> {
    match written.replace('_', "").parse() {
        Ok(place) if place < MOST_TRIALS => Ok(place),
        _ => Err(format!(
            "it must be a whole number from 0 to {}, such as 21",
            MOST_TRIALS - 1
        )),
    }
}

/// A share of a value.
///
/// # Errors
/// What is wrong with it.
pub fn share_of_value(written: &str) -> Result<f64, String> {
    match written.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("it must lie between 0 and 1, such as 0.3 for 30 %".to_owned()),
    }
}

/// A share between 0 and 1.
///
/// # Errors
/// What is wrong with it.
pub fn share(written: &str) -> Result<f64, String> {
    match written.parse::<f64>() {
        Ok(share) if 0.0 < share && share < 1.0 => Ok(share),
        _ => {
            Err("it must lie between 0 and 1, both left out, such as 0.1 for one of ten".to_owned())
        }
    }
}

#[cfg(test)]
mod tests;
