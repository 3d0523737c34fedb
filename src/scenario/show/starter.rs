//! The beginning of a scenario of one's own: a commented file that runs as it is.
//!
//! In the files made here a `#` with a space behind it begins words, and one without makes a line
//! of TOML idle: taken away, the line counts.

use std::fmt::Write;

use crate::error::{capitalised, copyable, printable};
use crate::parameters::{Actor, Dynamics, Horizon, Listed, Opening, Parameter, Relations, Tier};
use crate::scenario::assembled::Scenario;
use crate::scenario::facts::ladder::DEFAULT;
use crate::scenario::read::words::quoted;
use crate::scenario::source::Source;

/// Where the comments stand.
const COLUMN: usize = 34;

/// A name for a scenario that is as close as can be to the one that its user wrote.
#[must_use]
pub fn named(written: &str) -> String {
    const END: &str = ".toml";
    let stem = written
        .len()
        .checked_sub(END.len())
        .and_then(|at| written.split_at_checked(at));
    let stem = stem
        .filter(|(_, end)| end.eq_ignore_ascii_case(END))
        .map_or(written, |(stem, _)| stem);
    Source::Shipped(stem.to_owned()).slug()
}

/// A scenario from scratch: the core parameters first, the rest idle.
#[must_use]
pub fn from_scratch(slug: &str) -> String {
    let mut text = format!(
        "# {slug}: a scenario for offramp. A teaching model. Not a forecast.\n{HOW_TO}\nname = {}\nsummary = \"What it is about, in a few sentences.\"\n",
        quoted(&title(slug))
    );
    listed::<Horizon>(&mut text, Tier::Core);
    text += "\n# ---- How it begins ----\n\n[opening]\n";
    commented(&mut text, "actor = \"north\"", "who moves first");
    commented(
        &mut text,
        "rung = \"strike-militants\"",
        "how; \"choose\" leaves it to the opener",
    );
    let ids: Vec<&str> = DEFAULT.iter().map(|row| row.0).collect();
    let _ = writeln!(text, "# The rungs: {}.", ids.join(", ")); // a string takes all
    both::<Opening>(&mut text);
    text += "\n[relations]\n";
    both::<Relations>(&mut text);
    text += "\n# ---- The two ----\n\n[actors.north]\nlabel = \"North\"\n";
    both::<Actor>(&mut text);
    text += "\n[actors.south]                    # the same keys, with numbers of its own\nlabel = \"South\"\n";
    for parameter in Actor::LIST
        .iter()
        .filter(|parameter| parameter.tier == Tier::Core)
    {
        let _ = writeln!(text, "{}", assignment(parameter));
    }
    text += PARTIES;
    text += "\n# ---- Dynamics common to both ----\n\n#[dynamics]\n";
    idle::<Dynamics>(&mut text);
    text += ARGUMENTS;
    text
}

/// A what-if on top of a scenario: all its arguments named, everything idle but the name.
#[must_use]
pub fn what_if(slug: &str, base: &Scenario, extends: &str) -> String {
    let mut text = format!(
        "# {slug}: what if? A scenario for offramp on top of {}. A teaching model. Not a forecast.\n{HOW_TO}\nextends = {}\nname = {}\nsummary = \"What is different here, and why one would ask.\"\n",
        printable(extends),
        quoted(extends),
        quoted(&title(slug))
    );
    for (key, on, what) in [
        ("without", true, "Arguments to switch off"),
        ("with", false, "Arguments to switch on"),
    ] {
        let arguments = base
            .arguments
            .iter()
            .filter(|argument| (argument.weight > 0.0) == on);
        let mut arguments = arguments.peekable();
        if arguments.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "\n# {what}: keep those that you mean.\n#{key} = [");
        for argument in arguments {
            let _ = writeln!(
                text,
                "{:<COLUMN$}# {}",
                format!("#  \"{}\",", argument.id),
                printable(&argument.claim)
            );
        }
        text += "#]\n";
    }
    text += "\n# The last word on a number, whatever facts and arguments say. `offramp show ";
    text += copyable(extends).as_deref().unwrap_or("SCENARIO");
    text += "` prints all.\n#[overrides]\n#\"relations.crisis_communication\" = 0.9\n#\"actors.*.choice_precision\" = { uniform = [2, 4] }   # an uncertain value: every trial draws its own\n";
    text
}

const HOW_TO: &str = "#
# A `#` begins a comment. Where no space follows it, taking it away makes the line count.
# What is left out keeps its default.
#
#     offramp run FILE                        runs it
#     offramp check FILE                      reports every mistake in it
#     offramp parameters 'actors.*.stake'     says what a number means
#     offramp schema > offramp.schema.json    lets an editor complete and check as you type,
#                                             with `#:schema ./offramp.schema.json` as the first line here
";

const PARTIES: &str = r#"
# ---- Third parties: as many as you like of each ----

