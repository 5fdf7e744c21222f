//! Checksums of tokens, where their providers define them.

use crate::check::Checksum;

/// Digits of number systems up to base 62, in the order 0-9, A-Z, a-z.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Whether a token's checksum is right.
pub(super) fn is_valid(checksum: Checksum, token: &str) -> bool {
    match checksum {
        Checksum::Crc32Base62 => {
            let body = token.split_once('_').map_or(token, |(_, body)| body);
            ends_with_checksum(body, 6, crc32_base62)
        }
        Checksum::Crc32Base36 => ends_with_checksum(token, 7, crc32_base36),
        Checksum::Bech32 => is_bech32(token),
        Checksum::JsonWebToken => names_algorithm(token),
    }
}

/// Whether the last `length` characters are the checksum of those before them.
fn ends_with_checksum(text: &str, length: usize, checksum: fn(&str) -> String) -> bool {
    let at = text.len().checked_sub(length);
    at.and_then(|at| text.split_at_checked(at))
        .is_some_and(|(body, last)| checksum(body) == last)
}

/// Six digits of base 62: the end of the tokens of [GitHub] and npm.
///
/// [GitHub]: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
pub(super) fn crc32_base62(body: &str) -> String {
    in_base(crc32(body.as_bytes()), 62, 6)
}

/// Seven digits of base 36, in small letters: the end of GitLab's routable tokens.
pub(super) fn crc32_base36(body: &str) -> String {
    in_base(crc32(body.as_bytes()), 36, 7).to_ascii_lowercase()
}

fn in_base(mut number: u32, base: u32, length: usize) -> String {
    let mut digits = vec!['0'; length];
    for digit in digits.iter_mut().rev() {
        *digit = char::from(DIGITS[(number % base) as usize]);
        number /= base;
    }
    digits.into_iter().collect()
}

/// CRC-32 as in zlib (polynomial 0xEDB88320).
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

/// Whether a text is [Bech32] with a right checksum.
///
/// [Bech32]: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
fn is_bech32(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let Some((prefix, data)) = text.rsplit_once('1') else {
        return false;
    };
    let values: Option<Vec<u32>> = data.bytes().map(bech32_value).collect();
    values.is_some_and(|values| bech32_polymod(prefix, &values) == 1)
}

const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

fn bech32_value(character: u8) -> Option<u32> {
    let place = BECH32.iter().position(|known| *known == character);
    place.map(|place| place as u32)
}

fn bech32_polymod(prefix: &str, values: &[u32]) -> u32 {
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let high = prefix.bytes().map(|byte| u32::from(byte) >> 5);
    let low = prefix.bytes().map(|byte| u32::from(byte) & 31);
    let all = high.chain([0]).chain(low).chain(values.iter().copied());
    all.fold(1, |sum, value| {
        let top = sum >> 25;
        let shifted = (sum & 0x1ff_ffff) << 5 ^ value;
        let bits = GENERATOR.iter().enumerate();
        bits.filter(|(bit, _)| top >> bit & 1 == 1)
            .fold(shifted, |sum, (_, generator)| sum ^ generator)
    })
}

/// Whether the first part of a token is base64url of a JSON object with an `alg`.
fn names_algorithm(token: &str) -> bool {
    let header = token.split('.').next().and_then(base64url);
    let header = header.and_then(|header| serde_json::from_slice(&header).ok());
    header.is_some_and(|header: serde_json::Value| header.get("alg").is_some())
}

/// The bytes of base64url without padding (RFC 4648); `None` for any other text.
fn base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    for character in text.bytes() {
        let value = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 & 0xffff | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}

/// A token with the right checksum in place of its own.
#[cfg(test)]
pub(super) fn with_checksum(checksum: Checksum, token: &str) -> String {
    match checksum {
        Checksum::Crc32Base62 => {
            let body = &token[..token.len() - 6];
            let (_, checked) = body.split_once('_').expect("the token has a prefix");
            format!("{body}{}", crc32_base62(checked))
        }
        Checksum::Crc32Base36 => {
            let body = &token[..token.len() - 7];
            format!("{body}{}", crc32_base36(body))
        }
        Checksum::Bech32 => {
            let body = &token[..token.len() - 6];
            let (prefix, data) = body.rsplit_once('1').expect("the token has a prefix");
            let prefix = prefix.to_ascii_lowercase();
            let values = data.to_ascii_lowercase().into_bytes();
            let mut values: Vec<u32> = values.into_iter().filter_map(bech32_value).collect();
            values.extend([0; 6]);
            let sum = bech32_polymod(&prefix, &values) ^ 1;
            let digit = |place: u32| char::from(BECH32[(sum >> (5 * (5 - place)) & 31) as usize]);
            let checksum: String = (0..6).map(digit).collect();
            let is_small = body.contains(|letter: char| letter.is_ascii_lowercase());
            if is_small {
                format!("{body}{checksum}")
            } else {
                format!("{body}{}", checksum.to_ascii_uppercase())
            }
        }
        Checksum::JsonWebToken => {
            let (_, rest) = token.split_once('.').expect("a token has parts");
            // {"alg":"HS256"}
            format!("eyJhbGciOiJIUzI1NiJ9.{rest}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crc32_is_the_one_of_zlib() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn bech32_is_the_one_of_its_specification() {
        // Test vectors of BIP 173.
        assert!(is_bech32("A12UEL5L"));
        assert!(is_bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"));
        assert!(!is_bech32("A12UEL5M"));
    }

    #[test]
    fn a_header_of_a_json_web_token_names_its_algorithm() {
        assert!(names_algorithm(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x"
        ));
        assert!(!names_algorithm("eyJoZWxsbyI6IndvcmxkIn0.e30.x"));
        assert!(!names_algorithm("eyJé.e30.x"));
    }

    #[test]
    fn a_token_with_a_wrong_checksum_is_told_from_a_right_one() {
        for (checksum, token) in [
            (
                Checksum::Crc32Base62,
                "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123AAAAAA",
            ),
            (
                Checksum::Crc32Base36,
                "glpat-AbCdEfGhIjKlMnOpQrStUvWxYz0123.01.100000000",
            ),
            (
                Checksum::Bech32,
                "AGE-SECRET-KEY-1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE",
            ),
            (Checksum::JsonWebToken, "eyJoZWxsbyI6MX0.e30.x"),
        ] {
            assert!(!is_valid(checksum, token), "{token}");
            assert!(is_valid(checksum, &with_checksum(checksum, token)));
        }
        assert!(!is_valid(Checksum::Crc32Base62, "ghp_é"));
    }
}
