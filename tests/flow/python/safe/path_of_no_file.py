import io

from flask import Flask, request, send_file

app = Flask(__name__)


@app.route("/echo", methods=["POST"])
def echo():
    return send_file(io.BytesIO(request.get_data()), mimetype="text/plain")
