import sqlite3
import uuid

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/person")
def person():
    key = request.args["key"]
    try:
        uuid.UUID(key)
    except ValueError:
        abort(404)
    return {"row": sqlite3.connect("p.db").execute(f"SELECT * FROM people WHERE key = '{key}'").fetchone()}
