import os
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
BASE = "/srv/notes"
FOLDER = Path(BASE)


@app.route("/text")
def text():
    path = os.path.join(BASE, request.args["name"])
    if not path.startswith(BASE):
        abort(404)
    return open(path).read()  # expect: path-traversal


@app.route("/common")
def common():
    path = os.path.join(BASE, request.args["name"])
    if os.path.commonpath([BASE, path]) != BASE:
        abort(404)
    return open(path).read()  # expect: path-traversal


@app.route("/parents")
def parents():
    path = FOLDER / request.args["name"]
    if FOLDER not in path.parents:
        abort(404)
    return path.read_text()  # expect: path-traversal


@app.route("/relative")
def relative():
    path = FOLDER / request.args["name"]
    try:
        path.relative_to(FOLDER)
    except ValueError:
        abort(404)
    return path.read_text()  # expect: path-traversal
