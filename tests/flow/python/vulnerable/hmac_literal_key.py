import hashlib
import hmac


def sign(body: bytes) -> str:
    return hmac.new(b"w3bh00k-k3y-77", body, hashlib.sha256).hexdigest()  # expect: hardcoded-secret
