//! String literals: quotes, prefixes and escapes of each language.

use tripline_syntax::Language;
