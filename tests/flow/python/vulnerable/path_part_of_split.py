import os
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/a")
def first():
    name = request.args["name"].split("/")[0]
    return open(os.path.join(ROOT, name, "index.html")).read()  # expect: path-traversal


@app.get("/b")
def other_separator():
    name = request.args["name"].split(".")[-1]
    return open(os.path.join(ROOT, name)).read()  # expect: path-traversal


@app.get("/c")
def rest():
    name = request.args["name"].split("/", 1)[-1]
    return open(os.path.join(ROOT, name)).read()  # expect: path-traversal


@app.get("/d")
def other_parts():
    path = Path(request.args["path"])
    if "tmp" in path.parts:
        return "no", 400
    return (Path(ROOT) / path).read_text()  # expect: path-traversal


@app.get("/e")
def folder():
    name = request.args["name"].rsplit("/", 1)[0]
    return open(os.path.join(ROOT, name, "index.html")).read()  # expect: path-traversal
