import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files"


def contains_dot_dot(path):
    return ".." in path.split("/")


def is_hidden(path):
    if path.startswith("."):
        return False
    return ".." in path


def is_known(path):
    if ".." in path:
        return False
    return os.path.exists(path)


@app.get("/a")
def refused_the_wrong_way():
    path = request.args["path"]
    if not contains_dot_dot(path):
        abort(400)
    return open(os.path.join(ROOT, path)).read()  # expect: path-traversal


@app.get("/b")
def only_warned_of():
    path = request.args["path"]
    if contains_dot_dot(path):
        app.logger.warning("a strange path")
    return open(os.path.join(ROOT, path)).read()  # expect: path-traversal


@app.get("/c")
def not_asked_of_all():
    path = request.args["path"]
    if is_hidden(path):
        abort(400)
    return open(os.path.join(ROOT, path)).read()  # expect: path-traversal


@app.get("/d")
def unknown():
    path = request.args["path"]
    if is_known(path):
        abort(409)
    return open(os.path.join(ROOT, path)).read()  # expect: path-traversal
