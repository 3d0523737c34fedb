//! Which argument carries how much: a scenario whose arguments are left out.

use serde::{Deserialize, Serialize};

use super::wire;
use crate::ensemble::MOST_TRIALS;
use crate::error::{Error, Problem};
use crate::model::{FirstMove, Model};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::scenario::{Argument, Document, Resolver, Scenario, Setting, Settings, Source};
use crate::stats::MOST_EXACT;
use crate::study::{Player, RankBy, RankMethod};

/// The path of the rung of the opening, and the word that leaves it to the opener.
const FREE_OPENING: [&str; 2] = ["opening.rung", "choose"];
/// Maximum number of orders.
const MOST_ORDERS: u64 = 100_000;

/// Which argument carries how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankRequest {
    /// Which scenario.
    pub scenario: Source,
    /// What to change in it.
    pub settings: Settings,
    /// The quantity that is carried.
    #[serde(with = "wire::quantity")]
    pub quantity: Quantity,
    /// How it is ranked.
    pub method: RankMethod,
    /// What is ranked.
    pub by: RankBy,
    /// How many orders are drawn, each with its reverse, where there are too many players for all
    /// subsets.
    pub orders: u64,
    /// How many trials of each scenario.
    pub trials: u64,
    /// On which luck: the same for all of them.
    pub seed: u64,
}

/// A scenario that was read once, and the arguments that count in it.
#[derive(Clone, Debug)]
pub struct Arguments {
    document: Document,
    settings: Settings,
    /// The scenario as it is.
    pub base: Scenario,
    /// What may be left out: arguments that count, or the themes that have any.
    pub players: Vec<Player>,
    /// The arguments of each.
    ids: Vec<Vec<String>>,
}

impl RankRequest {
    /// The scenario, read once, to be assembled without any of its arguments.
    ///
    /// # Errors
    /// Nothing to rank; more trials than can be run; every problem of the scenario, also without
    /// each of its arguments.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Arguments, Error> {
        let document = Document::read(self.scenario.clone(), texts)?;
        let arguments = Arguments::new(document, &self.settings, self.by)?;
        if self.method == RankMethod::Numbers {
            self.refuse_themes_of_numbers()?;
            // Each number is moved both ways.
            self.affordable(2 * arguments.base.judged().list().len())?;
            return Ok(arguments);
        }
        if arguments.players.is_empty() {
            return Err(nothing_to_rank(&arguments.base));
        }
        self.affordable(arguments.players.len())?;
        // What cannot be left out costs no time.
        for place in 0..arguments.players.len() {
            arguments.without(place)?;
        }
        arguments.with_only(&vec![false; arguments.players.len()])?;
        Ok(arguments)
    }

    fn refuse_themes_of_numbers(&self) -> Result<(), Error> {
        if self.by == RankBy::Argument {
            return Ok(());
        }
        let problem = Problem::new("numbers are ranked one by one, not by theme");
        Err(Error::Usage(
            problem.help("leave out `--by theme`, or `--numbers`"),
        ))
    }

    /// Refuses what would run for ever, with the product named.
    fn affordable(&self, players: usize) -> Result<(), Error> {
        let scenarios = self.scenarios(players);
        let all = scenarios.checked_mul(self.trials);
        let is_orders_fine = (1..=MOST_ORDERS).contains(&self.orders);
        if is_orders_fine && all.is_some_and(|all| all <= MOST_TRIALS) {
            return Ok(());
        }
        let message = format!(
            "{} scenarios of {} histories each are too many, or there is no such number of orders",
            count(scenarios),
            count(self.trials)
        );
        let help = format!(
            "{} histories in all and {} orders at most",
            count(MOST_TRIALS),
            count(MOST_ORDERS)
        );
        Err(Error::Usage(Problem::new(message).help(help)))
    }

    /// Whether all subsets of so many players are worked out.
    #[must_use]
    pub const fn is_exact(&self, players: usize) -> bool {
        players <= MOST_EXACT
    }

    /// How many orders are drawn: no more than there are trials for them.
    #[must_use]
    pub fn orders_drawn(&self) -> u64 {
        self.orders.min(self.trials)
    }

    /// How many scenarios are run for so many players; of orders each is run on its part of the
    /// trials.
    #[must_use]
    pub fn scenarios(&self, players: usize) -> u64 {
        let many = players as u64;
        match self.method {
            RankMethod::Split if self.is_exact(players) => 1 << players,
            // Two orders, of which all but the last steps are run.
            RankMethod::Split => 2 * many,
            RankMethod::LeaveOut | RankMethod::Numbers => many + 1,
        }
    }
}

