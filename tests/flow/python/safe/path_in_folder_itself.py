import os

from flask import Flask, abort, request

app = Flask(__name__)
BASE = os.path.realpath("texts")


@app.route("/text")
def text():
    path = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if os.path.dirname(path) != BASE:
        abort(403)
    with open(path) as file:
        return file.read()
