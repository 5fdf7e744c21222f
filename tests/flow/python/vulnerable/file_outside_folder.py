import os
from pathlib import Path

import pandas
from flask import Flask, abort, request

app = Flask(__name__)
MODELS = os.path.realpath("models")
FOLDER = Path("models").resolve()


@app.route("/by_plain_path")
def by_plain_path():
    path = os.path.join(MODELS, request.args["name"])
    if not path.startswith(MODELS + os.sep):
        abort(404)
    return pandas.read_pickle(path).to_html()  # expect: insecure-deserialization


@app.route("/by_end")
def by_end():
    path = os.path.realpath(os.path.join(MODELS, request.args["name"]))
    if not path.endswith(".pkl"):
        abort(404)
    return pandas.read_pickle(path).to_html()  # expect: insecure-deserialization


@app.route("/by_path_as_given")
def by_path_as_given():
    path = FOLDER / request.args["name"]
    if not path.is_relative_to(FOLDER):
        abort(404)
    return pandas.read_pickle(path).to_html()  # expect: insecure-deserialization


@app.route("/by_folder_of_request")
def by_folder_of_request():
    path = os.path.realpath(os.path.join(MODELS, request.args["name"]))
    if not path.startswith(request.args["folder"]):
        abort(404)
    return pandas.read_pickle(path).to_html()  # expect: insecure-deserialization
