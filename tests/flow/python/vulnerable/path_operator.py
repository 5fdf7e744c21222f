from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
NOTES = Path("/srv/notes")


@app.route("/note")
def note():
    return (NOTES / request.args["name"]).read_text()  # expect: path-traversal


@app.route("/note/open")
def opened():
    path = NOTES.joinpath("public", request.args["name"]).with_suffix(".md")
    with path.open() as file:  # expect: path-traversal
        return file.read()


@app.route("/note/delete")
def delete():
    path = Path(f"/srv/notes/{request.args['name']}").expanduser()
    path.unlink()  # expect: path-traversal
    return "deleted"


@app.route("/note/index")
def index():
    return (Path(request.args["name"]).parent / "index.md").open().read()  # expect: path-traversal
