//! What an argument does to a quantity, in words: it holds war back, or pushes towards it.

use crate::quantities::Quantity;
use crate::report::words::swept::SentenceSubject;

/// What an argument does to a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doing {
    /// The quantity.
    quantity: Quantity,
    /// Whether there is more of it with the argument.
    raises: bool,
}

impl Doing {
    /// That of what raises a quantity, or lowers it.
    #[must_use]
    pub const fn new(quantity: Quantity, raises: bool) -> Self {
        Self { quantity, raises }
    }

    /// After "the argument that": "holds war back most", "pushes most towards war".
    #[must_use]
    pub fn most(self) -> String {
        self.words(" most", ["holds", "pushes", "does", "lowers", "raises"])
    }

    /// After "the one argument": "holds war back".
    #[must_use]
    pub fn alone(self) -> String {
        let words = self.words("", ["holds", "pushes", "does", "lowers", "raises"]);
        words
            .replace("does to make", "makes")
            .replace("does ", "speaks ")
    }

    /// As the head of a list: "Hold war back", "Push towards war".
    #[must_use]
    pub fn head(self) -> String {
        let words = self.words("", ["Hold", "Push", "Do", "Lower", "Raise"]);
        words.replace("Do to make", "Make")
    }

    /// Whether its words are few.
    #[must_use]
    pub const fn is_short(self) -> bool {
        feared(self.quantity).is_some()
    }

    /// [`Self::head`] where there is no room for the quantity.
    #[must_use]
    pub const fn short_head(self) -> &'static str {
        match (self.quantity.is_share(), self.raises) {
            (true, true) => "Make it more common",
            (true, false) => "Make it rarer",
            (false, true) => "Raise it",
            (false, false) => "Lower it",
        }
    }

    /// Whether it is about a first act, which has too many words to be held back.
    const fn is_first_act(self) -> bool {
        matches!(self.quantity, Quantity::Answer | Quantity::Opening)
    }

    fn words(self, most: &str, verbs: [&str; 5]) -> String {
        let [holds, pushes, does, lowers, raises] = verbs;
        let subject = SentenceSubject::of(self.quantity).words;
        if let (true, Some(noun)) = (self.is_first_act(), feared(self.quantity)) {
            let way = if self.raises { "for" } else { "against" };
            return format!("{does}{most} {way} {noun}").replace("Do ", "Speak ");
        }
        match (feared(self.quantity), self.quantity.is_share(), self.raises) {
            (Some(noun), _, false) => format!("{holds} {noun} back{most}"),
            (Some(noun), _, true) => format!("{pushes}{most} towards {noun}"),
            (None, true, false) => format!("{does}{most} to make {subject} rarer"),
            (None, true, true) => format!("{does}{most} to make {subject} more common"),
            (None, false, false) => format!("{lowers} {subject}{most}"),
            (None, false, true) => format!("{raises} {subject}{most}"),
        }
    }
}

/// What a crisis is held back from, or pushed towards; none of a quantity that is no such thing.
const fn feared(quantity: Quantity) -> Option<&'static str> {
    match quantity {
        Quantity::Wars | Quantity::AnyWar => Some("war"),
        Quantity::LimitedWar => Some("limited war"),
        Quantity::War => Some("full-scale war"),
        Quantity::LaterWar => Some("a later full-scale war"),
        Quantity::Answer => Some("a first answer by force"),
        Quantity::Opening => Some("an opening by force"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_raises_and_what_lowers_have_their_own_words() {
        for (quantity, raises, most, alone, head) in [
            (
                Quantity::Wars,
                false,
                "holds war back most",
                "holds war back",
                "Hold war back",
            ),
            (
                Quantity::Wars,
                true,
                "pushes most towards war",
                "pushes towards war",
                "Push towards war",
            ),
            (
                Quantity::SeveralRounds,
                false,
                "does most to make histories of several rounds without war rarer",
                "makes histories of several rounds without war rarer",
                "Make histories of several rounds without war rarer",
            ),
            (
                Quantity::Answer,
                false,
                "does most against a first answer by force",
                "speaks against a first answer by force",
                "Speak against a first answer by force",
            ),
            (
                Quantity::EndDay,
                true,
                "raises the mean length of the crisis most",
                "raises the mean length of the crisis",
                "Raise the mean length of the crisis",
            ),
        ] {
            let doing = Doing::new(quantity, raises);
            assert_eq!(doing.most(), most);
            assert_eq!(doing.alone(), alone);
            assert_eq!(doing.head(), head);
        }
    }
}
