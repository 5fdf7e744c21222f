import hashlib
import hmac

from flask import Flask, request

app = Flask(__name__)


@app.post("/hook")
def hook():
    expected = hmac.new(app.secret_key, request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Signature", "")):
        return "", 401
    return "ok"
