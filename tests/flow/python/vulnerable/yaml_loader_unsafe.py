import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post("/import")
def load():
    return {"doc": yaml.load(request.data, Loader=yaml.Loader)}  # expect: insecure-deserialization
