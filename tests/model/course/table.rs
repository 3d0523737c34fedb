//! The lessons of a course, each as a scenario of two default actors with what it changes.

use Quantity::{AnyWar, Challenges, FrontsOpened, OneRound, Opening, SeveralRounds, Wars};
use offramp::quantities::Quantity;

/// A lesson: what is changed from where to where, and what must come out at both ends.
#[derive(Clone, Copy)]
pub struct Lesson {
    pub name: &'static str,
    pub horizon_days: u32,
    /// The opening, after its actor.
    pub opening: &'static str,
    pub north: &'static str,
    pub south: &'static str,
    /// Third parties.
    pub parties: &'static str,
    /// What varies.
    pub paths: &'static [&'static str],
    pub from: &'static str,
    pub to: &'static str,
    pub figures: &'static [(Quantity, [f64; 2])],
    /// What is left out of its text, as a planted fault.
    pub forgotten: Option<&'static str>,
}

impl Lesson {
    /// The lesson as a scenario.
    pub fn toml(&self) -> String {
        let text = format!(
            "name = \"{}\"\nhorizon_days = {}\n[opening]\nactor = \"north\"\n{}\n[actors.north]\n{}\n[actors.south]\n{}\n{}\n",
            self.name, self.horizon_days, self.opening, self.north, self.south, self.parties
        );
        match self.forgotten {
            Some(forgotten) => text.replace(forgotten, ""),
            None => text,
        }
    }
}

/// What a lesson has where it says nothing.
const PLAIN: Lesson = Lesson {
    name: "",
    horizon_days: 90,
    opening: "rung = \"choose\"\nprovocation = 0.4",
    north: "",
    south: "",
    parties: "",
    paths: &["actors.south.reciprocity"],
    from: "0",
    to: "8",
    figures: &[],
    forgotten: None,
};

const STRIKE: &str = "rung = \"strike-militants\"\nprovocation = 0.4";

/// The lessons, in the order of the table.
pub const COURSE: [Lesson; 10] = [
    Lesson {
        name: "when firmness pays",
        horizon_days: 365,
        opening: "rung = \"strike-militants\"",
        north: "stake = 2.5\noccasions_per_day = 0.05\nfear_of_retaliation = 5\nbelief_in_retaliation = 0.3\n\
            belief_strength = 1\nlearning = 3\nreciprocity = 1",
        figures: &[(Challenges, [3.4, 1.1]), (AnyWar, [0.48, 0.20])],
        ..PLAIN
    },
    Lesson {
        name: "when firmness makes it worse",
        horizon_days: 365,
        opening: "rung = \"posture\"",
        north: "hostile_attribution = 0.2\noccasions_per_day = 0.03",
        south: "hostile_attribution = 0.2",
        figures: &[(AnyWar, [0.17, 0.74])],
        ..PLAIN
    },
    Lesson {
        name: "threats that deter",
        north: "stake = 1",
        south: "audience_cost = 2",
        paths: &["actors.south.public_threat"],
        to: "0.68",
        figures: &[(Opening, [0.48, 0.31])],
        ..PLAIN
    },
    Lesson {
        name: "tied hands",
        opening: STRIKE,
        north: "stake = 1",
        south: "audience_cost = 2",
        paths: &["actors.south.public_threat"],
        to: "0.68",
        figures: &[(Wars, [0.15, 0.24])],
        ..PLAIN
    },
    Lesson {
        name: "emboldening",
        horizon_days: 180,
        opening: STRIKE,
        parties: "[fronts.third]\nactor = \"south\"\nopens_per_day = 0.01",
        figures: &[(FrontsOpened, [0.57, 0.38]), (Wars, [0.05, 0.26])],
        ..PLAIN
    },
    Lesson {
        name: "diversion",
        opening: "rung = \"choose\"",
        north: "diversion = 0.6",
        paths: &["actors.north.domestic_pressure"],
        to: "3",
        figures: &[(Opening, [0.04, 0.18])],
        ..PLAIN
    },
    Lesson {
        name: "counting on rescue",
        opening: "rung = \"choose\"\nprovocation = 0.6",
        north: "fear_of_escalation = 3",
        south: "fear_of_escalation = 3",
        parties: "[mediators.third]\nengages_per_day = 0.5\nleverage = { north = 0.6, south = 0.6 }",
        paths: &["actors.*.reliance_on_mediators"],
        to: "1",
        figures: &[(Opening, [0.47, 0.61]), (Wars, [0.003, 0.04])],
        ..PLAIN
    },
    Lesson {
        name: "a shield of the other",
        north: "stake = 1.5\nbelief_in_retaliation = 0.3",
        paths: &["actors.south.denial"],
        to: "0.8",
        figures: &[(Opening, [0.72, 0.44])],
        ..PLAIN
    },
    Lesson {
        name: "a shield of one's own",
        north: "stake = 1.5\nbelief_in_retaliation = 0.3",
        paths: &["actors.north.denial"],
        to: "0.8",
        figures: &[(Opening, [0.72, 0.83])],
        ..PLAIN
    },
    Lesson {
        name: "settled accounts",
        opening: STRIKE,
        paths: &["actors.north.contrition"],
        to: "1",
        figures: &[(OneRound, [0.27, 0.49]), (SeveralRounds, [0.25, 0.07])],
        ..PLAIN
    },
];
