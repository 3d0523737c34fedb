//! Where lines to names begin.

use super::*;

#[test]
fn lines_from_the_left_keep_clear_of_the_figures() {
    let figures = [400.0, 480.0, 560.0];
    for (band, expected) in [
        ((470.0, 430.0), (450.0, true)),
        ((560.0, 400.0), (470.5, true)),
        ((416.0, 400.0), (409.5, true)),
        ((486.0, 474.0), (480.0, false)),
    ] {
        assert_eq!(anchor(band, figures), expected);
    }
}
