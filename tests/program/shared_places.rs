//! Places that are short of something, that several share, or that are other than they look.
#![cfg(unix)]

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Output;

use crate::common::program::{err, files, offramp_in, out, shell_in};

fn run(folder: &Path, line: &str) -> Output {
    let output = shell_in(folder, &format!("offramp {line}"));
    assert!(output.status.success(), "{line}: {}", err(&output));
    output
}

/// The names in `results`.
fn results(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("results")).unwrap().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Commands that write, of every kind.
const WRITERS: [&str; 6] = [
    "run hotline --trials 50 --trials-csv --charts svg,png",
    "compare hotline spiral --trials 50 --charts svg,png",
    "sweep hotline --vary relations.crisis_communication=0..1:2 --trials 50 --charts svg,png",
    "tip hotline --vary relations.crisis_communication=0..1 --outcome wars --share 0.1 --trials 20",
    "merge p/shard-1-of-2.json p/shard-2-of-2.json --charts svg,png",
    "run hotline --trials 50 --shard 1/2",
];

/// Runs a line with so few files that may be open.
fn with_few_files(folder: &Path, most: u32, line: &str) -> Output {
    shell_in(folder, &format!("ulimit -n {most}; exec offramp {line}"))
}

/// Holds that it was refused for want of files: so few that not even the shell can start it, or it
/// ends before its first trial, with the remedy.
#[track_caller]
fn refused_for_want_of_files(output: &Output, most: u32, line: &str) {
    let told = err(output);
    assert!(output.stdout.is_empty(), "{most}, {line}: {}", out(output));
    assert!(
        told.contains("Too many open files") || told.contains("error while loading"),
        "{most}: {told}"
    );
    assert!(
        !told.contains("error:") || told.contains("`ulimit -n 256`"),
        "{most}: {told}"
    );
}

/// With few files that may be open, a run writes all of its own, or is refused before it begins,
/// with the remedy.
#[test]
fn few_files_may_be_open() {
    let place = tempfile::tempdir().unwrap();
    for part in ["1/2", "2/2"] {
        run(
            place.path(),
            &format!("run hotline --trials 200 --quiet --shard {part} --out p"),
        );
    }
    for (at, line) in WRITERS.iter().enumerate() {
        run(place.path(), &format!("{line} --out whole-{at}"));
        let whole = files(&place.path().join(format!("whole-{at}")));
        let mut least = None;
        for most in [6, 9, 12, 13, 14, 16, 20] {
            let name = format!("r-{at}-{most}");
            let line = format!("{line} --out {name}");
            let output = with_few_files(place.path(), most, &line);
            if output.status.code() != Some(0) {
                assert_eq!(least, None, "{most}, {line}: {}", err(&output));
                refused_for_want_of_files(&output, most, &line);
                continue;
            }
            let made = files(&place.path().join(&name));
            assert!(
                made.keys().eq(whole.keys()),
                "{most}: {made:?}",
                made = made.keys()
            );
            if least.is_none() {
                least = Some(most);
                // Once more, in their place.
                let again = with_few_files(place.path(), most, &line);
                assert!(again.status.success(), "{most}, {line}: {}", err(&again));
            }
        }
        assert!(least.is_some_and(|least| least <= 20), "{line}: {least:?}");
    }
}

/// In a folder like `/tmp`, what another user wrote can be neither moved nor replaced: that is
/// known before the first trial.
#[test]
fn a_folder_of_several_users_is_refused_before_the_run() {
    let place = tempfile::tempdir().unwrap();
    let open = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    open(place.path(), 0o755);
    fs::copy(env!("CARGO_BIN_EXE_offramp"), place.path().join("copy")).unwrap();
    run(
        place.path(),
        "run hotline --trials 50 --quiet --charts none --out r",
    );
    run(
        place.path(),
        "run hotline --trials 50 --quiet --shard 1/2 --out s",
    );
    for name in ["r", "s"] {
        let _ = fs::remove_file(place.path().join(name).join(".offramp.files"));
        fs::remove_file(place.path().join(name).join(".offramp.lock")).unwrap();
        for (file, _) in files(&place.path().join(name)) {
            open(&place.path().join(name).join(file), 0o666);
        }
        open(&place.path().join(name), 0o1777);
    }
    let as_another = "exec setpriv --reuid 65534 --regid 65534 --clear-groups ./copy";
    if !shell_in(place.path(), &format!("{as_another} --version"))
        .status
        .success()
    {
        return; // only the system's own user may take another's part
    }
    let before = files(place.path());
    for line in [
        "run hotline --trials 900_000_000_000 --out r",
        "run hotline --trials 50 --shard 1/2 --out s",
    ] {
        let output = shell_in(place.path(), &format!("{as_another} {line}"));
        assert_eq!(output.status.code(), Some(73), "{}", err(&output));
        assert!(
            err(&output).contains("belongs to another user") && err(&output).contains("`--out`"),
            "{}",
            err(&output)
        );
        assert!(output.stdout.is_empty());
    }
    assert!(files(place.path()) == before);
    // Its own results are replaced there as anywhere.
    let shared = place.path().join("shared");
    fs::create_dir(&shared).unwrap();
    open(&shared, 0o1777);
    for _ in 0..2 {
        let line = "run hotline --trials 50 --charts none --out shared";
        let output = shell_in(place.path(), &format!("{as_another} {line}"));
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    }
}

