import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.before_request
def guard():
    if request.headers.get("Authorization") != os.environ["ADMIN_TOKEN"]:  # expect: auth-bypass
        abort(401)
