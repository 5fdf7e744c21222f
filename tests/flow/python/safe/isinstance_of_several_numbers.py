import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/people")
def people():
    limit = request.get_json()["limit"]
    if not isinstance(limit, (int, float)):
        abort(400)
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people LIMIT {limit}").fetchall()}
