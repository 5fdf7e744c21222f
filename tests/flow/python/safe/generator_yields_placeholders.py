import sqlite3

from flask import Flask, request

app = Flask(__name__)


def conditions(names):
    yield "deleted = 0"
    for _ in names:
        yield "name = ?"


@app.get("/rows")
def rows():
    names = request.args.getlist("name")
    sql = "SELECT * FROM rows WHERE " + " OR ".join(conditions(names))
    return {"rows": sqlite3.connect("r.db").execute(sql, names).fetchall()}
