import os
import shutil

from flask import Flask, request

app = Flask(__name__)
UPLOADS = "/srv/uploads"


@app.route("/delete", methods=["POST"])
def delete():
    os.remove(os.path.join(UPLOADS, request.form["name"]))  # expect: path-traversal
    return "deleted"


@app.route("/clear", methods=["POST"])
def clear():
    shutil.rmtree("/srv/projects/%s" % request.form["project"])  # expect: path-traversal
    return "cleared"


@app.route("/list")
def entries():
    return {"names": os.listdir(os.path.join(UPLOADS, request.args["folder"]))}  # expect: path-traversal
