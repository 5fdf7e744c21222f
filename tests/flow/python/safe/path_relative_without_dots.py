import os

from flask import Flask, abort, request

app = Flask(__name__)
BASE = os.path.abspath("data")


@app.route("/data")
def data():
    path = os.path.abspath(os.path.join(BASE, request.args["name"]))
    if os.path.relpath(path, BASE).startswith(".."):
        abort(404)
    with open(path) as file:
        return file.read()
