import os
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/a")
def by_slash():
    name = request.args["name"].split("/")[-1]
    return open(os.path.join(ROOT, name)).read()


@app.get("/b")
def by_last_slash():
    parts = request.args["name"].rsplit("/", 1)
    return open(os.path.join(ROOT, parts[-1])).read()


@app.get("/c")
def behind_last_slash():
    return open(os.path.join(ROOT, request.args["name"].rpartition("/")[-1])).read()


@app.get("/d")
def without_parent():
    path = Path(request.args["path"])
    if ".." in path.parts:
        return "no", 400
    return (Path(ROOT) / path).read_text()


@app.get("/e")
def without_parent_at_once():
    path = request.args["path"]
    if ".." in Path(path).parts:
        return "no", 400
    return open(os.path.join(ROOT, path)).read()
