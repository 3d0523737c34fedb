//! What can go wrong in drawing: too little memory, or a fault of the program.

use std::fmt::Display;

use crate::ensemble::has_room;
use crate::error::{Error, Problem};

/// Drawing takes no more memory than this beside the pixels of a picture; a third of it at most, in
/// truth.
const ROOM: usize = 8 << 20;

/// Sees that there is memory to draw with, before it is used: a lack of it is then an error, and
/// not the program's end.
pub fn room() -> Result<(), Error> {
    if has_room(ROOM) {
        Ok(())
    } else {
        Err(no_room())
    }
}

/// There is too little memory.
pub fn no_room() -> Error {
    let problem = Problem::new("there is too little memory to draw a chart");
    Error::Memory(
        problem.help(
            "allow the program more memory (`ulimit -v`), or ask for no charts: `--charts none`",
        ),
    )
}

/// Whatever else goes wrong in drawing is the program's fault.
pub fn fault(what: impl Display) -> Error {
    Error::Fault(Problem::new(format!("a chart cannot be drawn: {what}")))
}
