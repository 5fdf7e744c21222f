//! Tests that span crates. Each stands in a file or folder of its own beside this one.
