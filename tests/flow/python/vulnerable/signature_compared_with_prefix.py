import hashlib
import hmac


def valid(body, header, secret):
    digest = hmac.new(secret, body, hashlib.sha256).hexdigest()
    return header == "sha256=" + digest  # expect: auth-bypass