fn nothing_to_rank(base: &Scenario) -> Error {
    let (message, help) = if base.arguments.is_empty() {
        (
            "the scenario has no arguments to rank",
            "rank its judged numbers with `--numbers`, or name a scenario with arguments: `offramp list`",
        )
    } else {
        (
            "no argument of the scenario counts: all are switched off",
            "switch some on with `--with`, or rank the judged numbers with `--numbers`",
        )
    };
    Error::Usage(Problem::new(message).help(help))
}

impl Arguments {
    fn new(document: Document, settings: &Settings, by: RankBy) -> Result<Self, Error> {
        let base = document.case(settings)?;
        let mut players: Vec<Player> = Vec::new();
        let mut ids: Vec<Vec<String>> = Vec::new();
        let counting = base.arguments.iter().filter(|it| it.weight > 0.0);
        for argument in counting {
            let new = player(argument, by, &base.arguments);
            if let Some(at) = players.iter().position(|known| known.id == new.id) {
                players[at].arguments += 1;
                ids[at].push(argument.id.clone());
            } else {
                players.push(new);
                ids.push(vec![argument.id.clone()]);
            }
        }
        Ok(Self {
            document,
            settings: settings.clone(),
            base,
            players,
            ids,
        })
    }

    /// The scenario without the player in this place.
    ///
    /// # Errors
    /// A rule that the scenario breaks without it.
    pub fn without(&self, place: usize) -> Result<Scenario, Error> {
        let left_out = self.ids.get(place).into_iter().flatten();
        self.assemble(left_out)
    }

    /// The model with these players only.
    ///
    /// # Errors
    /// A rule that the scenario breaks without the others.
    pub fn with_only(&self, joined: &[bool]) -> Result<Model, Error> {
        let left_out = self
            .ids
            .iter()
            .zip(joined)
            .filter(|(_, joined)| !**joined)
            .flat_map(|(ids, _)| ids);
        Ok(self.assemble(left_out)?.model)
    }

    fn assemble<'i>(&self, left_out: impl Iterator<Item = &'i String>) -> Result<Scenario, Error> {
        // As weights, which have the last word over switches.
        let set = left_out.map(|id| Setting::vary(format!("arguments.{id}"), 0.0));
        self.document.assemble(&self.settings.with(&Settings {
            set: set.collect(),
            ..Settings::default()
        }))
    }

    /// The scenario where the opener may choose its opening; none where it may already.
    ///
    /// # Errors
    /// A rule that the scenario breaks then.
    pub fn with_free_opening(&self, by: RankBy) -> Result<Option<Self>, Error> {
        if self.base.model.first_move == FirstMove::Choose {
            return Ok(None);
        }
        let [path, choose] = FREE_OPENING;
        let settings = self.settings.with(&Settings {
            set: vec![Setting::set(path, choose)],
            ..Settings::default()
        });
        Self::new(self.document.clone(), &settings, by).map(Some)
    }

    /// Whether the player in this place is an argument that explains the opening.
    #[must_use]
    pub fn explains_opening(&self, place: usize) -> bool {
        let ids = self.ids.get(place).map_or(&[][..], Vec::as_slice);
        let arguments = self.base.arguments.iter();
        let mut own = arguments.filter(|argument| ids.contains(&argument.id));
        own.any(|argument| argument.explains_opening)
    }
}

fn player(argument: &Argument, by: RankBy, all: &[Argument]) -> Player {
    match by {
        RankBy::Argument => Player {
            id: argument.id.clone(),
            claim: argument.claim.clone(),
            who: argument.who.clone(),
            arguments: 1,
        },
        RankBy::Theme => Player {
            id: argument.theme.clone(),
            claim: example(&argument.theme, all),
            who: String::new(),
            arguments: 1,
        },
    }
}

/// The first claim of a theme that counts, before those that only explain the opening.
fn example(theme: &str, all: &[Argument]) -> String {
    let of_theme = all.iter().filter(|it| it.theme == theme && it.weight > 0.0);
    let first = of_theme.min_by_key(|argument| argument.explains_opening);
    first.map_or_else(String::new, |argument| argument.claim.clone())
}
