from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
NOTES = Path("/srv/notes").resolve()


@app.route("/note")
def note():
    path = (NOTES / request.args["name"]).resolve()
    if not path.is_relative_to(NOTES):
        abort(404)
    return path.read_text()


@app.route("/note/checked")
def checked_note():
    path = NOTES / request.args["name"]
    if path.resolve().is_relative_to(NOTES):
        return path.read_text()
    abort(404)
