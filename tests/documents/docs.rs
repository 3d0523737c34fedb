//! Documents tell the truth: what is generated is fresh, and every file and command in them works.

use std::path::Path;

use crate::common::program::{blocks, err, offramp, offramp_in, out, shell_words};

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// What a command prints, and the file that keeps it.
const GENERATED: [(&[&str], &str); 2] = [
    (&["schema"], "docs/scenario.schema.json"),
    (&["parameters", "--format", "markdown"], "docs/scenarios.md"),
];

#[test]
fn generated_documents_are_fresh() {
    for (arguments, name) in GENERATED {
        let fresh = out(&offramp(arguments));
        // What writes a brace is named in code; anywhere else two braces are a placeholder left over.
        let prose = fresh.replace("`{{`", "");
        assert!(fresh.len() > 5_000 && !prose.contains("{{"), "{name}");
        assert!(
            fresh == file(name),
            "{name} is stale: offramp {} > {name}",
            arguments.join(" ")
        );
    }
}

/// A step of a guide: a file to write, or commands to run, the last of which may be meant to fail
/// with a message.
enum Step {
    Write(String, String),
    Run(Vec<String>, bool),
    Told(String),
}

fn steps(guide: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for block in guide.split("\n```").skip(1).step_by(2) {
        let (language, text) = block.split_once('\n').unwrap();
        match language {
            "toml" => {
                let name = text
                    .lines()
                    .next()
                    .unwrap()
                    .trim_start_matches("# ")
                    .to_owned();
                steps.push(Step::Write(name, text.to_owned()));
            }
            "sh" | "sh fails" => {
                steps.push(Step::Run(
                    text.lines().map(str::to_owned).collect(),
                    language == "sh fails",
                ));
            }
            "text" => steps.push(Step::Told(text.trim_end().to_owned())),
            other => panic!("a block of {other:?}"),
        }
    }
    steps
}

/// Every file and command of the guide, in its order, in one folder.
#[test]
fn the_guide_to_a_first_scenario_works_as_written() {
    let place = tempfile::tempdir().unwrap();
    let (mut commands, mut told) = (0, String::new());
    for step in steps(&file("docs/first-scenario.md")) {
        match step {
            Step::Write(name, text) => std::fs::write(place.path().join(name), text).unwrap(),
            Step::Run(lines, fails) => {
                for line in lines {
                    let words = shell_words(&line);
                    assert_eq!(words[0], "offramp", "{line}");
                    let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
                    let output = offramp_in(place.path(), &arguments);
                    assert_eq!(output.status.success(), !fails, "{line}\n{}", err(&output));
                    // The guide runs a scenario again and again into the same folder, and is told
                    // so.
                    let all = err(&output);
                    let lines = all
                        .lines()
                        .filter(|line| !line.starts_with("note: replaced the earlier run in "));
                    told = lines.collect::<Vec<_>>().join("\n");
                    assert!(fails || told.is_empty(), "{line}\n{told}");
                    commands += 1;
                }
            }
            Step::Told(text) => assert_eq!(told.trim_end(), text),
        }
    }
    assert!(commands > 10);
}

/// The files and commands of the README.
#[test]
fn the_readme_works_as_written() {
    let readme = file("README.md");
    let examples = blocks(&readme, "toml");
    assert!(examples.len() >= 2);
    for example in examples {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("mine.toml"), &example).unwrap();
        let output = offramp_in(
            place.path(),
            &["run", "mine.toml", "--trials", "500", "--no-files"],
        );
        assert!(
            output.status.success() && err(&output).is_empty(),
            "{example}\n{}",
            err(&output)
        );
    }
    let place = tempfile::tempdir().unwrap();
    let mine =
        "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    let blocks = blocks(&readme, "sh");
    let commands: Vec<&str> = blocks
        .iter()
        .flat_map(|block| block.lines())
        .filter(|line| line.starts_with("offramp"))
        .collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        std::fs::write(place.path().join("mine.toml"), mine).unwrap();
        let words = shell_words(
            &command
                .replace("1_000_000", "1_000")
                .replace("200_000", "2_000")
                .replace("0.002", "0.02"),
        );
        let arguments: Vec<&str> = words[1..]
            .iter()
            .map(String::as_str)
            .take_while(|&word| word != ">")
            .collect();
        let output = offramp_in(place.path(), &arguments);
        assert!(output.status.success(), "{command}\n{}", err(&output));
    }
}

/// Every file of `tests/wrong` is refused by the program; `.ci/run` has taplo refuse them by the
/// schema.
#[test]
fn wrong_files_are_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wrong");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let output = offramp(&["check", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(65), "{}", path.display());
        assert!(
            err(&output).contains("help: ") && err(&output).contains(".toml:"),
            "{}",
            err(&output)
        );
        count += 1;
    }
    assert!(count >= 20);
}
