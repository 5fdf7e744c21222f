from flask import Flask, request

from models.event import Event

app = Flask(__name__)


@app.get("/day")
def day():
    return {"events": Event.on_day(request.args["day"])}


@app.get("/kind")
def kind():
    return {"events": Event.of_kind(request.args["kind"])}
