import os

from flask import Flask, request

app = Flask(__name__)
BASE = "/srv/notes"


@app.route("/normal")
def normal():
    path = os.path.normpath(os.path.join(BASE, request.args["name"]))
    return open(path).read()  # expect: path-traversal


@app.route("/real")
def real():
    path = os.path.realpath(os.path.join(BASE, request.args["name"]))
    return open(path).read()  # expect: path-traversal
