import jwt
from flask import Flask, request

app = Flask(__name__)


@app.get("/claims")
def claims():
    token = request.headers["X-Token"]
    header = jwt.get_unverified_header(token)
    with open("/srv/keys/" + header["kid"]) as key:  # expect: path-traversal
        return jwt.decode(token, key.read(), algorithms=["RS256"])
