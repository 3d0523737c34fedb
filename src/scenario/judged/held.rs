//! Distributions held in the range of a parameter.

use crate::model::{Distribution, Slot, Uncertain};
use crate::parameters::Parameter;
use crate::scenario::read::input_value::InputValue;

/// A distribution with its ends held in the range of a parameter; a plain number where nothing
/// else is left of it.
pub fn held(distribution: Distribution, parameter: &Parameter) -> InputValue {
    let fits = Uncertain {
        slot: Slot::Opening(0), // anywhere: whether it fits rests on the range alone
        distribution: distribution.clone(),
        address: 0,
    }
    .fits(parameter);
    if fits {
        return InputValue::Uncertain(distribution);
    }
    let to = |value: f64| value.clamp(parameter.min, parameter.max);
    let cut = match distribution {
        Distribution::Uniform(low, high) => Distribution::Uniform(to(low), to(high)),
        Distribution::Triangular(low, mode, high) => {
            Distribution::Triangular(to(low), to(mode), to(high))
        }
        Distribution::Pert(low, mode, high) => Distribution::Pert(to(low), to(mode), to(high)),
        // Less than a hundredth of it lies in the range: the end that it lies beyond.
        Distribution::Normal(mean, _) => return InputValue::Number(to(mean)),
        Distribution::Choice(values) => Distribution::Choice(values.into_iter().map(to).collect()),
    };
    match cut.ends() {
        Some((low, high)) if low >= high => InputValue::Number(low),
        _ => InputValue::Uncertain(cut),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::{Listed, Relations};

    #[test]
    fn ends_are_cut_and_what_is_left_of_nothing_is_a_number() {
        let trust = &Relations::LIST[0]; // 0 to 1
        let uniform = |low, high| held(Distribution::Uniform(low, high), trust);
        assert_eq!(
            uniform(0.2, 1.4),
            InputValue::Uncertain(Distribution::Uniform(0.2, 1.0))
        );
        assert_eq!(uniform(1.2, 1.4), InputValue::Number(1.0));
        assert_eq!(
            held(Distribution::Normal(9.0, 0.1), trust),
            InputValue::Number(1.0)
        );
        assert_eq!(
            held(Distribution::Triangular(-0.5, -0.2, 0.5), trust),
            InputValue::Uncertain(Distribution::Triangular(0.0, 0.0, 0.5))
        );
    }
}
