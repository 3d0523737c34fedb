//! The JSON form of axes and quantities, whose own types know no JSON.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::study::Axis;

/// An axis as it is written.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WrittenAxis {
    Spread(WrittenSpread),
    List(WrittenList),
}

/// Values spaced evenly between two ends.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSpread {
    path: String,
    from: f64,
    to: f64,
    points: usize,
    log: bool,
}

/// Values that were named.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    path: String,
    values: Vec<f64>,
}

impl From<&Axis> for WrittenAxis {
    fn from(axis: &Axis) -> Self {
        let path = axis.path().to_owned();
        let values = axis.values();
        match values {
            &[from, .., to] if !axis.is_list() => Self::Spread(WrittenSpread {
                path,
                from,
                to,
                points: values.len(),
                log: axis.is_log(),
            }),
            _ => Self::List(WrittenList {
                path,
                values: values.to_vec(),
            }),
        }
    }
}

impl TryFrom<WrittenAxis> for Axis {
    type Error = String;

    fn try_from(written: WrittenAxis) -> Result<Self, String> {
        match written {
            WrittenAxis::Spread(WrittenSpread {
                path,
                from,
                to,
                points,
                log,
            }) => Self::spread(&path, from, to, points, log),
            WrittenAxis::List(WrittenList { path, values }) => Self::list(&path, values),
        }
    }
}

/// One axis.
pub mod axis {
    use super::{Axis, Deserialize, Deserializer, Serialize, Serializer, WrittenAxis, de};

    pub fn serialize<S: Serializer>(axis: &Axis, to: S) -> Result<S::Ok, S::Error> {
        WrittenAxis::from(axis).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Axis, D::Error> {
        WrittenAxis::deserialize(from)?
            .try_into()
            .map_err(de::Error::custom)
    }
}

/// Several axes.
pub mod axes {
    use super::{Axis, Deserialize, Deserializer, Serializer, WrittenAxis, de};

    pub fn serialize<S: Serializer>(axes: &[Axis], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(axes.iter().map(WrittenAxis::from))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Axis>, D::Error> {
        let written = Vec::<WrittenAxis>::deserialize(from)?;
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
