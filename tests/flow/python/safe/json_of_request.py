import json

from flask import Flask, request

app = Flask(__name__)


@app.post("/j")
def j():
    return json.loads(request.data)
