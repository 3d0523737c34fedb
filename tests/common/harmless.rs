//! What does more than be read, and whether any of it reaches the terminal.

use std::path::Path;

use super::program::{err, offramp_in, shell_words};

/// What dresses up a terminal, or turns what stands beside it.
pub const HOSTILE: &str = "a\u{1b}[31mb\u{1b}]0;title\u{7}\rc\u{7f}d\u{9b}5me\u{202e}f\u{2066}g\u{200f}h\u{2028}i\tj\u{8}k";

/// The first character, if any, of what reached the terminal that does more than be read.
pub fn unsafe_in(output: &[u8]) -> Option<char> {
    let text = String::from_utf8_lossy(output);
    let direction = |c: char| matches!(u32::from(c), 0x61c | 0x200e | 0x200f | 0x2028..=0x202e | 0x2066..=0x206f);
    text.chars()
        .find(|&c| c != '\n' && (c.is_control() || direction(c)))
}

/// Runs a command, and holds that it shows nothing that does more than be read, and that the
/// program has no fault; returns its exit code.
#[track_caller]
pub fn harmless(folder: &Path, words: &[&str]) -> Option<i32> {
    let output = offramp_in(folder, words);
    for (name, bytes) in [("output", &output.stdout), ("error", &output.stderr)] {
        let found = unsafe_in(bytes);
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(
            found,
            None,
            "in standard {name} of {words:?}: {}",
            shown.escape_debug()
        );
    }
    let code = output.status.code();
    assert!(
        code.is_some_and(|code| code != 70),
        "{words:?}: {}",
        err(&output)
    );
    code
}

/// Does so with a line of a shell, in whose words texts stand in place of their names.
#[track_caller]
pub fn harmless_line(folder: &Path, line: &str, texts: &[(&str, &str)]) -> Option<i32> {
    let with_texts = |word: String| {
        texts
            .iter()
            .fold(word, |word, (name, text)| word.replace(name, text))
    };
    let words: Vec<String> = shell_words(line).into_iter().map(with_texts).collect();
    harmless(
        folder,
        &words.iter().map(String::as_str).collect::<Vec<_>>(),
    )
}
