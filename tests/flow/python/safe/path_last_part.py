import os
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    file.save(os.path.join("/srv/uploads", os.path.basename(file.filename)))
    return "saved"


@app.route("/delete", methods=["POST"])
def delete():
    name = Path(request.form["name"]).name
    os.remove(f"/srv/uploads/{name}")
    return "deleted"


@app.route("/same")
def same():
    name = request.args["name"]
    if name != os.path.basename(name):
        return "no such file", 404
    with open("/srv/uploads/" + name) as file:
        return file.read()
