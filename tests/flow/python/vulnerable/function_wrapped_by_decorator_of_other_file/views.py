from flask import Flask, request

from decorators import retried
from queries import songs_by

app = Flask(__name__)


@app.get("/songs")
@retried
def songs():
    return {"songs": songs_by(request.args["artist"])}
