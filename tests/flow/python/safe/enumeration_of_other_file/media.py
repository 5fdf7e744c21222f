import sqlite3

from flask import Flask, request

from kinds import Kind

app = Flask(__name__)


@app.get("/media")
def media():
    kind = Kind(request.args["kind"])
    return {"media": sqlite3.connect("media.db").execute(f"SELECT * FROM {kind.value}").fetchall()}