# A mediator steps in sooner or later, and pulls those on whom it has leverage towards the off-ramp.
#[mediators.broker]
#label = "A broker"
#engages_per_day = 0.3            # at severity 1
#leverage = { north = 0.5, south = 0.3 }

# A third party that an actor wants to impress (audience_weight), and that opens a front when the actor looks weak.
#[fronts.neighbour]
#label = "A neighbour"
#actor = "south"
#opens_per_day = 0.01             # at reputation 0
#overstretch = 0.4
#audience_weight = 0.5

# An armed group that neither side controls; its victim blames the other in part.
#[armed_groups.raiders]
#label = "Raiders"
#victim = "north"
#attacks_per_day = 0.02
#severity = 0.3
#blame = 0.5
#deaths = 3
"#;

const ARGUMENTS: &str = r#"
# ---- What analysts argue: each can be switched off, `offramp run FILE --without bold-south` ----

#[sources]
#A1 = "Who, \"What\", when"

#[arguments.bold-south]
#claim = "South fears a war less than it seems."
#who = "an analyst"
#source = "A1"
#theme = "deterrence"
#add = { "actors.south.fear_of_escalation" = -0.3 }   # also `set` and `scale`

# ---- What really happened, and what should come out ----

#[record]
#outcome = "one-round"
#peak = "strike-militants"
#first_answer = "strike-militants"
#end_day = [3, 10]
#deaths = [9, 14]

# The course, for the chart of levels by day: as many as you like.
#[[record.acts]]
#day = 0
#actor = "north"
#rung = "strike-militants"
#note = "What North did."

# The main result at 100,000 trials; a run says whether it is met.
#[expected]
#several-rounds = [0.1, 0.4]

# ---- The last word on a number, whatever facts and arguments say ----

#[overrides]
#"actors.*.choice_precision" = { uniform = [2, 4] }   # an uncertain value: every trial draws its own
"#;

fn title(slug: &str) -> String {
    capitalised(&slug.replace('-', " "))
}

/// The core parameters of a group, then the rest idle.
fn both<T: Listed>(text: &mut String) {
    listed::<T>(text, Tier::Core);
    for parameter in T::LIST
        .iter()
        .filter(|parameter| parameter.tier == Tier::More)
    {
        commented(
            text,
            &format!("#{}", assignment(parameter)),
            &explained(parameter),
        );
    }
}

fn listed<T: Listed>(text: &mut String, tier: Tier) {
    for parameter in T::LIST.iter().filter(|parameter| parameter.tier == tier) {
        commented(text, &assignment(parameter), &explained(parameter));
    }
}

fn idle<T: Listed>(text: &mut String) {
    for parameter in T::LIST {
        commented(
            text,
            &format!("#{}", assignment(parameter)),
            &explained(parameter),
        );
    }
}

fn assignment(parameter: &Parameter) -> String {
    format!("{} = {}", parameter.key, parameter.default)
}

fn explained(parameter: &Parameter) -> String {
    format!(
        "{} ({} to {})",
        parameter.meaning, parameter.min, parameter.max
    )
}

fn commented(text: &mut String, code: &str, comment: &str) {
    let _ = writeln!(text, "{code:<COLUMN$}# {comment}"); // a string takes all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::settings::Settings;

    /// The text with its idle lines made to count.
    fn uncommented(text: &str) -> String {
        let line = |line: &str| match line.strip_prefix('#') {
            Some(rest) if !rest.is_empty() && !rest.starts_with([' ', ':']) => rest.to_owned(),
            // What is idle inside a list is indented.
            Some(rest) if rest.starts_with("  \"") => rest.to_owned(),
            _ => line.to_owned(),
        };
        text.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_start_runs_as_it_is_and_with_every_idle_line() {
        let text = from_scratch("my-case");
        let plain = Scenario::from_text("my-case.toml", &text, &Settings::default()).unwrap();
        assert_eq!((plain.name.as_str(), plain.warnings.len()), ("My case", 0));
        let full =
            Scenario::from_text("my-case.toml", &uncommented(&text), &Settings::default()).unwrap();
        assert_eq!(full.warnings, []);
        assert_eq!(
            (
                full.names.mediators.len(),
                full.names.fronts.len(),
                full.arguments.len()
            ),
            (1, 1, 1)
        );
        for parameter in Actor::LIST {
            assert!(
                text.contains(&format!("{} = {}", parameter.key, parameter.default)),
                "{}",
                parameter.key
            );
        }
    }

    #[test]
    fn a_what_if_names_every_argument_of_its_base() {
        let base = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
        let text = what_if("bolder", &base, "iran-pakistan-2024");
        let place = tempfile::tempdir().unwrap();
        for text in [text.clone(), uncommented(&text)] {
            let path = place.path().join("bolder.toml");
            std::fs::write(&path, text).unwrap();
            crate::files::document(&path)
                .unwrap()
                .assemble(&Settings::default())
                .unwrap();
        }
        assert!(
            base.arguments
                .iter()
                .all(|argument| text.contains(&format!("\"{}\"", argument.id)))
        );
    }
}
