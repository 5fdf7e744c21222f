import os

from flask import Flask, request

app = Flask(__name__)
ROOT = os.path.realpath("/srv/pages")


def inside(name):
    path = os.path.realpath(os.path.join(ROOT, name))
    if not path.startswith(ROOT + os.sep):
        raise PermissionError(name)
    return path


@app.route("/page")
def page():
    with open(inside(request.args["name"])) as file:
        return file.read()
