//! Unit tests of the file above.
