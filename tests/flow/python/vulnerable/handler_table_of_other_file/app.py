from flask import Flask, request

from handlers import FINDERS

app = Flask(__name__)


@app.get("/users")
def users():
    return {"users": FINDERS["name"](request.args["value"])}
