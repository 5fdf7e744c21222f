//! Secrets in source text: token grammars over the whole text, and literals in places with a telling name.

mod checksum;
#[cfg(test)]
mod made_up;
mod named;
mod setting;
mod token;
mod value;

pub(crate) use named::{bound_names, find as find_named, variable, written_in};
pub(crate) use setting::{Setting, find as find_settings};
pub use token::Keywords;
pub(crate) use token::{SecretScanner, Token};
pub(crate) use value::looks_secret;

/// A secret as it may be shown: the first characters, and its length. Values too short to hide show none of themselves.
///
/// ```
/// assert_eq!(tripline_rules::mask("sk-live-4f8a9c1e7b"), "sk-l…(18)");
/// assert_eq!(tripline_rules::mask("hunter2"), "…(7)");
/// ```
pub fn mask(secret: &str) -> String {
    let length = secret.chars().count();
    let shown = if length >= 12 { 4 } else { 0 };
    let head: String = secret.chars().take(shown).collect();
    format!("{head}…({length})")
}
