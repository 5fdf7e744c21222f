import re

from flask import Flask, request

app = Flask(__name__)
SPACES = re.compile(r"\s+")


@app.route("/text")
def text():
    name = re.sub(r"[^A-Za-z0-9_./-]", "_", request.args["name"])
    with open(f"texts/{name}") as file:  # expect: path-traversal
        return file.read()


@app.route("/spaces")
def spaces():
    name = SPACES.sub("", request.args["name"])
    with open(f"texts/{name}") as file:  # expect: path-traversal
        return file.read()


@app.route("/once")
def once():
    name = request.args["name"].replace("../", "")
    with open(f"texts/{name}") as file:  # expect: path-traversal
        return file.read()
