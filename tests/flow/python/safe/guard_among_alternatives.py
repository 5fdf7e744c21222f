import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = {"name", "city"}


@app.get("/people")
def people():
    column = request.args.get("sort", "name")
    if not request.args or column not in COLUMNS:
        return "unknown column", 400
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people ORDER BY {column}").fetchall()}
