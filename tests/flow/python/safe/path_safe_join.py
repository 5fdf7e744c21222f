from flask import Flask, abort, request, send_file
from werkzeug.security import safe_join

app = Flask(__name__)


@app.route("/image")
def image():
    path = safe_join("/srv/images", request.args["name"])
    if path is None:
        abort(404)
    return send_file(path)
