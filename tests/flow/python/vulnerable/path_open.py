import io
import os

from flask import Flask, request

app = Flask(__name__)
BASE = "/srv/notes"


@app.route("/note")
def note():
    path = os.path.join(BASE, request.args["name"])
    with open(path) as file:  # expect: path-traversal
        return file.read()


@app.route("/raw")
def raw():
    with io.open("/srv/raw/" + request.args["name"], "rb") as file:  # expect: path-traversal
        return file.read()
