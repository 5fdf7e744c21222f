//! What a condition guarantees on each of its branches.
