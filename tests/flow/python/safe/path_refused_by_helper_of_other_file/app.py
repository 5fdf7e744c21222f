import os

from flask import Flask, abort, request

from checks import contains_dot_dot, ensure_plain

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/a")
def refused():
    path = request.args["path"]
    if contains_dot_dot(path):
        abort(400)
    return open(os.path.join(ROOT, path)).read()


@app.get("/b")
def ensured():
    path = request.args["path"]
    ensure_plain(path)
    return open(os.path.join(ROOT, path)).read()
