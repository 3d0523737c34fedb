//! Every number of a scenario on its way from facts over arguments and overrides to the model, and who set it.

mod misfit;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::names::Names;
use super::section::{Given, Problems};
use super::tree::Spot;
use crate::error::{Place, Problem};
use crate::model::{Doubt, Numbers, Slot};

/// What an argument does to a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Puts this in its place.
    Set(Given),
    /// Adds this.
    Add(f64),
    /// Multiplies by this.
    Scale(f64),
}

/// An argument's part in a number.
#[derive(Clone, Debug)]
pub struct Touch {
    /// The argument.
    pub argument: String,
    /// What it does.
    pub effect: Effect,
    /// How much of it counts.
    pub weight: f64,
    spot: Spot,
}

/// The last word on a number.
#[derive(Clone, Debug)]
pub struct LastWord {
    /// What it says.
    pub given: Given,
    /// Where: in a file's `[overrides]` or in an option.
    pub spot: Spot,
}

/// One number in the making: a fact, what arguments make of it, and the last word.
#[derive(Clone, Debug, Default)]
pub struct Making {
    /// The fact, and where it stands; nowhere for those of the default ladder. Where there is none, the default holds.
    pub fact: Option<(Given, Option<Spot>)>,
    /// The arguments that touch it: sets, then adds, then scales.
    pub touches: Vec<Touch>,
    /// Overrides, the one that counts last.
    pub last_words: Vec<LastWord>,
}

/// The numbers that a scenario sets; those it does not keep their defaults.
#[derive(Clone, Debug, Default)]
pub struct Values {
    makings: BTreeMap<Slot, Making>,
    /// Where actors, third parties and rungs have their tables.
    tables: BTreeMap<String, Spot>,
}

impl Values {
    /// A fact: the number is this, whatever was there before.
    pub fn fact(&mut self, slot: Slot, given: Given, spot: Option<&Spot>) {
        self.makings.insert(slot, Making { fact: Some((given, spot.cloned())), ..Making::default() });
    }

    /// An override: the number is this, whatever facts and arguments say. Tells whether it was this before.
    pub fn override_with(&mut self, slot: Slot, given: Given, spot: &Spot) -> bool {
        let making = self.makings.entry(slot).or_default();
        let repeats = making.result(slot) == given;
        making.last_words.push(LastWord { given, spot: spot.clone() });
        repeats
    }

    /// An argument's effect at weight `w`: add w v; scale v^w; set (1 - w) old + w new.
    ///
    /// # Errors
    /// A weight between 0 and 1 where the old or the new value is uncertain.
    pub fn apply(&mut self, slot: Slot, effect: &Effect, w: f64, argument: &str, spot: &Spot) -> Result<(), Problem> {
        let making = self.makings.entry(slot).or_default();
        if let Effect::Set(new) = effect
            && 0.0 < w
            && w < 1.0
            && !matches!((making.given(slot), new), (Given::Number(_), Given::Number(_)))
        {
            let problem = Problem::new(format!("argument `{argument}` can only have weight 0 or 1"));
            return Err(problem.help("it sets an uncertain value, or replaces one, and there is no half-way between"));
        }
        let (argument, effect, spot) = (argument.to_owned(), effect.clone(), spot.clone());
        making.touches.push(Touch { argument, effect, weight: w, spot });
        Ok(())
    }

    /// Notes where a table stands: `[actors.iran]`.
    pub fn table(&mut self, title: &str, spot: &Spot) {
        self.tables.insert(title.to_owned(), spot.clone());
    }

    /// Where a table stands.
    pub fn table_spot(&self, title: &str) -> Option<&Spot> {
        self.tables.get(title)
    }

    /// How a number came about, where the scenario says anything of it.
    pub fn making(&self, slot: Slot) -> Option<&Making> {
        self.makings.get(&slot)
    }

    /// The numbers that the scenario says something of, each with how it came about.
    pub fn makings(&self) -> impl Iterator<Item = (Slot, &Making)> {
        self.makings.iter().map(|(&slot, making)| (slot, making))
    }

    /// Where a number was last given or touched.
    pub fn spot(&self, slot: Slot) -> Option<&Spot> {
        self.making(slot)?.spot()
    }

    /// A number that the scenario gives, plain and within its range.
    pub fn plain(&self, slot: Slot) -> Option<f64> {
        match self.making(slot)?.result(slot) {
            Given::Number(number) => {
                Some(number).filter(|&number| slot.parameter().is_some_and(|it| it.allows(number)))
            }
            Given::Uncertain(_) => None,
        }
    }

    /// Puts all values into `numbers` and gives the uncertain ones; every value out of its range is a problem.
    pub fn settle(&self, names: &Names, numbers: &mut Numbers, problems: &mut Problems) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for (slot, making) in self.makings() {
            let Some(parameter) = slot.parameter() else { continue };
            match making.result(slot) {
                Given::Number(value) => {
                    numbers.set(slot, value);
                    if !parameter.allows(value) {
                        problems.push(making.out_of_range(&names.path(slot), parameter, &figure(value)));
                    }
                }
                Given::Uncertain(_) if matches!(slot, Slot::Rung(_, 0)) => {
                    let problem = Problem::new(format!("`{}` cannot be uncertain", names.path(slot)));
                    problems.push(problem.at(making.place()).help("severities are fixed: they order the ladder"));
                }
                Given::Uncertain(distribution) => {
                    let doubt = Doubt { slot, distribution, address: address(&names.role_path(slot)) };
                    if !doubt.fits(parameter) {
                        problems.push(making.misfit(&names.path(slot), parameter, &doubt.distribution));
                    }
                    doubts.push(doubt);
                }
            }
        }
        doubts
    }
}

