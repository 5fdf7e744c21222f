from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
DOCS = Path("docs").resolve()


@app.route("/doc")
def doc():
    path = DOCS.joinpath(request.args["name"]).resolve()
    if DOCS not in path.parents:
        abort(404)
    return path.read_text()


def is_part(path, folder):
    path = Path(path).resolve()
    folder = Path(folder).resolve()
    return folder in path.parents or path == folder


@app.route("/part")
def part():
    path = DOCS / request.args["name"]
    if not is_part(path, DOCS):
        abort(404)
    return path.read_text()
