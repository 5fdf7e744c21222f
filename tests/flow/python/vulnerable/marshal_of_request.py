import marshal

from flask import Flask, request

app = Flask(__name__)


@app.post("/code")
def code():
    return {"n": len(marshal.loads(request.data))}  # expect: insecure-deserialization