/// Names that are no text, and differ in what is none.
#[test]
fn files_with_names_of_any_bytes_have_places_of_their_own() {
    let place = tempfile::tempdir().unwrap();
    let case = "name = \"Two states\"\n[opening]\nactor = \"north\"\nrung = \"strike-militants\"\n[actors.north]\n[actors.south]\n";
    let names = [
        &b"o\xffd.toml"[..],
        b"o\xfed.toml",
        "o\u{fffd}d.toml".as_bytes(),
    ]
    .map(std::ffi::OsStr::from_bytes);
    for name in names {
        fs::write(place.path().join(name), case).unwrap();
    }
    let call = |words: &[&std::ffi::OsStr]| {
        let mut program = crate::common::program::program();
        let output = program
            .args(words)
            .args(["--trials", "50", "--charts", "none"])
            .current_dir(&place)
            .output()
            .unwrap();
        assert!(output.status.success(), "{words:?}: {}", err(&output));
        assert!(
            !err(&output).contains("replaced"),
            "{words:?}: {}",
            err(&output)
        );
    };
    let words = |line: &'static str| {
        line.split(' ')
            .map(std::ffi::OsStr::new)
            .collect::<Vec<_>>()
    };
    for name in names {
        call(&[&words("run")[..], &[name]].concat());
        call(&[&words("compare hotline")[..], &[name]].concat());
        call(
            &[
                &words("sweep --vary relations.crisis_communication=0..1:2")[..],
                &[name],
            ]
            .concat(),
        );
    }
    assert_eq!(
        results(place.path()).len(),
        9,
        "{:?}",
        results(place.path())
    );
}

/// One folder that the system shows in two places is one.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_is_shown_twice_is_one() {
    let place = tempfile::tempdir().unwrap();
    run(
        place.path(),
        "run hotline --trials 50 --quiet --charts none --out r",
    );
    fs::create_dir(place.path().join("twice")).unwrap();
    let before = files(&place.path().join("r"));
    let script = "unshare -m sh -c 'mount --bind r twice || exit; offramp rerun r/manifest.json --out twice; echo $?'";
    let output = shell_in(place.path(), script);
    if !out(&output).is_empty() {
        // Else the system lets no test show a folder twice.
        assert!(
            err(&output).contains("twice is the folder of the manifest itself"),
            "{}",
            err(&output)
        );
        assert_eq!(out(&output), "73\n");
    }
    assert!(files(&place.path().join("r")) == before);
}

#[test]
fn a_link_that_leads_nowhere_is_named() {
    let place = tempfile::tempdir().unwrap();
    symlink("/not/there", place.path().join("results")).unwrap();
    for out in ["", "--out results", "--out results/a/b"] {
        let output = shell_in(
            place.path(),
            &format!("offramp run hotline --trials 50 {out}"),
        );
        assert_eq!(output.status.code(), Some(73));
        assert!(
            err(&output).contains("results is a link that leads nowhere: to /not/there"),
            "{}",
            err(&output)
        );
    }
    fs::write(place.path().join("file"), "precious").unwrap();
    let output = offramp_in(place.path(), &["run", "hotline", "--out", "file/below/it"]);
    assert!(
        err(&output).contains("error: file is no folder"),
        "{}",
        err(&output)
    );
}

/// Manifests that lie in one folder are run again in places of their own.
#[test]
fn two_manifests_in_one_folder_have_two_places() {
    let place = tempfile::tempdir().unwrap();
    for (seed, name) in [(1, "r"), (2, "other")] {
        run(
            place.path(),
            &format!("run hotline --seed {seed} --trials 50 --quiet --charts none --out {name}"),
        );
    }
    fs::copy(
        place.path().join("other/manifest.json"),
        place.path().join("r/other.json"),
    )
    .unwrap();
    for manifest in ["manifest.json", "other.json"] {
        let output = run(place.path(), &format!("rerun r/{manifest}"));
        assert!(!err(&output).contains("replaced"), "{}", err(&output));
    }
    let again = |name: &str| files(&place.path().join(name));
    let mut first = again("r");
    first.remove("other.json");
    assert!(first == again("r-again"));
    let entries = fs::read_dir(place.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().into_string().unwrap());
    let second: Vec<_> = entries
        .filter(|name| name.ends_with("-again") && name != "r-again")
        .collect();
    assert!(
        second.len() == 1 && again(&second[0]) == again("other"),
        "{second:?}"
    );
}
