import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/people")
def people():
    column = request.args["sort"]
    assert column in ("name", "city"), "unknown column"
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people ORDER BY {column}").fetchall()}
