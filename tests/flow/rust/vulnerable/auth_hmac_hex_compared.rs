use hmac::{Hmac, Mac};
use sha2::Sha256;

type HmacSha256 = Hmac<Sha256>;

pub fn check(key: &[u8], body: &[u8], header: &str) -> Result<(), Error> {
    let mut mac = HmacSha256::new_from_slice(key)?;
    mac.update(body);
    let computed = hex::encode(mac.finalize().into_bytes());
    if computed != header { // expect: auth-bypass
        return Err(Error::BadSignature);
    }
    Ok(())
}
