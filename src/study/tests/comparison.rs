//! What a change makes of it, and the histories that it changes.

use super::*;

/// A base and its variants.
fn pairs() -> Vec<[Scenario; 2]> {
    let base = || shipped("iran-pakistan-2024", &[]);
    let beside = |variant| [base(), variant];
    let extremes = EXTREMES
        .iter()
        .map(|set| beside(shipped("iran-pakistan-2024", set)));
    let others = ["would-iran-strike", "no-mediation", "brinkmanship"]
        .map(|name| beside(shipped(name, &[])));
    extremes.chain(others).collect()
}

#[test]
fn comparisons_come_back() {
    for [base, variant] in pairs() {
        let models = [&base.model, &variant.model];
        for trials in TRIALS {
            let inputs = base.differences(&variant);
            let paired = run_paired(&models, trials);
            let comparison = Comparison::new(&models, &paired, &[inputs.is_empty()]).unwrap();
            let flipped: Vec<u64> = paired.pairs[0].flipped.iter().copied().take(3).collect();
            let flipped = match Mismatch::of(&base, &variant) {
                Some(mismatch) => Err(mismatch),
                None => Ok(trace_pairs(&base.model, &variant.model, SEED, &flipped)),
            };
            let beside = VariantSubject {
                name: "variant".into(),
                subject: (&variant).into(),
                inputs,
                flipped,
            };
            let base = (&base).into();
            let variants = vec![beside];
            comes_back(&Study::Compare(CompareStudy {
                base,
                seed: SEED,
                complete: true,
                comparison,
                variants,
            }));
        }
    }
}

#[test]
fn several_variants_come_back() {
    let scenarios = ["iran-pakistan-2024", "hotline", "generous"].map(|name| shipped(name, &[]));
    let models: Vec<&Model> = scenarios.iter().map(|scenario| &scenario.model).collect();
    comes_back(&Comparison::new(&models, &run_paired(&models, 500), &[false, false]).unwrap());
}

#[test]
fn pairs_of_histories_come_back() {
    let mut kinds = Vec::new();
    for [base, variant] in pairs() {
        let pairs = trace_pairs(
            &base.model,
            &variant.model,
            SEED,
            &(0..12).collect::<Vec<_>>(),
        );
        kinds.extend(
            pairs
                .iter()
                .map(|pair| std::mem::discriminant(&pair.divergence)),
        );
        comes_back(&pairs);
    }
    kinds.dedup();
    assert!(kinds.len() > 3, "histories diverge in few ways");
}

#[test]
fn every_divergence_comes_back() {
    for divergence in [
        Divergence::Opening(None, Some(3)),
        Divergence::Decision(0),
        Divergence::Before(7),
        Divergence::Nowhere,
        Divergence::Alike,
    ] {
        comes_back(&divergence);
    }
}
