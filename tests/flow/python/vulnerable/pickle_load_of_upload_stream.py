import pickle

from flask import Flask, request

app = Flask(__name__)


@app.post("/import")
def restore():
    upload = request.files["backup"]
    return {"n": len(pickle.load(upload.stream))}  # expect: insecure-deserialization
