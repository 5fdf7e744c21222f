from flask import Flask, request, send_file

from storage import locate

app = Flask(__name__)


@app.route("/attachment")
def attachment():
    return send_file(locate(request.args["name"]))
