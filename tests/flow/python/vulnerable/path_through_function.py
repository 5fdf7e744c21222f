import os

from flask import Flask, request

app = Flask(__name__)


def read(folder, name):
    with open(os.path.join(folder, name)) as file:  # expect: path-traversal
        return file.read()


@app.route("/page")
def page():
    return read("/srv/pages", request.args["name"])
