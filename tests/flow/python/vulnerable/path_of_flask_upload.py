import os

from flask import Flask, request

app = Flask(__name__)
app.config["UPLOADS"] = "/srv/uploads"


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    file.save(os.path.join(app.config["UPLOADS"], file.filename))  # expect: path-traversal
    return "saved"
