//! The list of judged numbers, put together from the histories of all numbers.

use std::collections::BTreeMap;

use super::recipe::{Ingredient, Recipe};
use super::relevance::can_matter;
use super::{Claimed, Judged, JudgedKind};
use crate::model::{Slot, Uncertain};
use crate::scenario::assembled::Scenario;
use crate::scenario::read::input_value::InputValue;
use crate::scenario::settings::arguments::Argument;
use crate::scenario::values::{Accumulated, Effect, ValueHistory, address};

/// The list in the making.
pub struct Listing {
    /// What was found so far.
    pub list: Vec<Judged>,
    /// How the numbers of the model come of it; only those that a judged number is part of.
    pub recipes: Vec<Recipe>,
}

impl Listing {
    /// The judged numbers of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let mut list = Vec::new();
        let mut effects = effects(scenario, &mut list);
        let slots = scenario.model.numbers.slots();
        let made = slots.into_iter().filter_map(|slot| {
            let ingredients = effects.remove(&slot).unwrap_or_default();
            recipe(scenario, slot, ingredients)
        });
        let mut recipes: Vec<Recipe> = made.collect();
        for recipe in &mut recipes {
            add_range(scenario, recipe, &mut list);
        }
        for kind in [JudgedKind::Fact, JudgedKind::Default] {
            for recipe in &mut recipes {
                add_base(scenario, recipe, kind, &mut list);
            }
        }
        recipes.retain(|recipe| recipe.places().next().is_some());
        Self { list, recipes }
    }
}

/// Whether something has the last word on a number, and facts and arguments no longer count.
fn is_supposed(scenario: &Scenario, slot: Slot) -> bool {
    let history = scenario.values.history(slot);
    history.is_some_and(|history| !history.overrides.is_empty())
}

/// When an effect is applied: sets first, then adds, then scales.
const fn round(effect: &Effect) -> usize {
    match effect {
        Effect::Set(_) => 0,
        Effect::Add(_) => 1,
        Effect::Scale(_) => 2,
    }
}

/// What arguments do to each number, in the order in which it is applied; those that are judged
/// numbers go to the list.
fn effects(scenario: &Scenario, list: &mut Vec<Judged>) -> BTreeMap<Slot, Vec<Ingredient>> {
    let mut found: BTreeMap<Slot, Vec<Ingredient>> = BTreeMap::new();
    let counting = scenario.arguments.iter().filter(|it| it.weight > 0.0);
    for argument in counting {
        for (path, effect) in argument.effects() {
            // That every path leads somewhere was seen when the scenario was assembled.
            let slots = scenario.names.slots(path).unwrap_or_default();
            let matters = slots
                .iter()
                .any(|&slot| !is_supposed(scenario, slot) && can_matter(&scenario.model, slot));
            let value = step_value(effect).filter(|_| matters);
            let judged = value.map(|value| {
                list.push(step(argument, path, value, slots.first()));
                list.len() - 1
            });
            for slot in slots {
                found.entry(slot).or_default().push(Ingredient {
                    effect: effect.clone(),
                    weight: argument.weight,
                    judged,
                });
            }
        }
    }
    for ingredients in found.values_mut() {
        ingredients.sort_by_key(|it| round(&it.effect)); // stable: arguments stay in their order
    }
    found
}

/// The number of a step, where a larger or smaller one would make a difference; none for a range.
fn step_value(effect: &Effect) -> Option<f64> {
    match effect {
        Effect::Set(InputValue::Number(value)) | Effect::Add(value) => {
            Some(*value).filter(|&value| value != 0.0)
        }
        Effect::Scale(value) => Some(*value).filter(|&value| value != 0.0 && value != 1.0),
        Effect::Set(InputValue::Uncertain(_)) => None,
    }
}

fn step(argument: &Argument, path: &str, value: f64, slot: Option<&Slot>) -> Judged {
    let parameter = slot.and_then(|slot| slot.parameter());
    Judged {
        id: format!("{}:{path}", argument.id),
        path: path.to_owned(),
        meaning: parameter.map_or("", |it| it.meaning).to_owned(),
        argument: Some(claimed(argument)),
        value,
        kind: JudgedKind::Step,
    }
}

