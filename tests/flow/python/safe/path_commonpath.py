import os

from flask import Flask, abort, request

app = Flask(__name__)
BASE = os.path.realpath("/srv/reports")


@app.route("/report")
def report():
    path = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if os.path.commonpath([BASE, path]) != BASE:
        abort(403)
    with open(path) as file:
        return file.read()


@app.route("/summary")
def summary():
    path = os.path.abspath(os.path.join(BASE, request.args["name"]))
    if os.path.commonpath((path, BASE)) == BASE:
        with open(path) as file:
            return file.read()
    abort(403)
