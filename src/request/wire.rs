//! The JSON form of axes and quantities, whose own types know no JSON.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::study::Axis;

/// An axis as it is written.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Spread(Spread),
    List(List),
}

/// Values spaced evenly between two ends.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spread {
    path: String,
    from: f64,
    to: f64,
    points: usize,
    log: bool,
}

/// Values that were named.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    path: String,
    values: Vec<f64>,
}

impl From<&Axis> for Written {
    fn from(axis: &Axis) -> Self {
        let path = axis.path().to_owned();
        let values = axis.values();
        match values {
            &[from, .., to] if !axis.is_list() => Self::Spread(Spread {
                path,
                from,
                to,
                points: values.len(),
                log: axis.is_log(),
            }),
            _ => Self::List(List {
                path,
                values: values.to_vec(),
            }),
        }
    }
}

impl TryFrom<Written> for Axis {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        match written {
            Written::Spread(Spread {
                path,
                from,
                to,
                points,
                log,
            }) => Self::spread(&path, from, to, points, log),
            Written::List(List { path, values }) => Self::list(&path, values),
        }
    }
}

/// One axis.
pub mod axis {
    use super::{Axis, Deserialize, Deserializer, Serialize, Serializer, Written, de};

    pub fn serialize<S: Serializer>(axis: &Axis, to: S) -> Result<S::Ok, S::Error> {
        Written::from(axis).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Axis, D::Error> {
        Written::deserialize(from)?
            .try_into()
            .map_err(de::Error::custom)
    }
}

/// Several axes.
pub mod axes {
    use super::{Axis, Deserialize, Deserializer, Serializer, Written, de};

    pub fn serialize<S: Serializer>(axes: &[Axis], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(axes.iter().map(Written::from))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Axis>, D::Error> {
        let written = Vec::<Written>::deserialize(from)?;
        written
            .into_iter()
            .map(|axis| axis.try_into().map_err(de::Error::custom))
            .collect()
    }
}

/// A quantity by its name.
pub mod quantity {
    use super::{Deserialize, Deserializer, Serializer, de};
    use crate::quantities::Quantity;

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde hands over a reference
    pub fn serialize<S: Serializer>(quantity: &Quantity, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(quantity.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Quantity, D::Error> {
        let name = String::deserialize(from)?;
        Quantity::named(&name)
            .ok_or_else(|| de::Error::custom(format!("there is no quantity `{name}`")))
    }
}
