import os

from flask import Flask, abort, request, send_file

app = Flask(__name__)
BASE = os.path.realpath("/srv/files")


@app.route("/file")
def file():
    path = os.path.join(BASE, request.args["name"])
    real = os.path.realpath(path)
    if not real.startswith(BASE + os.sep):
        abort(404)
    return send_file(path)


@app.route("/text")
def text():
    name = request.args["name"]
    full = os.path.normpath(os.path.join(BASE, name))
    if not full.startswith(BASE + os.sep):
        return "no such file", 404
    with open(os.path.join(BASE, name)) as file:
        return file.read()
