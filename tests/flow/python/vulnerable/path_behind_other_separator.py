import os

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/a")
def second_of_many():
    name = request.args["name"].rsplit("/")[1]
    return open(os.path.join(ROOT, name, "x")).read()  # expect: path-traversal


@app.get("/b")
def taken_apart():
    folder, _, name = request.args["name"].rpartition("/")
    return open(os.path.join(ROOT, folder)).read()  # expect: path-traversal


@app.get("/c")
def rest():
    first, rest = request.args["name"].split("/", 1)
    return open(os.path.join(ROOT, rest)).read()  # expect: path-traversal


@app.get("/d")
def behind_the_first():
    _, _, rest = request.args["name"].partition("/")
    return open(os.path.join(ROOT, rest)).read()  # expect: path-traversal


@app.get("/g")
def behind_the_first_found():
    name = request.args["name"]
    name = name[name.find("/") + 1:]
    return open(os.path.join(ROOT, name)).read()  # expect: path-traversal


@app.get("/h")
def of_another_text():
    name = request.args["name"]
    path = request.args["path"]
    slash = name.rfind("/")
    return open(os.path.join(ROOT, path[slash + 1:])).read()  # expect: path-traversal


@app.get("/i")
def before_the_last():
    name = request.args["name"]
    return open(os.path.join(ROOT, name[:name.rfind("/") + 1])).read()  # expect: path-traversal


@app.get("/j")
def dot():
    name = request.args["name"]
    return open(os.path.join(ROOT, name[name.rfind(".") + 1:])).read()  # expect: path-traversal
