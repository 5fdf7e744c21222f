import pickle

from flask import Flask, request

app = Flask(__name__)


def _decode(blob):
    return pickle.loads(blob)  # expect: insecure-deserialization


@app.post("/job")
def job():
    return {"job": _decode(request.get_data())}
