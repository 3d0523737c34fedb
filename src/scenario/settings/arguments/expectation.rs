//! What the author of an argument would expect it to move.

use crate::error::{Problem, Problems};
use crate::quantities::Quantity;
use crate::scenario::facts::guide;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::tree::Node;

/// What the author of an argument would expect it to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// The quantity.
    pub quantity: Quantity,
    /// Whether the argument raises it.
    pub raises: bool,
}

/// Reads `expects`.
pub fn expectation(node: &Node, problems: &mut Problems) -> Option<Expectation> {
    let mut section = Section::open(node, "expects", problems)?;
    let quantity = section.require("quantity", problems);
    let sign = section.require("sign", problems);
    section.close(problems);
    let quantity = quantity?;
    let sign = sign?;
    let name = text(quantity, "quantity", problems)?;
    let found = guide::quantity(name, &quantity.spot, problems);
    let raises = match text(sign, "sign", problems)? {
        "+" => true,
        "-" => false,
        _ => {
            problems.push(
                Problem::new("`sign` must be \"+\" or \"-\"")
                    .at(sign.spot.place())
                    .help("\"+\" where the argument raises the quantity"),
            );
            return None;
        }
    };
    found.map(|quantity| Expectation { quantity, raises })
}
