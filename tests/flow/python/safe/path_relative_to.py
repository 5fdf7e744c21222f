from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
DOCS = Path("docs").resolve()


@app.route("/doc")
def doc():
    path = (DOCS / request.args["name"]).resolve()
    try:
        path.relative_to(DOCS)
    except ValueError:
        abort(404)
    return path.read_text()
