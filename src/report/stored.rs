//! Studies on disk: whole, in one line of JSON, so that they can be shown again without a trial.
//!
//! Anybody can make such a file. What it says is checked before it is shown.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::render;
use super::sealed::Flaw;
use crate::study::Study;

/// The form of a study on disk. It is raised whenever a study has other parts, or its numbers
/// another meaning.
pub const FORM: u32 = 3;
/// No study is longer.
pub const MOST_BYTES: u64 = 256 << 20;

/// A study as it is written.
#[derive(Serialize)]
struct Written<'s> {
    form: u32,
    study: &'s Study,
}

/// A study as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "form")]
    _form: u32,
    study: Study,
}

/// The form of a text, whatever else it holds.
#[derive(Deserialize)]
struct Form {
    form: u32,
}

/// Writes a study, with all that it takes to show it again.
///
/// # Errors
/// What the writer fails with.
pub fn write(study: &Study, writer: &mut dyn Write) -> io::Result<()> {
    render::json_line(&Written { form: FORM, study }, writer)
}

/// Reads a study. Whatever comes back can be shown.
///
/// # Errors
/// It is no study, of another form, or one that no run comes to.
pub fn parse(text: &str) -> Result<Study, Flaw> {
    let Form { form } = serde_json::from_str(text).map_err(|reason| foreign(&reason))?;
    if form != FORM {
        return Err(Flaw::OtherForm(form, FORM));
    }
    let Read { study, .. } = serde_json::from_str(text).map_err(|reason| foreign(&reason))?;
    study.check().map_err(Flaw::Contradiction)?;
    Ok(study)
}

fn foreign(reason: &serde_json::Error) -> Flaw {
    Flaw::Foreign(reason.line(), reason.column())
}
