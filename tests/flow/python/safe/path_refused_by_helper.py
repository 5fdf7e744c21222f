import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files"


def contains_dot_dot(path):
    return ".." in path.split("/")


def has_traversal(path):
    if ".." in path:
        return True
    return False


def is_unsafe(path):
    return ".." in path or path.startswith("/")


def climbs(path):
    for part in path.split("/"):
        if part == "..":
            return True


class Files:
    def _leaves(self, path):
        return any(part == ".." for part in path.split("/"))

    def read(self):
        path = request.args["path"]
        if self._leaves(path):
            abort(400)
        return open(os.path.join(ROOT, path)).read()


@app.get("/a")
def a():
    path = request.args["path"]
    if contains_dot_dot(path):
        abort(400)
    return open(os.path.join(ROOT, path)).read()


@app.get("/b")
def b():
    path = request.args["path"]
    if has_traversal(path):
        return "no", 400
    return open(os.path.join(ROOT, path)).read()


@app.get("/c")
def c():
    path = request.args["path"]
    if not path or is_unsafe(path):
        raise ValueError(path)
    return open(os.path.join(ROOT, path)).read()


@app.get("/d")
def d():
    path = request.args["path"]
    if not climbs(path):
        return open(os.path.join(ROOT, path)).read()
    return Files().read()
