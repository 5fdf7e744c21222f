from flask import Flask, request

from current.users import find

app = Flask(__name__)


@app.get("/users")
def users():
    return {"users": find(request.args["name"])}
