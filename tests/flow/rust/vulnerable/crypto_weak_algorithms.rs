use md5::Md5;
use openssl::symm::Cipher;
use sha1::{Digest, Sha1};
use sha2::{Sha384, Sha512};
use sha3::Sha3_256;

pub fn passwords(password: &[u8]) {
    Md5::digest(password); // expect: weak-crypto
    Sha1::digest(password); // expect: weak-crypto
    md5::compute(password); // expect: weak-crypto
    Sha384::digest(password); // expect: weak-crypto
    Sha3_256::digest(password); // expect: weak-crypto
    blake3::hash(password); // expect: weak-crypto
    let mut hasher = Sha512::new(); // expect: weak-crypto
    hasher.update(password);
}

pub fn tokens(token: &[u8]) {
    Md5::digest(token); // expect: weak-crypto
    md5::compute(token); // expect: weak-crypto
}

pub fn results(text: &[u8]) -> Vec<u8> {
    let signature = Sha1::digest(text).to_vec(); // expect: weak-crypto
    signature
}

pub fn ciphers() -> [Cipher; 4] {
    [
        Cipher::aes_192_ecb(), // expect: weak-crypto
        Cipher::aes_256_ecb(), // expect: weak-crypto
        Cipher::rc4(), // expect: weak-crypto
        Cipher::bf_cbc(), // expect: weak-crypto
    ]
}
