import os
import shutil

from flask import Flask, request

app = Flask(__name__)


@app.route("/archive", methods=["POST"])
def archive():
    target = os.path.join("/srv/archive", request.json["name"])
    shutil.move("/tmp/export.zip", target)  # expect: path-traversal
    return "archived"


@app.route("/rename", methods=["POST"])
def rename():
    source = "/srv/files/" + request.json["from"]
    os.rename(source, "/srv/files/renamed")  # expect: path-traversal
    return "renamed"
