import os

from flask import Flask, abort, request

app = Flask(__name__)
BASE = os.path.realpath("/srv/notes")


@app.route("/extension")
def extension():
    path = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if not path.endswith(".txt"):
        abort(404)
    return open(path).read()  # expect: path-traversal


@app.route("/folder")
def folder():
    path = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if not path.startswith(request.args["folder"]):
        abort(404)
    return open(path).read()  # expect: path-traversal


@app.route("/exists")
def exists():
    path = os.path.join(BASE, request.args["name"])
    if os.path.isfile(path):
        return open(path).read()  # expect: path-traversal
    abort(404)


@app.route("/branch")
def branch():
    path = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if path.startswith(BASE + os.sep):
        return "inside"
    return open(path).read()  # expect: path-traversal


@app.route("/stem")
def stem():
    stem, _ = os.path.splitext(request.args["name"])
    return open(os.path.join(BASE, stem + ".txt")).read()  # expect: path-traversal


@app.route("/split")
def split():
    folder, _ = os.path.split(request.args["name"])
    return open(os.path.join(BASE, folder, "index.txt")).read()  # expect: path-traversal
