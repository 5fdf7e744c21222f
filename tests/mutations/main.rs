//! Nothing in the rules without a program that needs it.
//!
//! Programs are those of `flow/` and the examples of the check pages. Each row of a model and each condition of a check in turn
//! is taken out of the rules; some program of its language must then be told something else: a finding more or less, at
//! another confidence, in other words, with other steps, or with another fix to offer.
//!
//! This proves that everything in the rules has an effect, and that some program shows it. It does not prove that it is
//! right: that do the annotations of the programs, for what is shown by default. Nor does it ask for each name of a brace
//! list, each alternative of a regular expression, or each field of a row: one that is needed suffices.

mod conditions;
mod programs;
mod rows;
