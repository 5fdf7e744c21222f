import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/people")
def people():
    name = request.get_json()["name"]
    if not isinstance(name, (str, int)):
        abort(400)
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people WHERE name = '{name}'").fetchall()}  # expect: sql-injection
