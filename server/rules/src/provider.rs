//! The format of token grammars: `rules/secrets/<group>.yml`, a file for a group of providers.
//!
//! A grammar tells a token by what the provider's documentation says of it: a prefix, an alphabet, a length. Such a token
//! begins with literal text, which a prefilter looks for. One that does not names a `keyword` that stands in its match.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{Checksum, TokenGrammar};

/// The token grammars of a group of providers.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProviderFile {
    /// The providers.
    pub providers: Vec<Provider>,
}

/// A provider and its tokens.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its name: "GitHub".
    pub name: String,
    /// Where the provider documents its tokens.
    pub docs: String,
    /// The environment variable that a fix reads: `GITHUB_TOKEN`.
    pub variable: String,
    /// Its tokens. Of two that match the same text, the first counts.
    pub tokens: Vec<ProviderToken>,
}

/// A kind of token.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProviderToken {
    /// What the provider calls it: "personal access token".
    pub kind: String,
    /// As in the grammar of a check.
    pub pattern: String,
    /// As in the grammar of a check.
    #[serde(default)]
    pub keyword: Option<String>,
    /// Least Shannon entropy, in bits a character.
    #[serde(default)]
    pub entropy: Option<f32>,
    /// Its checksum, where the provider defines one.
    #[serde(default)]
    pub checksum: Option<Checksum>,
    /// The environment variable that a fix reads; absent: the provider's.
    #[serde(default)]
    pub variable: Option<String>,
    /// Where this kind is documented; absent: where the provider's are.
    #[serde(default)]
    pub docs: Option<String>,
}

impl Provider {
    /// The grammars of its tokens.
    pub fn grammars(&self) -> impl Iterator<Item = TokenGrammar> + '_ {
        self.tokens.iter().map(|token| TokenGrammar {
            name: format!("{} {}", self.name, token.kind),
            keyword: token.keyword.clone(),
            pattern: token.pattern.clone(),
            entropy: token.entropy,
            checksum: token.checksum,
            variable: Some(token.variable.as_ref().unwrap_or(&self.variable).clone()),
            in_literals: false,
            docs: token.docs.as_ref().unwrap_or(&self.docs).clone(),
        })
    }
}
