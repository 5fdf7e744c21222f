import sqlite3

from flask import Flask, request

app = Flask(__name__)


def _statement(table, condition):
    return "SELECT * FROM " + table + " WHERE " + condition


@app.get("/any")
def anything():
    parts = ["events", "kind = '" + request.args["kind"] + "'"]
    return {"rows": sqlite3.connect("e.db").execute(_statement(*parts)).fetchall()}  # expect: sql-injection
