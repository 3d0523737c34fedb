//! Conditions as charts.

use super::sweeps::{assert_holds, title};
use crate::quantities::Quantity;
use crate::report::chart::{Picture, draw};
use crate::report::figure::Medium;
use crate::report::view::discover::figures;
use crate::study::discover::testing::{discovered, doubt};
use crate::study::{DiscoverStudy, ShakenDoubt};

fn cases() -> Vec<(&'static str, DiscoverStudy)> {
    let few = ShakenDoubt {
        readings: 200,
        trials: 128,
        ..doubt()
    };
    let of = |quantity| ShakenDoubt { quantity, ..few };
    let mut labelled = discovered("iran-pakistan-2024", &[], few);
    for actor in &mut labelled.subject.names.actors {
        actor.label = "W".repeat(200);
    }
    let mut stopped = discovered("iran-pakistan-2024", &[], few);
    stopped.complete = false;
    stopped.asked = 2000;
    vec![
        ("wars", discovered("iran-pakistan-2024", &[], few)),
        (
            "answer",
            discovered("iran-pakistan-2024", &[], of(Quantity::Answer)),
        ),
        (
            "excluded",
            discovered("iran-pakistan-2024", &[], of(Quantity::NoForce)),
        ),
        ("ladder", discovered("cross-domain", &[], few)),
        ("three", three(discovered("iran-pakistan-2024", &[], few))),
        (
            "steps",
            of_steps(discovered("iran-pakistan-2024", &[], few)),
        ),
        ("labels", labelled),
        ("stopped", stopped),
    ]
}

/// The same with three limits, one of them from both sides.
fn three(mut study: DiscoverStudy) -> DiscoverStudy {
    let condition = study.condition.as_mut().unwrap();
    let first = condition.limits[0];
    let mut second = first;
    second.limit.number = study.numbers.len() - 1;
    second.limit.low = None;
    second.limit.high = Some(0.75);
    let mut third = first;
    third.limit.number = study.numbers.len() - 2;
    third.limit.low = Some(0.9);
    third.limit.high = Some(0.91);
    condition.limits = vec![first, second, third];
    study
}

/// The same with steps of arguments.
fn of_steps(mut study: DiscoverStudy) -> DiscoverStudy {
    let steps = study.numbers.iter().enumerate();
    let steps = steps.filter(|(_, number)| number.argument.is_some());
    let steps: Vec<usize> = steps.map(|(at, _)| at).take(3).collect();
    let condition = study.condition.as_mut().unwrap();
    let first = condition.limits[0];
    let limits = steps.into_iter().map(|at| {
        let mut limited = first;
        limited.limit.number = at;
        limited.effect = Some(crate::scenario::StepKind::Adds);
        limited
    });
    condition.limits = limits.collect();
    study
}

fn picture(study: &DiscoverStudy, medium: Medium) -> Picture {
    draw(&figures(study)[0], medium).unwrap()
}

#[test]
fn every_one_holds() {
    for (name, study) in cases() {
        assert_holds(name, |medium| picture(&study, medium));
    }
}

#[test]
fn the_title_says_the_condition() {
    let (_, study) = &cases()[0];
    let svg = picture(study, Medium::Slide).svg().unwrap();
    let title = title(&svg);
    assert!(title.starts_with("Wars are more common, "), "{title}");
    assert!(title.contains(" of 100 histories instead of "), "{title}");
    assert!(
        title.contains(", where size of an answer in kind (Pakistan) is above "),
        "{title}"
    );
}

/// A title names a number, however many and however long they are.
#[test]
fn a_title_names_a_number() {
    for (name, study) in cases() {
        let svg = picture(&study, Medium::Slide).svg().unwrap();
        let title = title(&svg);
        assert!(!title.contains("as shown"), "{name}: {title}");
        if study.found().is_some() {
            assert!(title.contains(", where "), "{name}: {title}");
        }
    }
}

/// Both shares, what lies there, what is given and what the number means stand beside the limits.
#[test]
fn the_chart_says_what_is_said() {
    let (_, study) = &cases()[0];
    let svg = picture(study, Medium::Slide).svg().unwrap();
    for says in [
        "Columns: wars, of 100 histories, in ten equal parts of the range",
        "0.7 gives less back; 1 is usual; 1.3 gives more back",
        "elsewhere",
        "Iran",
        "Each reading draws every judged number anew",
    ] {
        assert!(svg.contains(says), "{says}");
    }
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, study) in cases() {
        let png = picture(&study, Medium::Slide).png().unwrap();
        std::fs::write(folder.join(format!("discover-{name}.png")), png).unwrap();
    }
}
