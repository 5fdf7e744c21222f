import hashlib
import hmac


def telegram(token: bytes, body: bytes):
    secret = hmac.new(b"WebAppData", token, hashlib.sha256).digest()
    return hmac.new(secret, body, hashlib.sha256).hexdigest()


def scram(salted: bytes):
    return hmac.digest(salted, b"Client Key", "sha256")
