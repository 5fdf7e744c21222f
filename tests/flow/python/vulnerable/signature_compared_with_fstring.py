import hashlib
import hmac


def verify(body: bytes, header: str, secret: bytes) -> bool:
    digest = hmac.new(secret, body, hashlib.sha256).hexdigest()
    expected = f"sha256={digest}"
    if expected != header:  # expect: auth-bypass
        return False
    return True
