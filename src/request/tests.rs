mod discovered;
mod requests;
mod shaken;

use super::*;
use crate::scenario::{Setting, Shipped};
use crate::study::StoryChoice;
use crate::study::{RankBy, RankMethod};
use requests::{requests, run_of, settings, stories};

const SEED: u64 = u64::MAX;

#[test]
fn a_request_comes_back_from_json_to_the_bit() {
    for request in requests().into_iter().chain(stories()) {
        let text = serde_json::to_string(&request).unwrap();
        let back: Request = serde_json::from_str(&text).unwrap();
        assert_eq!(back, request, "{text}");
        assert!(
            text.contains(&format!("\"seed\":{}", back.seed())),
            "{text}"
        );
        assert!(
            text.contains(&format!("\"trials\":{}", back.trials())),
            "{text}"
        );
        let unknown = text.replacen("\"seed\"", "\"sede\"", 1);
        assert!(
            serde_json::from_str::<Request>(&unknown).is_err(),
            "{unknown}"
        );
    }
}

#[test]
fn an_axis_that_cannot_be_is_refused() {
    let text = serde_json::to_string(&requests()[4]).unwrap();
    for (from, to) in [
        ("\"points\":41", "\"points\":1"),
        ("\"to\":0.7", "\"to\":0.01"),
        ("\"wars\"", "\"warz\""),
    ] {
        assert!(text.contains(from), "{text}");
        assert!(
            serde_json::from_str::<Request>(&text.replacen(from, to, 1)).is_err(),
            "{to}"
        );
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_come_back() {
    use std::os::unix::ffi::OsStringExt;
    let name = std::ffi::OsString::from_vec(b"a\xffb.toml".to_vec());
    let source = Source::named(&name, None);
    let text = serde_json::to_string(&source).unwrap();
    assert_eq!(serde_json::from_str::<Source>(&text).unwrap(), source);
}

/// Gives the text of a scenario once, and another text from then on.
struct Edited(std::cell::Cell<u32>);

impl Resolver for Edited {
    fn text(&self, source: &Source) -> Result<crate::scenario::Found, Error> {
        let Source::File(_) = source else {
            return Shipped.text(source);
        };
        let asked = self.0.replace(self.0.get() + 1);
        let text = format!(
            "extends = \"hotline\"\nname = \"Mine\"\n[overrides]\n\"relations.crisis_communication\" = 0.{asked}\n"
        );
        Ok(crate::scenario::Found {
            text: text.into(),
            identity: source.clone(),
        })
    }
}

/// A file is read once, for all who ask for it; the texts that were read resolve the request again.
#[test]
fn the_texts_that_were_read_are_enough() {
    let mine = Source::File("mine.toml".into());
    let variants = vec![
        VariantRequest {
            label: "a".into(),
            scenario: Some(mine.clone()),
            settings: settings(),
        },
        VariantRequest {
            label: "b".into(),
            scenario: Some(Source::Shipped("spiral".into())),
            settings: Settings::default(),
        },
    ];
    let compare = CompareRequest {
        base: mine,
        variants,
        settings: Settings::default(),
        trials: 10,
        seed: 1,
        flipped: 0,
    };
    let (edited, digest) = (Edited(std::cell::Cell::new(0)), |compared: &Compared| {
        let all = std::iter::once(&compared.base)
            .chain(compared.variants.iter().map(|(_, scenario)| scenario));
        all.map(Scenario::digest).collect::<Vec<_>>()
    });
    let recorder = Recorder::new(&edited);
    let first = compare.resolve(&recorder).unwrap();
    assert_eq!(
        (
            edited.0.get(),
            first.base.number("relations.crisis_communication")
        ),
        (1, Some(0.0))
    );
    let texts = recorder.texts();
    let text = serde_json::to_string(&texts).unwrap();
    let texts: Texts = serde_json::from_str(&text).unwrap();
    assert_eq!(digest(&compare.resolve(&texts).unwrap()), digest(&first));
    let other = run_of(Source::Shipped("called-ahead".into()));
    assert!(
        other
            .resolve(&texts)
            .is_err_and(|error| error.to_string().contains("not kept"))
    );
}

/// Texts without end are refused, with a remedy.
#[test]
fn the_texts_of_a_request_have_a_limit() {
    struct Long;
    impl Resolver for Long {
        fn text(&self, source: &Source) -> Result<crate::scenario::Found, Error> {
            let text = format!(
                "extends = \"{}-.toml\"\n# {}",
                source.shown().trim_end_matches(".toml"),
                "x\n# ".repeat(1 << 18)
            );
            Ok(crate::scenario::Found {
                text: text.into(),
                identity: source.clone(),
            })
        }
    }
    let recorder = Recorder::new(&Long);
    let run = run_of(Source::File("a.toml".into()));
    let error = run.resolve(&recorder).unwrap_err();
    assert!(
        error.to_string().contains("larger than 4 MiB together"),
        "{error}"
    );
}

/// Paths that lead to one file may be written in several ways; each of them finds its text again.
#[test]
fn a_file_under_several_names_is_found_again_under_each() {
    struct Files;
    impl Resolver for Files {
        fn text(&self, source: &Source) -> Result<crate::scenario::Found, Error> {
            let Source::File(path) = source else {
                return Shipped.text(source);
            };
            let text = if path.ends_with("base.toml") {
                "extends = \"hotline\"\nname = \"Base\"\n"
            } else {
                "extends = \"./base.toml\"\nname = \"What if\"\n"
            };
            Ok(crate::scenario::Found {
                text: text.into(),
                identity: Source::File(path.components().collect()),
            })
        }
    }
    for (base, variant) in [
        ("c/base.toml", "c/w.toml"),
        ("c//base.toml", "c/w.toml"),
        ("c/./base.toml", "c/base.toml"),
    ] {
        let compare = CompareRequest {
            base: Source::named(base, None),
            variants: vec![VariantRequest {
                label: "w".into(),
                scenario: Some(Source::named(variant, None)),
                settings: Settings::default(),
            }],
            settings: Settings::default(),
            trials: 10,
            seed: 1,
            flipped: 0,
        };
        let recorder = Recorder::new(&Files);
        compare.resolve(&recorder).unwrap();
        assert!(
            compare.resolve(&recorder.texts()).is_ok(),
            "{base} {variant}"
        );
    }
}
