import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = ("name", "city")


@app.get("/people")
def people():
    chosen = filter(lambda column: column in COLUMNS, request.args.getlist("column"))
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT {', '.join(chosen)} FROM people").fetchall()}
