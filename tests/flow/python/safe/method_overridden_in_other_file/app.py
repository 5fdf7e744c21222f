from flask import Flask, request

from finders import SafeFinder

app = Flask(__name__)


@app.get("/users")
def users():
    return {"users": SafeFinder().find(request.args["name"])}