fn claimed(argument: &Argument) -> Claimed {
    Claimed {
        id: argument.id.clone(),
        claim: argument.claim.clone(),
        who: argument.who.clone(),
    }
}

/// How a number comes about.
fn recipe(scenario: &Scenario, slot: Slot, effects: Vec<Ingredient>) -> Option<Recipe> {
    let parameter = slot.parameter()?;
    let none = ValueHistory::default();
    let history = scenario.values.history(slot).unwrap_or(&none);
    let supposed = history.overrides.last();
    Some(Recipe {
        slot,
        parameter,
        base: supposed.map_or_else(|| history.base(slot), |last| last.given.clone()),
        judged_base: None,
        effects: if supposed.is_none() {
            effects
        } else {
            Vec::new()
        },
        judged_range: None,
        address: address(&scenario.names.role_path(slot)),
    })
}

/// Adds what comes of a recipe to the list, where it is a range.
fn add_range(scenario: &Scenario, recipe: &mut Recipe, list: &mut Vec<Judged>) {
    if !can_matter(&scenario.model, recipe.slot) {
        return;
    }
    let mut sum = Accumulated::from(recipe.base.clone());
    for it in &recipe.effects {
        sum.apply(&it.effect, it.weight);
    }
    let InputValue::Uncertain(distribution) = sum.result() else {
        return;
    };
    let uncertain = Uncertain {
        slot: recipe.slot,
        distribution,
        address: recipe.address,
    };
    recipe.judged_range = Some(list.len());
    list.push(Judged {
        argument: set_by(scenario, recipe.slot).map(claimed),
        value: uncertain.value(0.5, recipe.parameter),
        kind: JudgedKind::Range,
        ..of_slot(scenario, recipe)
    });
}

/// The argument that sets a number, where one does and nothing has a later word.
fn set_by(scenario: &Scenario, slot: Slot) -> Option<&Argument> {
    let history = scenario.values.history(slot)?;
    let mut sets = history
        .adjustments
        .iter()
        .filter(|it| matches!(it.effect, Effect::Set(_)) && it.weight > 0.0);
    let last = sets.next_back().filter(|_| history.overrides.is_empty())?;
    let mut arguments = scenario.arguments.iter();
    arguments.find(|argument| argument.id == last.argument)
}

/// Adds the fact or default of a recipe to the list, if it is of this kind and judged.
fn add_base(scenario: &Scenario, recipe: &mut Recipe, kind: JudgedKind, list: &mut Vec<Judged>) {
    let slot = recipe.slot;
    let InputValue::Number(value) = recipe.base else {
        return;
    };
    let replaced = recipe
        .effects
        .iter()
        .any(|it| matches!(it.effect, Effect::Set(_)) && it.weight >= 1.0);
    if value == 0.0
        || replaced
        || base_kind(scenario, slot) != kind
        || is_supposed(scenario, slot)
        || scenario.known.contains(&slot)
        || !can_matter(&scenario.model, slot)
    {
        return;
    }
    recipe.judged_base = Some(list.len());
    list.push(Judged {
        argument: None,
        value,
        kind,
        ..of_slot(scenario, recipe)
    });
}

/// Whether a number begins with a fact of the scenario or with a default.
fn base_kind(scenario: &Scenario, slot: Slot) -> JudgedKind {
    let fact = scenario
        .values
        .history(slot)
        .and_then(|it| it.fact.as_ref());
    // Those of the default ladder stand nowhere.
    match fact {
        Some((_, Some(_))) => JudgedKind::Fact,
        _ => JudgedKind::Default,
    }
}

/// What is the same for all judged numbers at one place.
fn of_slot(scenario: &Scenario, recipe: &Recipe) -> Judged {
    let path = scenario.names.path(recipe.slot);
    Judged {
        id: path.clone(),
        path,
        meaning: recipe.parameter.meaning.to_owned(),
        argument: None,
        value: 0.0,
        kind: JudgedKind::Default,
    }
}
