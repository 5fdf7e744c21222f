import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/text")
def text():
    path = os.path.abspath(os.path.join("/srv/texts", request.args["name"]))
    if not any(path.startswith(folder + os.sep) for folder in app.config["FOLDERS"]):
        abort(403)
    with open(path) as file:
        return file.read()
