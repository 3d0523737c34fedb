//! The charts of a result, drawn side by side. Where there is too little memory for one, the other
//! files are kept.

use super::session::Session;
use crate::ensemble::Threads;
use crate::error::{Error, Problem};
use crate::report::chart::{self, Picture};
use crate::report::figure::Figure;

/// Charts by the names of their files.
#[derive(Default)]
pub struct DrawnCharts {
    /// The bytes of each.
    pub files: Vec<(String, Vec<u8>)>,
    /// Those for which there was too little memory.
    missing: Vec<String>,
    /// What the first of them lacked.
    trouble: Option<Error>,
}

impl DrawnCharts {
    /// The end of a command whose other files have their places.
    ///
    /// # Errors
    /// [`Error::Memory`] where charts are missing.
    pub fn end(self) -> Result<(), Error> {
        let Some(Error::Memory(problem)) = self.trouble else {
            return Ok(());
        };
        let missing = self.missing.join(", ");
        let lack = problem.message;
        Err(Error::Memory(Problem {
            message: format!("{lack}: {missing}; all other files are there"),
            ..problem
        }))
    }
}

/// Draws figures in the kinds that are wanted; `file_name` gives the name of the file of a figure
/// in a kind.
///
/// # Errors
/// A chart that cannot be drawn, for another reason than a lack of memory.
pub fn draw(
    figures: &[Figure<'_>],
    session: &Session,
    file_name: fn(&str, &str) -> String,
) -> Result<DrawnCharts, Error> {
    let kinds: Vec<&str> = session.kinds().collect();
    if kinds.is_empty() {
        return Ok(DrawnCharts::default());
    }
    let threads = if figures.len() == 1 {
        Some(1)
    } else {
        session.threads
    };
    let sets = Threads::new(threads).map(figures.iter().collect(), |figure| {
        let picture = chart::draw(figure, session.look.medium);
        kinds
            .iter()
            .map(|kind| bytes(&picture, kind))
            .collect::<Vec<_>>()
    });
    let mut drawn = DrawnCharts::default();
    for (figure, set) in figures.iter().zip(sets) {
        for (kind, mut file) in kinds.iter().zip(set) {
            if matches!(file, Err(Error::Memory(_))) {
                file = bytes(&chart::draw(figure, session.look.medium), kind); // by itself it takes less
            }
            let name = file_name(&figure.name, kind);
            match file {
                Ok(bytes) => drawn.files.push((name, bytes)),
                Err(trouble @ Error::Memory(_)) => {
                    drawn.missing.push(name);
                    drawn.trouble.get_or_insert(trouble);
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok(drawn)
}

fn bytes(picture: &Result<Picture, Error>, kind: &str) -> Result<Vec<u8>, Error> {
    let picture = picture.as_ref().map_err(Clone::clone)?;
    if kind == "png" {
        picture.png()
    } else {
        picture.svg().map(String::into_bytes)
    }
}
