import re

from flask import Flask, request

app = Flask(__name__)
OTHER = re.compile(r"\W+")


@app.route("/text")
def text():
    name = re.sub(r"[^A-Za-z0-9_.-]", "_", request.args["name"])
    with open(f"texts/{name}") as file:
        return file.read()


@app.route("/word")
def word():
    name = OTHER.sub("", request.args["name"])
    with open(f"words/{name}") as file:
        return file.read()


@app.route("/flat")
def flat():
    name = request.args["name"].replace("/", "_")
    with open(f"flat/{name}") as file:
        return file.read()
