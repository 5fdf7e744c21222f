import base64

from flask import Flask, request

app = Flask(__name__)


@app.route("/cache")
def cache():
    key = base64.urlsafe_b64encode(request.args["url"].encode()).decode()
    with open(f"/var/cache/pages/{key}") as file:
        return file.read()
