from pathlib import Path

from flask import Flask, request

app = Flask(__name__)


def load(path):
    return path.read_text()  # expect: path-traversal


def plain(path):
    return path.resolve()


@app.route("/note")
def note():
    return load(Path("/srv/notes") / request.args["name"])


@app.route("/plain")
def plain_note():
    path = plain(Path("/srv/notes") / request.args["name"])
    return open(path).read()  # expect: path-traversal