impl Making {
    /// Whether somebody has put it over what a file at this depth says: an override, or a file that extends that one.
    pub fn is_over(&self, depth: usize) -> bool {
        let fact = self.fact.as_ref().and_then(|(_, spot)| spot.as_ref());
        !self.last_words.is_empty() || fact.is_some_and(|spot| spot.depth() < depth)
    }

    /// What comes of it all.
    pub fn result(&self, slot: Slot) -> Given {
        self.last_words.last().map_or_else(|| self.argued(slot, None), |last| last.given.clone())
    }

    /// The number as it would be without one of the arguments that touch it.
    pub fn without(&self, slot: Slot, argument: &str) -> Given {
        self.last_words.last().map_or_else(|| self.argued(slot, Some(argument)), |last| last.given.clone())
    }

    /// (given + adds) * scales, one argument left out.
    fn argued(&self, slot: Slot, left_out: Option<&str>) -> Given {
        let (mut given, mut add, mut scale) = (self.base(slot), 0.0, 1.0);
        for touch in self.touches.iter().filter(|touch| Some(touch.argument.as_str()) != left_out) {
            match &touch.effect {
                Effect::Set(new) => given = between(&given, new, touch.weight),
                Effect::Add(value) => add += touch.weight * value,
                Effect::Scale(value) => scale *= libm::pow(*value, touch.weight),
            }
        }
        match given {
            Given::Number(number) => Given::Number((number + add) * scale),
            Given::Uncertain(_) if scale <= 0.0 => Given::Number(0.0),
            Given::Uncertain(distribution) => Given::Uncertain(distribution.moved(add, scale)),
        }
    }

    /// The fact, or the default.
    pub fn base(&self, slot: Slot) -> Given {
        let default = || Given::Number(slot.parameter().map_or(0.0, |parameter| parameter.default));
        self.fact.as_ref().map_or_else(default, |(given, _)| given.clone())
    }

    /// The value that sets work on, those so far included.
    fn given(&self, slot: Slot) -> Given {
        let sets = self.touches.iter().filter(|touch| matches!(touch.effect, Effect::Set(_)));
        sets.fold(self.base(slot), |old, touch| match &touch.effect {
            Effect::Set(new) => between(&old, new, touch.weight),
            Effect::Add(_) | Effect::Scale(_) => old,
        })
    }

    fn spot(&self) -> Option<&Spot> {
        let last_word = self.last_words.last().map(|last| &last.spot);
        let touch = self.touches.last().map(|touch| &touch.spot);
        last_word.or(touch).or(self.fact.as_ref().and_then(|(_, spot)| spot.as_ref()))
    }

    fn place(&self) -> Option<Place> {
        self.spot().and_then(Spot::place)
    }
}

/// A number as people read it: what sums of decimals add in the last bits left out, very large and very small ones with
/// an exponent.
#[must_use]
pub fn figure(value: f64) -> String {
    const DIGITS: i32 = 12;
    let size = value.abs();
    if size == 0.0 || !(1e-6..1e12).contains(&size) {
        return if size == 0.0 { "0".to_owned() } else { format!("{value:e}") };
    }
    let places = (DIGITS - 1 - libm::log10(size).floor() as i32).max(0) as usize;
    let figure = format!("{value:.places$}");
    if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.').to_owned() } else { figure }
}

/// The number that its figure gives: without what sums of decimals add in the last bits.
pub fn rounded(value: f64) -> f64 {
    figure(value).parse().unwrap_or(value)
}

/// Between an old and a new value: the new at weight 1, the old at 0. Between them only numbers have a middle; that
/// there is nothing else was seen when the effect was applied.
fn between(old: &Given, new: &Given, w: f64) -> Given {
    match (old, new) {
        (Given::Number(old), Given::Number(new)) if 0.0 < w && w < 1.0 => Given::Number((1.0 - w) * old + w * new),
        _ if w <= 0.0 => old.clone(),
        _ => new.clone(),
    }
}

/// The address of the luck of a named thing: the first half of its path's SHA-256.
pub fn address(path: &str) -> u128 {
    let digest = Sha256::digest(path.as_bytes());
    digest.iter().take(16).fold(0, |address, &byte| address << 8 | u128::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_for_people() {
        for (value, shown) in [
            (0.3 + 0.15, "0.45"),
            (0.1 + 0.2, "0.3"),
            (-1.0, "-1"),
            (20_000.0, "20000"),
            (0.0005, "0.0005"),
            (1.0 / 3.0, "0.333333333333"),
            (0.0, "0"),
            (1e300, "1e300"),
            (1e-9, "1e-9"),
            (123_456_789_012.0, "123456789012"),
        ] {
            assert_eq!(figure(value), shown);
        }
    }
}
