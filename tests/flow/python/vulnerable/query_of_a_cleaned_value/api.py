from flask import Flask, request

from .users import find_users

app = Flask(__name__)


@app.route("/users")
def users():
    return {"users": find_users(request.args["name"])}
