//! Unit tests of the files above.
