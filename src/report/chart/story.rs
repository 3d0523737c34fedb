//! One history as a course on the ladder, with the reasons beside its decisions.

use super::Frame;
use crate::error::Error;
use crate::report::chart::backend::Picture;
use crate::study::StoryStudy;

/// Draws a history; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where drawing fails.
pub fn story(_study: &StoryStudy, frame: &Frame) -> Result<Picture, Error> {
    frame.picture("", |_, _| Ok(()))
}
