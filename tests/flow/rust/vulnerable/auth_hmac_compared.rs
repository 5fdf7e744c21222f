use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn is_genuine(key: &[u8], body: &[u8], signature: &[u8]) -> bool {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length is a key");
    mac.update(body);
    mac.finalize().into_bytes().as_slice() == signature // expect: auth-bypass
}
