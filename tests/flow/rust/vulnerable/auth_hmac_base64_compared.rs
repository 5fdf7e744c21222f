use base64::{engine::general_purpose::STANDARD, Engine};
use ring::hmac;

pub fn is_signed(key: &hmac::Key, body: &[u8], header: &str) -> bool {
    let tag = hmac::sign(key, body);
    STANDARD.encode(tag.as_ref()) == header // expect: auth-bypass
}
