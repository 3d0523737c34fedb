//! What anybody may have written is read within bounds, and a limit of the user's is told.

use crate::common::program::{err, offramp_in};
use crate::common::sealed::resealed;

/// The scenario in a shard or a manifest is read with a limit, as one in a file is.
#[test]
fn a_scenario_inside_another_file_has_a_limit_of_its_own() {
    let place = tempfile::tempdir().unwrap();
    let options = ["--trials", "50", "--charts", "none", "--quiet"];
    offramp_in(
        place.path(),
        &[&["run", "hotline", "--out", "r"], &options[..]].concat(),
    );
    offramp_in(
        place.path(),
        &[
            &["run", "hotline", "--out", "r-parts", "--shard", "1/1"],
            &options[..],
        ]
        .concat(),
    );
    let in_text = "\"hotline\": \"";
    for (command, file) in [
        ("merge", "r-parts/shard-1-of-1.json"),
        ("rerun", "r/manifest.json"),
    ] {
        let text = std::fs::read_to_string(place.path().join(file)).unwrap();
        let longer = text.replacen(
            in_text,
            &format!("{in_text}{}", "x=1\\n".repeat(2_000_000)),
            1,
        );
        assert_ne!(text, longer);
        std::fs::write(place.path().join("longer.json"), resealed(&longer)).unwrap();
        let output = offramp_in(place.path(), &[command, "longer.json"]);
        assert_eq!(
            output.status.code(),
            Some(65),
            "{command}: {}",
            err(&output)
        );
        assert!(
            err(&output).contains("larger than 1 MiB") && err(&output).contains("help: "),
            "{}",
            err(&output)
        );
    }
}

/// Keys of very many parts are told before the parser, which would take the square of their number.
#[test]
fn a_key_of_very_many_parts_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let deep = "a.".repeat(30_000);
    for wrong in [
        format!("[{deep}a]\n"),
        format!("{deep}a = 1\n"),
        format!("a = {{ {deep}a = 1 }}\n"),
    ] {
        std::fs::write(
            place.path().join("deep.toml"),
            format!("name = \"x\"\n{}", wrong.repeat(15)),
        )
        .unwrap();
        let output = offramp_in(place.path(), &["check", "deep.toml"]);
        assert_eq!(output.status.code(), Some(65));
        assert!(
            err(&output).contains("more than 16 parts") && err(&output).contains("deep.toml:2:"),
            "{}",
            err(&output)
        );
    }
}

/// Long words of what was changed are cut in a chart; that once took the square of their length.
#[test]
fn a_very_long_change_is_drawn() {
    let place = tempfile::tempdir().unwrap();
    let values: Vec<String> = (1..9_000).map(|at| format!("0.{at:05}")).collect();
    let change = format!("relations.trust={{ choice = [{}] }}", values.join(", "));
    let output = offramp_in(
        place.path(),
        &[
            "run", "hotline", "--trials", "50", "--quiet", "--set", &change,
        ],
    );
    assert!(output.status.success(), "{}", err(&output));
}

/// A limit on the length of files is a reason that is told, by every command that writes or prints,
/// and nothing of a file is left behind.
#[cfg(unix)]
#[test]
fn a_limit_on_the_length_of_files_is_reported() {
    let limited = |line: &str| {
        let place = tempfile::tempdir().unwrap();
        let script =
            format!("exec 2>&1; ulimit -f 1; {{ offramp {line} > printed; echo $?; }} | cat");
        let output = crate::common::program::shell_in(place.path(), &script);
        let names = std::fs::read_dir(place.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        (
            String::from_utf8(output.stdout).unwrap(),
            names.collect::<Vec<_>>(),
        )
    };
    for line in [
        "schema",
        "list",
        "man",
        "parameters",
        "show",
        "completions bash",
        "--help",
        "run --no-files --trials 50",
    ] {
        assert_eq!(
            limited(line).0.trim().lines().next_back(),
            Some("74"),
            "{line}: {:?}",
            limited(line)
        );
    }
    for line in ["new fresh", "new fresh --extends iran-pakistan-2024"] {
        let (told, names) = limited(line);
        assert!(
            told.contains("cannot write fresh.toml") && told.ends_with("74\n"),
            "{told}"
        );
        assert!(
            !told.contains("--out") && told.contains("change to a folder"),
            "{told}"
        );
        assert_eq!(names, ["printed"], "{told}");
    }
}
