import sqlite3

from flask import Flask, request

app = Flask(__name__)


def conditions():
    for name in request.args:
        yield f"{name} = '{request.args[name]}'"


def clauses():
    yield "deleted = 0"
    yield from conditions()


@app.get("/rows")
def rows():
    sql = "SELECT * FROM rows WHERE " + " AND ".join(clauses())
    return {"rows": sqlite3.connect("r.db").execute(sql).fetchall()}  # expect: sql-injection
