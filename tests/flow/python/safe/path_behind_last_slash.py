import os

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/files"


@app.get("/a")
def third_of_three():
    name = request.args["name"].rpartition("/")[2]
    return open(os.path.join(ROOT, name)).read()


@app.get("/b")
def taken_apart():
    _, _, name = request.args["name"].rpartition("/")
    return open(os.path.join(ROOT, name)).read()


@app.get("/c")
def second_of_two():
    name = request.args["name"].rsplit("/", 1)[1]
    return open(os.path.join(ROOT, name)).read()


@app.get("/d")
def two():
    folder, name = request.args["name"].rsplit("/", maxsplit=1)
    return open(os.path.join(ROOT, name)).read()


@app.get("/f")
def starred():
    *_, name = request.args["name"].split("/")
    return open(os.path.join(ROOT, name)).read()


@app.get("/g")
def found():
    name = request.args["name"]
    name = name[name.rfind("/") + 1:]
    return open(os.path.join(ROOT, name)).read()


@app.get("/h")
def position():
    name = request.args["name"]
    slash = name.rfind("/")
    return open(os.path.join(ROOT, name[slash + 1:])).read()
