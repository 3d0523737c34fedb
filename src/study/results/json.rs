//! Studies as JSON, and back.

use super::Study;
use crate::error::{Error, Problem};

impl Study {
    /// The study as JSON, with all that it takes to show it again.
    ///
    /// # Errors
    /// None that a study can cause.
    pub fn json(&self) -> Result<String, Error> {
        serde_json::to_string(self)
            .map_err(|reason| Error::Fault(Problem::new(format!("a study has no JSON: {reason}"))))
    }

    /// Reads a study from its JSON.
    ///
    /// # Errors
    /// It is none, or not as it was written.
    pub fn parse(text: &str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|reason| {
            let problem = Problem::new(format!("this is no study: {reason}"));
            Error::Scenario(vec![
                problem.help("give the text as it was written; or run the request again"),
            ])
        })
    }
}
