import base64
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.get("/cart")
def cart():
    raw = base64.b64decode(request.cookies.get("cart", ""))
    return {"items": pickle.loads(raw)}  # expect: insecure-deserialization
