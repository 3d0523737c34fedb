//! What was run, as the documents of studies name it.

use serde::Serialize;

use crate::study::Subject;

/// A scenario and what was changed in it.
#[derive(Serialize)]
pub struct Origin<'s> {
    name: &'s str,
    source: &'s str,
    changes: &'s [String],
    sha256: &'s str,
}

impl<'s> From<&'s Subject> for Origin<'s> {
    fn from(subject: &'s Subject) -> Self {
        Self {
            name: &subject.name,
            source: &subject.source,
            changes: &subject.changes,
            sha256: &subject.sha256,
        }
    }
}
