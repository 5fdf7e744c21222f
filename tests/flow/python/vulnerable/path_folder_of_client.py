from flask import Flask, request, send_from_directory

app = Flask(__name__)


@app.route("/file")
def file():
    folder = request.args["folder"]
    return send_from_directory(f"/srv/{folder}", "index.html")  # expect: path-traversal
