//! Trouble that can be seen beforehand is told before the first trial, on the program itself.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use crate::common::program::{err, offramp_in, shell_in};

#[test]
fn a_folder_that_cannot_be_written_to_is_reported_before_the_first_trial() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("file"), "").unwrap();
    let begun = Instant::now();
    let output = offramp_in(
        place.path(),
        &["run", "--trials", "500_000_000", "--out", "file/results"],
    );
    assert_eq!(output.status.code(), Some(73));
    assert!(err(&output).contains("--out") && begun.elapsed() < Duration::from_secs(10));
}

/// Told before the first trial, also of the folder of the charts. An administrator may write
/// anywhere, and runs this as nobody.
#[test]
fn every_folder_is_tried_before_the_first_trial() {
    let place = tempfile::tempdir().unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o777)).unwrap();
    fs::create_dir_all(place.path().join("r/charts")).unwrap();
    fs::set_permissions(place.path().join("r"), fs::Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(
        place.path().join("r/charts"),
        fs::Permissions::from_mode(0o555),
    )
    .unwrap();
    let nobody = if fs::write(place.path().join("r/charts/try"), "").is_ok() {
        fs::remove_file(place.path().join("r/charts/try")).unwrap();
        // The program where nobody may read it.
        let copy = place.path().join("offramp");
        fs::copy(env!("CARGO_BIN_EXE_offramp"), &copy).unwrap();
        fs::set_permissions(&copy, fs::Permissions::from_mode(0o755)).unwrap();
        if !shell_in(
            place.path(),
            "setpriv --reuid=65534 --clear-groups ./offramp list",
        )
        .status
        .success()
        {
            return; // no way to be anybody else here
        }
        "setpriv --reuid=65534 --clear-groups ./"
    } else {
        ""
    };
    let begun = Instant::now();
    let output = shell_in(
        place.path(),
        &format!("exec {nobody}offramp run --trials 500_000_000 --out r"),
    );
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(
        err(&output).contains("cannot create r/charts: ")
            && begun.elapsed() < Duration::from_secs(10),
        "{}",
        err(&output)
    );
    let output = shell_in(
        place.path(),
        &format!("exec {nobody}offramp run --trials 50 --out r --charts none"),
    );
    assert!(
        output.status.success(),
        "without charts it is no matter: {}",
        err(&output)
    );
}
