import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = os.path.realpath("/srv/pages")


def is_inside(path):
    return os.path.realpath(path).startswith(ROOT + os.sep)


@app.route("/page")
def page():
    path = os.path.join(ROOT, request.args["name"])
    if not is_inside(path):
        abort(404)
    with open(path) as file:
        return file.read()


def is_below(folder, path):
    folder = os.path.abspath(folder)
    path = os.path.abspath(path)
    return os.path.commonpath([folder]) == os.path.commonpath([folder, path])


@app.route("/other")
def other():
    path = os.path.join(ROOT, request.args["name"])
    if not is_below(ROOT, path):
        abort(404)
    with open(path) as file:
        return file.read()
