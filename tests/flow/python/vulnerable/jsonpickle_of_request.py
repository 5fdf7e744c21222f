import jsonpickle
from flask import Flask, request

app = Flask(__name__)


@app.post("/state")
def state():
    return {"state": str(jsonpickle.decode(request.form["state"]))}  # expect: insecure-deserialization
