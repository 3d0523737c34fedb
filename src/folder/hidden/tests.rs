//! New files and old ones under hidden names.

use super::*;

fn opened(place: &tempfile::TempDir) -> Arc<Dir> {
    Arc::new(Dir::open(place.path()).unwrap())
}

#[test]
fn nobody_elses_name_is_taken_for_a_hidden_one() {
    let name = name_of_chance(PASSING);
    assert!(is_hidden(PASSING, &name));
    for other in [
        &name[1..],
        &name[..name.len() - 1],
        &format!("{name}0"),
        ".offramp-passing-thesis",
        PASSING,
        "",
    ] {
        assert!(!is_hidden(PASSING, other), "{other}");
    }
    assert!(
        !is_hidden(PASSING, ".offramp-passing-0123456789abcdef01234567"),
        "the check fails"
    );
    assert!(!is_hidden(
        PASSING,
        ".offramp-passing-é0123456789abcdef012345"
    ));
}

#[test]
fn what_a_live_process_holds_is_not_cleared_away() {
    let place = tempfile::tempdir().unwrap();
    let folder = opened(&place);
    let held = Hidden::create(&folder).unwrap();
    let left = name_of_chance(PASSING);
    folder.create(&left).unwrap();
    std::fs::write(place.path().join(".offramp-passing-thesis"), "precious").unwrap();
    clear(&folder, PASSING, |_| true);
    assert!(folder.facts(&held.name).is_ok() && folder.facts(&left).is_err());
    assert!(place.path().join(".offramp-passing-thesis").exists());
    drop(held);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
}

/// A hidden name that is a link, a pipe or a second name of another file is left alone.
#[cfg(unix)]
#[test]
fn what_only_bears_a_hidden_name_is_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let folder = opened(&place);
    std::fs::write(place.path().join("thesis"), "precious").unwrap();
    let names = [
        name_of_chance(PASSING),
        name_of_chance(PASSING),
        name_of_chance(PASSING),
    ];
    std::os::unix::fs::symlink("thesis", place.path().join(&names[0])).unwrap();
    std::fs::hard_link(place.path().join("thesis"), place.path().join(&names[1])).unwrap();
    std::fs::create_dir(place.path().join(&names[2])).unwrap();
    clear(&folder, PASSING, |_| true);
    assert!(
        names
            .iter()
            .all(|name| place.path().join(name).symlink_metadata().is_ok())
    );
}

/// Between the look and the move: what came instead, or was written into, is put back as it is.
#[test]
fn what_changed_since_it_was_looked_at_is_put_back() {
    let place = tempfile::tempdir().unwrap();
    let (folder, path) = (opened(&place), place.path().join("x"));
    let write = |text: &str| std::fs::write(&path, text).unwrap();
    let look = || Known::new(&folder.read_plain("x").unwrap().unwrap()).unwrap();
    write("ours");
    let known = look();
    write("longer by now");
    let aside = Aside::take(&folder, "x", known).unwrap();
    assert!(!aside.is_it());
    aside.put_back().unwrap();
    let known = look();
    std::fs::remove_file(&path).unwrap();
    write("another file.");
    let aside = Aside::take(&folder, "x", known).unwrap();
    assert!(!aside.is_it());
    aside.put_back().unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "another file.");
    let aside = Aside::take(&folder, "x", look()).unwrap();
    assert!(aside.is_it() && !path.exists());
    write("somebody else's");
    assert!(aside.put_back().is_err(), "nothing is replaced");
    aside.remove();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "somebody else's");
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_new_file_takes_no_name_that_is_taken() {
    let place = tempfile::tempdir().unwrap();
    let folder = opened(&place);
    std::fs::write(place.path().join("x"), "precious").unwrap();
    let mut hidden = Hidden::create(&folder).unwrap();
    assert_eq!(
        hidden.place(&folder, "x").unwrap_err().kind(),
        io::ErrorKind::AlreadyExists
    );
    hidden.place(&folder, "y").unwrap();
    hidden.take_back().unwrap();
    drop(hidden);
    assert_eq!(std::fs::read(place.path().join("x")).unwrap(), b"precious");
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
}

/// Folders by their paths, as on systems without open ones, do the same.
#[cfg(unix)]
#[test]
fn folders_by_path_replace_nothing_either() {
    let place = tempfile::tempdir().unwrap();
    let folder = super::dir::ByPath::open(place.path()).unwrap();
    std::fs::write(place.path().join("x"), "precious").unwrap();
    folder.create("y").unwrap();
    assert!(folder.create("x").is_err() && folder.move_to("y", &folder, "x").is_err());
    folder.move_to("y", &folder, "z").unwrap();
    std::os::unix::fs::symlink(place.path(), place.path().join("link")).unwrap();
    assert!(
        folder.folder("link").is_err()
            && folder.read("link").is_err()
            && folder.update("link").is_err()
    );
    folder.remove("z").unwrap();
    assert_eq!(folder.names().unwrap().len(), 2);
    assert_eq!(std::fs::read(place.path().join("x")).unwrap(), b"precious");
}
