//! Documents as JSON, ending in a newline; characters that do more than be read are escaped.

use std::io::{Error as Failure, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::error::{Error, Problem, escaped};

/// Writes a document.
///
/// # Errors
/// What the writer fails with.
pub fn json(document: &impl Serialize, writer: &mut dyn Write) -> Result<(), Failure> {
    let mut escaping = Escaping {
        writer,
        held: Vec::new(),
    };
    serde_json::to_writer_pretty(&mut escaping, document)?;
    escaping.write_all(b"\n")?;
    escaping.flush()
}

/// Writes a document in one line: for programs, where it is long.
///
/// # Errors
/// What the writer fails with.
pub fn json_line(document: &impl Serialize, writer: &mut dyn Write) -> Result<(), Failure> {
    document.serialize(&mut Serializer::with_formatter(&mut *writer, OneLine))?;
    writer.write_all(b"\n")
}

/// JSON without spaces, in which characters that do more than be read are escaped.
struct OneLine;

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> Result<(), Failure> {
        writer.write_all(escaped(fragment).as_bytes())
    }
}

/// A document as text.
///
/// # Errors
/// None that plain values can cause.
pub fn pretty(document: &impl Serialize) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let text = json(document, &mut bytes).map_err(|reason| reason.to_string());
    let text = text.and_then(|()| String::from_utf8(bytes).map_err(|reason| reason.to_string()));
    text.map_err(|reason| Error::Fault(Problem::new(format!("cannot write JSON: {reason}"))))
}

/// A way to a writer on which each line is escaped: no character is cut in two.
struct Escaping<'w> {
    writer: &'w mut dyn Write,
    held: Vec<u8>,
}

impl Escaping<'_> {
    fn pass_on(&mut self) -> Result<(), Failure> {
        let text = String::from_utf8_lossy(&self.held);
        self.writer.write_all(escaped(&text).as_bytes())?;
        self.held.clear();
        Ok(())
    }
}

impl Write for Escaping<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Failure> {
        self.held.extend_from_slice(bytes);
        if self.held.ends_with(b"\n") {
            self.pass_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Failure> {
        self.pass_on()?;
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_do_more_than_be_read_are_escaped() {
        let document = serde_json::json!({ "name": "a\u{202e}b", "next": ["é", 1.5] });
        let text = pretty(&document).unwrap();
        assert!(
            text.contains(r"a\u202eb") && text.contains('é') && text.ends_with("}\n"),
            "{text}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            document
        );
    }
}
