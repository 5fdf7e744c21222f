import os

from flask import Flask, abort, request

app = Flask(__name__)


def read_below(root, name):
    root = os.path.abspath(root)
    path = os.path.abspath(os.path.join(root, name))
    if not path.startswith(root + os.sep):
        abort(404)
    with open(path) as file:
        return file.read()


@app.route("/page")
def page():
    return read_below(app.config["PAGES"], request.args["name"])
