//! What the list of parameters is made of, and the macro that turns a list into structs.

/// What a parameter is about, for people who look for the ones to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A weight in the choice: how much an actor cares.
    Concern,
    /// How an actor goes about things.
    Habit,
    /// Where a quantity stands when the trial begins.
    Start,
    /// How an actor sees what is done to it.
    Perception,
    /// What the two actors share.
    Situation,
    /// A property of a rung of the ladder.
    Ladder,
    /// A third party: mediator, front or armed group.
    ThirdParty,
    /// Dynamics common to both actors.
    Physics,
}

impl Kind {
    /// Its name and what it is, in a few words.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Concern => "concern: how much the actor cares",
            Self::Habit => "habit: how the actor goes about things",
            Self::Start => "start: where a quantity stands when the trial begins",
            Self::Perception => "perception: how the actor sees what is done to it",
            Self::Situation => "situation: what the two share",
            Self::Ladder => "ladder: a property of a rung",
            Self::ThirdParty => "third party: mediator, front or armed group",
            Self::Physics => "dynamics: common to both actors",
        }
    }
}

/// Whether a newcomer should meet the parameter first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// One of the few that a first scenario sets.
    Core,
    /// The rest.
    More,
}

/// One parameter: everything that is known of it, said once.
///
/// Validation, paths, the JSON document, the catalogue and every later reader take it from here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Where a scenario has it, `ID` and `ACTOR` for names: `actors.ID`.
    pub table: &'static str,
    /// Its key in that table.
    pub key: &'static str,
    /// Its name where people read, a singular noun without whose it is: "fear of losing control".
    pub label: &'static str,
    /// The value where a scenario says nothing.
    pub default: f64,
    /// The smallest value allowed.
    pub min: f64,
    /// The largest value allowed.
    pub max: f64,
    /// Its unit; empty where it has none.
    pub unit: &'static str,
    /// What it is about.
    pub kind: Kind,
    /// Core or more.
    pub tier: Tier,
    /// What it means, in one line.
    pub meaning: &'static str,
    /// What low, usual and high values stand for: "0 does not mind; 0.8 is usual; 2 dreads it";
    /// empty where the meaning says enough.
    pub anchors: &'static str,
    /// Where the idea comes from (author year); empty where it is the model's own.
    pub source: &'static str,
}

impl Parameter {
    /// The path of all numbers of this parameter, `*` for names: `actors.*.shock_of_surprise`.
    #[must_use]
    pub fn path(&self) -> String {
        let table = self.table.replace("ID", "*").replace("ACTOR", "*");
        match table.as_str() {
            "" => self.key.to_owned(),
            // The key of a leverage is the actor's id.
            _ if table.ends_with(".*") && self.table.ends_with("ACTOR") => table,
            _ => format!("{table}.{}", self.key),
        }
    }

    /// Whether a path leads to this parameter, with any names in it.
    #[must_use]
    pub fn is_at(&self, path: &str) -> bool {
        let own = self.path();
        let parts = own.split('.').count();
        parts == path.split('.').count()
            && own
                .split('.')
                .zip(path.split('.'))
                .all(|(own, name)| own == "*" || own == name)
    }

    /// Whether `value` is a number within the parameter's range.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }
}

/// A struct of parameters that can also be reached by their place in the list.
pub trait Listed {
    /// Its parameters, in the order of the fields.
    const LIST: &'static [Parameter];
    /// The value of the parameter at `index` of the list, if there is one.
    fn get(&self, index: usize) -> Option<f64>;
    /// Sets the parameter at `index` of the list; without effect where there is none.
    fn set(&mut self, index: usize, value: f64);

    /// The place of a key in the list.
    #[must_use]
    fn index(key: &str) -> Option<usize> {
        Self::LIST.iter().position(|parameter| parameter.key == key)
    }
}

/// Makes of each group of the list a struct of numbers, its defaults and its catalogue.
macro_rules! parameters {
    ($(
        $(#[$doc:meta])*
        $group:ident at $table:literal {
            $(
                $key:ident: $label:literal = $default:literal, $min:literal ..= $max:literal, $unit:literal,
                $kind:ident, $tier:ident, $meaning:literal, $anchors:literal, $source:literal;
            )+
        }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub struct $group {
                $(
                    #[doc = $meaning]
                    #[doc = concat!(
                        "\n\nDefault ", stringify!($default), ", range ", stringify!($min), " to ",
                        stringify!($max), " ", $unit, ". ", $source
                    )]
                    pub $key: f64,
                )+
            }

            impl Default for $group {
                fn default() -> Self {
                    Self { $($key: $default,)+ }
                }
            }

            impl Listed for $group {
                const LIST: &'static [Parameter] = &[$(Parameter {
                    table: $table, key: stringify!($key), label: $label, default: $default, min: $min, max: $max,
                    unit: $unit, kind: Kind::$kind, tier: Tier::$tier, meaning: $meaning, anchors: $anchors, source: $source,
                },)+];

                fn get(&self, index: usize) -> Option<f64> {
                    [$(self.$key,)+].get(index).copied()
                }

                fn set(&mut self, index: usize, value: f64) {
                    let fields = [$(&mut self.$key,)+];
                    if let Some(field) = fields.into_iter().nth(index) {
                        *field = value;
                    }
                }
            }
        )+

        /// Every parameter there is, group by group.
        pub const ALL: &[&[Parameter]] = &[$($group::LIST,)+];
    };
}
pub(crate) use parameters;
