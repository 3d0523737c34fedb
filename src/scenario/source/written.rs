//! The name of a scenario in a file: text, for a name of any bytes.

use std::ffi::{OsStr, OsString};

/// How a name begins that is no text: what follows are its bytes in hexadecimal. No name of a file
/// holds a NUL.
const BYTES: char = '\0';

/// A name as text.
pub fn kept(name: &OsStr) -> String {
    name.to_str().map_or_else(|| as_bytes(name), str::to_owned)
}

/// The name that was kept.
pub fn restored(kept: &str) -> OsString {
    kept.strip_prefix(BYTES)
        .and_then(from_bytes)
        .unwrap_or_else(|| kept.into())
}

#[cfg(unix)]
fn as_bytes(name: &OsStr) -> String {
    use std::os::unix::ffi::OsStrExt;
    format!("{BYTES}{}", crate::error::hexadecimal(name.as_bytes()))
}

#[cfg(unix)]
fn from_bytes(digits: &str) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt;
    let pairs = (0..digits.len())
        .step_by(2)
        .map(|at| digits.get(at..at + 2));
    let bytes: Option<Vec<u8>> = pairs
        .map(|pair| u8::from_str_radix(pair?, 16).ok())
        .collect();
    bytes.map(OsString::from_vec)
}

// Elsewhere a name that is no text is a fault of whoever wrote it; what can be shown of it is kept.
#[cfg(not(unix))]
fn as_bytes(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn from_bytes(_: &str) -> Option<OsString> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStringExt;

    #[test]
    fn names_of_any_bytes_come_back() {
        for bytes in [
            &b"--out"[..],
            b"",
            b"a\xffb",
            "جنگ.toml".as_bytes(),
            b"\xc3",
            b"\xff\xfe",
        ] {
            let word = OsString::from_vec(bytes.to_vec());
            assert_eq!(restored(&kept(&word)), word);
        }
        assert_eq!(kept("plain".as_ref()), "plain");
    }
}
