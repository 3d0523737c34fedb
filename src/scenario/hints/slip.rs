//! A slip in a value.

/// A typical mistake in a value, wherever the value stands.
pub struct Slip {
    /// What is wrong.
    pub what: String,
    /// What to write instead, where that is clear.
    pub right: Option<String>,
    /// What else to say.
    note: String,
}

impl Slip {
    /// A slip without a remedy.
    pub fn new(what: &str) -> Self {
        Self {
            what: what.to_owned(),
            right: None,
            note: String::new(),
        }
    }

    /// The slip with what to write instead.
    pub fn write(self, right: impl Into<String>) -> Self {
        Self {
            right: Some(right.into()),
            ..self
        }
    }

    /// The slip with something else to say.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    /// The slip of a part of a value as that of the whole; `whole` puts the right part into its
    /// place.
    pub fn inside(self, whole: impl Fn(&str) -> String) -> Self {
        Self {
            right: self.right.as_deref().map(whole),
            ..self
        }
    }

    /// The remedy; `write` says how the right value is written.
    pub fn help(&self, write: impl Fn(&str) -> String) -> String {
        let written = self.right.as_deref().map(write);
        let note = Some(self.note.clone()).filter(|note| !note.is_empty());
        [written, note]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("; ")
    }
}
