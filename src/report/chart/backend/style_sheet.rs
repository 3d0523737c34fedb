//! The style sheet of an SVG, with the embedded font in it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::font::NAME;

/// The two faces, compressed for browsers.
const REGULAR_PACKED: &[u8] = include_bytes!("font/Inter-Regular.woff2");
const BOLD_PACKED: &[u8] = include_bytes!("font/Inter-Bold.woff2");

/// The style sheet that brings the font along in an SVG.
pub fn style_sheet() -> String {
    face_rule("normal", REGULAR_PACKED) + &face_rule("bold", BOLD_PACKED)
}

/// The rule of a style sheet that holds a face.
fn face_rule(weight: &str, bytes: &[u8]) -> String {
    let data = STANDARD.encode(bytes);
    format!(
        "@font-face{{font-family:{NAME};font-weight:{weight};src:url(data:font/woff2;base64,{data})format(\"woff2\")}}\n"
    )
}
