use sha2::{Digest, Sha256};

pub fn is_intact(bytes: &[u8], expected: &str) -> bool {
    let digest = Sha256::digest(bytes);
    hex::encode(digest) == expected
}
