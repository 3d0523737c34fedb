//! The JSON form of an axis, checked as it is read.

use serde::{Deserialize, Serialize};

use super::Axis;
use crate::numerals::MOST_DIGITS;

/// An axis as it is written: with its values, since a part of a spread is no spread.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    path: String,
    values: Vec<f64>,
    log: bool,
    list: bool,
    digits: usize,
}

impl From<Axis> for Written {
    fn from(
        Axis {
            path,
            values,
            log,
            list,
            digits,
        }: Axis,
    ) -> Self {
        Self {
            path,
            values,
            log,
            list,
            digits,
        }
    }
}

impl TryFrom<Written> for Axis {
    type Error = String;

    fn try_from(
        Written {
            path,
            values,
            log,
            list,
            digits,
        }: Written,
    ) -> Result<Self, String> {
        let axis = Self::list(&path, values)?;
        if log && axis.values.iter().any(|&value| value <= 0.0) {
            return Err(format!(
                "a logarithmic axis must lie above 0, but {path} does not"
            ));
        }
        // A part of an axis has as many digits as the whole.
        if !(axis.digits..=MOST_DIGITS).contains(&digits) {
            return Err(format!(
                "{digits} digits do not tell the values of {path} apart"
            ));
        }
        Ok(Self {
            log,
            list,
            digits,
            ..axis
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_that_cannot_be_built_cannot_be_read() {
        let read = |values: &str, log: bool, digits: usize| {
            let text = format!(
                r#"{{"path":"x","values":{values},"log":{log},"list":false,"digits":{digits}}}"#
            );
            serde_json::from_str::<Axis>(&text)
        };
        assert_eq!(
            read("[0.0,1.0]", false, 4).unwrap(),
            Axis::spread("x", 0.0, 1.0, 2, false).unwrap()
        );
        for (values, log, digits) in [
            ("[]", false, 4),
            ("[1.0]", false, 4),
            ("[1.0,2.0,1.0]", false, 4),
            ("[0.0,1.0]", true, 4),
            ("[-1.0,-2.0]", true, 4),
            ("[1.0,2.0]", false, 3),
            ("[0.5,0.5000001]", false, 4),
            ("[1.0,2.0]", false, 18),
            ("[1.0,2.0]", false, 1_000_000),
            ("[1.0,1e999]", false, 4),
            ("[1.0,null]", false, 4),
        ] {
            assert!(
                read(values, log, digits).is_err(),
                "{values} {log} {digits}"
            );
        }
    }
}
