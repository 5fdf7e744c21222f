import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = {"id", "name", "city"}


@app.get("/rows")
def rows():
    chosen = [column for column in request.args.getlist("column") if column in COLUMNS]
    sql = f"SELECT {', '.join(chosen)} FROM people"
    return {"rows": sqlite3.connect("p.db").execute(sql).fetchall()}
