import pickle

from flask import Flask, request

app = Flask(__name__)


@app.post("/load")
def load():
    state = pickle.loads(request.data)  # expect: insecure-deserialization
    return {"keys": list(state)}
