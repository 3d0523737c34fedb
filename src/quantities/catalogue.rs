//! What the list of quantities is made of, and the macro that turns the list into an enum.

use super::most::{self, Most};
use crate::model::{Model, Side};
use crate::sim::{Outcome, Summary};

/// How a quantity is counted.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A share of trials: those whose opening crisis ends in one of these ways. It is read off the
    /// table of outcomes.
    Outcomes(&'static [Outcome]),
    /// A share of trials: those whose first act uses force. It is read off the table of first acts.
    FirstAct,
    /// A share of trials: those whose first answer uses force. It is read off the table of first
    /// answers.
    FirstAnswer,
    /// A share of trials: those that meet something.
    Flag,
    /// A number of each trial: its sums are counted, and how often each value came.
    Number {
        /// How many steps of its unit its values are counted in; 1 for a whole number.
        steps: f64,
        /// The smallest value there can be in a model.
        least: fn(&Model) -> f64,
        /// The largest value there can be in a model.
        most: fn(&Model) -> Most,
    },
}

impl Kind {
    /// The value of a trial where no field of it counts the quantity; `force` says of each rung
    /// whether it uses force.
    #[inline]
    pub(super) fn derived(self, force: &[bool], trial: &Summary) -> Option<f64> {
        let forceful = |rung: Option<usize>| rung.is_some_and(|rung| force[rung]);
        match self {
            Self::Outcomes(outcomes) => Some(outcomes.contains(&trial.outcome).value()),
            Self::FirstAct => Some(forceful(trial.first_act).value()),
            Self::FirstAnswer => Some(forceful(trial.first_answer).value()),
            Self::Flag | Self::Number { .. } => None,
        }
    }
}

/// The part of a trial that a quantity is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The opening and the crisis that follows from it.
    OpeningCrisis,
    /// The whole trial.
    WholeTrial,
    /// The crises after the first, which an attack of an armed group or an occasion may begin.
    LaterCrises,
}

/// Whose acts a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Nobody's, or anybody's.
    Nobody,
    /// Those of the actor that opens.
    Opener,
    /// Those of the other actor.
    Other,
    /// Those of both together; a row for each of the two has the same key.
    Both,
}

impl By {
    /// The acts of one of the two actors.
    #[must_use]
    pub const fn one(side: Side) -> Self {
        match side {
            Side::Opener => Self::Opener,
            Side::Other => Self::Other,
        }
    }
}

/// What must be possible in a model for a quantity to be other than 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// An answer to the opening.
    Answer,
    /// A mediator that may engage.
    Mediator,
    /// A front that may open.
    Front,
    /// An armed group that may attack, or an actor that may find an occasion.
    LaterCrisis,
    /// An actor that may find an occasion.
    Occasion,
}

impl Needs {
    /// Whether it is a third party.
    #[must_use]
    pub const fn third_party(self) -> bool {
        matches!(
            self,
            Self::Mediator | Self::Front | Self::LaterCrisis | Self::Occasion
        )
    }
}

/// A column of the narrow table of means along a sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// How many characters wide it is.
    pub width: usize,
}

/// One quantity: everything that is known of it, said once.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name in files and on the command line.
    pub key: &'static str,
    /// How it is counted.
    pub kind: Kind,
    /// What part of a trial it is of.
    pub part: Part,
    /// Whose acts it counts.
    pub by: By,
    /// What it takes to be other than 0.
    pub needs: Needs,
    /// The unit of its value in `trials.csv`; empty where it has none.
    pub unit: &'static str,
    /// What it is, as the label of a row.
    pub label: &'static str,
    /// The label where it stands alone; empty where it is the same.
    pub title: &'static str,
    /// What it means; of a flag what is so where it holds. "It" is the opening crisis.
    pub meaning: &'static str,
    /// What the reference page adds to its name; empty where the name says it.
    pub note: &'static str,
    /// Its column in the table of means along a sweep, where it has one.
    pub column: Option<Column>,
}

impl Row {
    /// A number of the opening crisis, whole and no larger than the acts; what the list leaves out
    /// is as here.
    pub(super) const NUMBER: Self = Self {
        key: "",
        kind: Kind::Number {
            steps: 1.0,
            least: |_| 0.0,
            most: most::acts,
        },
        part: Part::OpeningCrisis,
        by: By::Nobody,
        needs: Needs::Nothing,
        unit: "",
        label: "",
        title: "",
        meaning: "",
        note: "",
        column: None,
    };

    /// A flag of the opening crisis.
    pub(super) const FLAG: Self = Self {
        kind: Kind::Flag,
        ..Self::NUMBER
    };

    /// An end of the opening crisis.
    pub(super) const fn end(outcome: &'static [Outcome], label: &'static str) -> Self {
        Self {
            key: outcome[0].name(),
            kind: Kind::Outcomes(outcome),
            label,
            ..Self::NUMBER
        }
    }

    /// The label where it stands alone.
    #[must_use]
    pub const fn in_full(&self) -> &'static str {
        if self.title.is_empty() {
            self.label
        } else {
            self.title
        }
    }
}

/// The value of a field of a trial.
pub trait Value {
    /// It as a number; of a flag 1 where it holds, else 0.
    fn value(self) -> f64;
}

impl Value for bool {
    #[inline]
    fn value(self) -> f64 {
        f64::from(u8::from(self))
    }
}

impl Value for u64 {
    #[inline]
    fn value(self) -> f64 {
        self as f64
    }
}

impl Value for f64 {
    #[inline]
    fn value(self) -> f64 {
        self
    }
}

/// Makes an enum of the list, its rows, and the function that gives the values that a trial counts.
macro_rules! quantities {
    ($( $name:ident $(= |$trial:ident| $value:expr)?, $meaning:literal, $row:expr; )+) => {
        /// One number of every trial, whose mean over trials is of interest; a mean of zeros and
        /// ones is a share.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(
            feature = "language",
            derive(serde::Serialize, serde::Deserialize),
            serde(into = "String", try_from = "String")
        )]
        #[repr(usize)]
        pub enum Quantity {
            $( #[doc = $meaning] $name, )+
        }

        impl Quantity {
            /// All of them, in the order of the list.
            pub const ALL: [Self; [$(Self::$name),+].len()] = [$(Self::$name),+];
        }

        static ROWS: [Row; Quantity::COUNT] = [$( Row { meaning: $meaning, ..$row }, )+];

        /// Hands over every quantity that a field of a trial counts, with its value. It is written
        /// out row by row, so that what is constant in a row is so in the loop of trials.
        #[inline(always)]
        pub(crate) fn each_counted(trial: &Summary, mut count: impl FnMut(Quantity, f64)) {
            $( $( {
                let $trial = trial;
                count(Quantity::$name, Value::value($value));
            } )? )+
        }

        /// The value of every quantity in one trial, in the order of the list; `force` says of each
        /// rung whether it uses force. It is written out row by row for the same reason.
        #[inline]
        pub(crate) fn values(force: &[bool], trial: &Summary) -> [f64; Quantity::COUNT] {
            [$( {
                let value = ROWS[Quantity::$name as usize].kind.derived(force, trial);
                $( let value = value.or_else(|| {
                    let $trial = trial;
                    Some(Value::value($value))
                }); )?
                value.unwrap_or_default()
            }, )+]
        }
    };
}
pub(crate) use quantities;
