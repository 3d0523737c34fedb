//! What a sweep asks for, as the subject of a sentence.

use crate::error::capitalised;
use crate::quantities::Quantity;

/// A quantity as the subject of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentenceSubject {
    /// "wars".
    pub words: &'static str,
    /// Whether it is a plural.
    pub is_plural: bool,
    /// What stands after a mean: " days"; empty for a share, of which histories are counted.
    pub unit: &'static str,
}

impl SentenceSubject {
    /// That of a quantity.
    #[must_use]
    pub const fn of(quantity: Quantity) -> Self {
        match quantity {
            Quantity::NoForce => many("histories without force"),
            Quantity::OneSided => many("histories in which only one side strikes"),
            Quantity::OneRound => many("histories in which each side strikes once"),
            Quantity::SeveralRounds => many("histories of several rounds without war"),
            Quantity::LimitedWar => many("limited wars"),
            Quantity::War => many("full-scale wars"),
            Quantity::Unresolved => many("histories still going on at the end"),
            Quantity::Wars => many("wars"),
            Quantity::Opening => many("first acts that use force"),
            Quantity::Answer => many("first answers that use force"),
            Quantity::EndedWithMediator => many("histories that end with a mediator engaged"),
            Quantity::LaterWar => many("histories with a later full-scale war"),
            Quantity::AnyWar => many("histories with a war in any crisis"),
            Quantity::Force => each("uses of force"),
            Quantity::ForceOpener => each("uses of force by the first to act"),
            Quantity::ForceOther => each("uses of force by the other side"),
            Quantity::Acts => each("acts"),
            Quantity::FrontsOpened => each("fronts opened"),
            Quantity::LaterCrises => each("later crises"),
            Quantity::Challenges => each("challenges"),
            Quantity::EndDay => one("the mean length of the crisis", " days"),
            Quantity::Trust => one("the mean trust at the end", ""),
        }
    }

    /// A verb that agrees with it.
    #[must_use]
    pub fn verb(&self, plural: &str) -> String {
        match (self.is_plural, plural) {
            (true, _) => plural.to_owned(),
            (false, "are") => "is".to_owned(),
            (false, _) => format!("{plural}s"),
        }
    }

    /// It at the beginning of a sentence.
    #[must_use]
    pub fn capital(&self) -> String {
        capitalised(self.words)
    }

    /// Whether its words name histories already, which need not be said twice.
    #[must_use]
    pub fn names_histories(&self) -> bool {
        self.words.starts_with("histories")
    }
}

const fn many(words: &'static str) -> SentenceSubject {
    SentenceSubject {
        words,
        is_plural: true,
        unit: "",
    }
}

const fn each(words: &'static str) -> SentenceSubject {
    SentenceSubject {
        unit: " a history",
        ..many(words)
    }
}

const fn one(words: &'static str, unit: &'static str) -> SentenceSubject {
    SentenceSubject {
        words,
        is_plural: false,
        unit,
    }
}
