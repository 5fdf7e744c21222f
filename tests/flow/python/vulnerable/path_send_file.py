import os

from flask import Flask, request, send_file

app = Flask(__name__)


@app.route("/download/<path:name>")
def download(name):
    return send_file(os.path.join(app.root_path, "files", name))  # expect: path-traversal


@app.route("/report")
def report():
    return send_file(path_or_file=f"reports/{request.args.get('id')}.pdf")  # expect: path-traversal
