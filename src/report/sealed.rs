//! JSON files that are read back. Each ends in a digest of all that stands before it, so that one
//! that was changed or damaged is recognised; `head -n -2 FILE | sha256sum` gives the same digest.
//!
//! Anybody can make a digest that fits. What a file says is checked as well by those who read it.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::error::{Error, Problem, hexadecimal};
use crate::report::render::pretty;

/// How the line with the digest begins.
const KEY: &str = "  \"digest\": \"";
/// How a sealed file ends after the digest.
const END: &str = "\"\n}\n";

/// A document as JSON with its digest, ending in a newline. It must have a field.
///
/// # Errors
/// None that a document of plain values can cause.
pub fn sealed(document: &impl Serialize) -> Result<String, Error> {
    let text = pretty(document)?;
    let Some(fields) = text.strip_suffix("\n}\n") else {
        return Err(Error::Fault(Problem::new(
            "a document without fields cannot be sealed",
        )));
    };
    let body = format!("{fields},\n");
    let digest = sha256(body.as_bytes());
    Ok(body + KEY + &digest + END)
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Whether a text is a SHA-256 in hexadecimal as this program writes it.
#[must_use]
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The reason why a text is no document that this program sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has no digest at its end.
    NoDigest,
    /// Its digest does not fit what it says.
    Changed,
    /// It is sealed, and no document of the wanted kind; the line and the column where that shows.
    Foreign(usize, usize),
    /// It is of another form than this program writes: which, and which it reads.
    OtherForm(u32, u32),
    /// It is such a document, but what it says cannot be: the reason, a clause.
    Contradiction(String),
}

impl Flaw {
    /// The error for the user: `what` names the kind of document, `remedy` says what to do.
    #[must_use]
    pub fn error(&self, path: &Path, what: &str, remedy: &str) -> Error {
        let shown = path.display();
        let message = match self {
            Self::NoDigest => format!(
                "{shown} is no {what} of this version of offramp: it has no digest at its end"
            ),
            Self::Changed => format!(
                "{shown} was changed or damaged since it was written: its digest does not fit"
            ),
            Self::Foreign(line, column) => {
                format!("{shown} is no {what} (line {line}, column {column})")
            }
            Self::OtherForm(form, own) => {
                format!("{shown} has form {form}, and this version of offramp reads form {own}")
            }
            Self::Contradiction(reason) => format!("{shown} is damaged: {reason}"),
        };
        Error::Scenario(vec![Problem::new(message).help(remedy)])
    }
}

/// The document that a sealed text is. The digest is checked first; then that this program would
/// write the same text, so that no key is there twice or in another form.
///
/// # Errors
/// The text has no digest, was changed, or is another document.
pub fn unsealed<T: Serialize + DeserializeOwned>(text: &str) -> Result<T, Flaw> {
    let json = opened(text)?;
    let document: T = serde_json::from_str(&json)
        .map_err(|reason| Flaw::Foreign(reason.line(), reason.column()))?;
    match pretty(&document) {
        Ok(again) if again.strip_suffix('\n') == Some(json.as_str()) => Ok(document),
        _ => Err(Flaw::Contradiction(
            "it is not written as offramp writes it".to_owned(),
        )),
    }
}

/// The JSON in a sealed text, without the digest.
///
/// # Errors
/// The text has no digest, or was changed.
pub fn opened(text: &str) -> Result<String, Flaw> {
    // Some tools end lines otherwise; no text within JSON holds an end of line.
    let text = text.replace("\r\n", "\n");
    let sealed = text
        .strip_suffix(END)
        .and_then(|text| text.rsplit_once(KEY));
    let (body, digest) = sealed
        .filter(|(_, digest)| is_sha256(digest))
        .ok_or(Flaw::NoDigest)?;
    if sha256(body.as_bytes()) != digest {
        return Err(Flaw::Changed);
    }
    let fields = body.strip_suffix(",\n").ok_or(Flaw::Changed)?;
    Ok(format!("{fields}\n}}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn document() -> BTreeMap<String, String> {
        [("name", "a \"digest\": \"x\"\n}\n"), ("seed", "7")]
            .map(|(key, value)| (key.into(), value.into()))
            .into()
    }

    #[test]
    fn a_document_comes_back_and_not_one_byte_of_it_can_be_changed() {
        let text = sealed(&document()).unwrap();
        assert_eq!(unsealed::<BTreeMap<String, String>>(&text), Ok(document()));
        assert_eq!(unsealed(&text.replace('\n', "\r\n")), Ok(document()));
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            let changed = String::from_utf8(changed).unwrap();
            assert!(
                unsealed::<BTreeMap<String, String>>(&changed).is_err(),
                "byte {at}"
            );
            assert!(
                unsealed::<BTreeMap<String, String>>(&text[..at]).is_err(),
                "cut at {at}"
            );
        }
    }

    #[test]
    fn each_flaw_is_distinguished_from_the_others() {
        let text = sealed(&document()).unwrap();
        let flaw = |text: &str| unsealed::<BTreeMap<String, u8>>(text).unwrap_err();
        assert_eq!(flaw("{}"), Flaw::NoDigest);
        assert_eq!(flaw(&text.replace('7', "8")), Flaw::Changed);
        assert!(matches!(flaw(&text), Flaw::Foreign(2, _)));
        let error =
            flaw(&text.replace('7', "8")).error(Path::new("x.json"), "shard", "run it again");
        assert!(
            error
                .to_string()
                .contains("x.json was changed or damaged since it was written"),
            "{error}"
        );
    }

    /// What other programs would read otherwise: a key that is there twice, a number in another
    /// form.
    #[test]
    fn a_digest_that_fits_is_not_enough() {
        for body in [
            "{\n  \"a\": 1,\n  \"a\": 2,\n",
            "{\n  \"a\":  1,\n",
            "{\n  \"a\": 0.1e1,\n",
        ] {
            let forged = format!("{body}{KEY}{}{END}", sha256(body.as_bytes()));
            assert!(
                unsealed::<BTreeMap<String, u8>>(&forged).is_err(),
                "{forged}"
            );
        }
    }

    /// The digest is that of a public standard: SHA-256 of "abc" (FIPS 180-4).
    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(is_sha256(&sha256(b"abc")) && !is_sha256("abc") && !is_sha256(&"A".repeat(64)));
    }
}
