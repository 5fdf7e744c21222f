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
