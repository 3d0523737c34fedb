//! Shares over readings of the judged numbers.

use super::sweeps::{assert_holds, title};
use crate::quantities::Quantity;
use crate::report::chart::{Picture, draw};
use crate::report::figure::Medium;
use crate::report::view::shake::figures;
use crate::study::shake::testing::{ALL, doubt, only, shaken};
use crate::study::{ShakeStudy, ShakenDoubt};

fn cases() -> Vec<(&'static str, ShakeStudy)> {
    let few = ShakenDoubt {
        readings: 64,
        trials: 128,
        ..doubt()
    };
    let of = |quantity| ShakenDoubt { quantity, ..few };
    let of_case = |doubt| shaken("iran-pakistan-2024", &[], doubt, ALL).unwrap();
    let choose = [("opening.rung", "choose"), ("horizon_days", "5")];
    let long = "W".repeat(200);
    let mut labelled = of_case(few);
    for actor in &mut labelled.subject.names.actors {
        actor.label.clone_from(&long);
    }
    vec![
        ("wars", of_case(few)),
        ("answer", of_case(of(Quantity::Answer))),
        ("excluded", of_case(of(Quantity::NoForce))),
        (
            "stopped",
            shaken("iran-pakistan-2024", &[], few, 2).unwrap(),
        ),
        (
            "choose",
            shaken("iran-pakistan-2024", &choose, few, ALL).unwrap(),
        ),
        ("ladder", shaken("cross-domain", &[], few, ALL).unwrap()),
        ("two", only("fear_of_retaliation", few)),
        ("labels", labelled),
    ]
}

fn picture(study: &ShakeStudy, medium: Medium) -> Picture {
    draw(&figures(study)[0], medium).unwrap()
}

#[test]
fn every_one_holds() {
    for (name, study) in cases() {
        assert_holds(name, |medium| picture(&study, medium));
    }
}

#[test]
fn the_title_is_the_plain_answer() {
    let (_, study) = &cases()[0];
    let svg = picture(study, Medium::Slide).svg().unwrap();
    let title = title(&svg);
    assert!(
        title.starts_with("“Each side strikes once” stays the most common end"),
        "{title}"
    );
    assert!(
        title.contains("; in nine of ten readings wars are "),
        "{title}"
    );
    assert!(title.ends_with(" of 100 histories"), "{title}");
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, study) in cases() {
        let png = picture(&study, Medium::Slide).png().unwrap();
        std::fs::write(folder.join(format!("shake-{name}.png")), png).unwrap();
    }
}
