import os
from pathlib import Path

import pandas
from flask import Flask, abort, request

app = Flask(__name__)
MODELS = os.path.realpath("models")
FOLDER = Path("models").resolve()


@app.route("/by_real_path")
def by_real_path():
    path = os.path.realpath(os.path.join(MODELS, request.args["name"]))
    if not path.startswith(MODELS + os.sep):
        abort(404)
    return pandas.read_pickle(path).to_html()


@app.route("/by_real_path_of_it")
def by_real_path_of_it():
    path = os.path.join(MODELS, request.args["name"])
    if not os.path.realpath(path).startswith(MODELS + os.sep):
        abort(404)
    return pandas.read_pickle(path).to_html()


@app.route("/by_resolved_path")
def by_resolved_path():
    path = (FOLDER / request.args["name"]).resolve()
    if not path.is_relative_to(FOLDER):
        abort(404)
    return pandas.read_pickle(path).to_html()
