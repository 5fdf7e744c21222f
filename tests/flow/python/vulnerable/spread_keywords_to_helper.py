import sqlite3

from flask import Flask, request

app = Flask(__name__)


def _statement(kind="all", limit=10):
    return f"SELECT * FROM events WHERE kind = '{kind}' LIMIT 10"


@app.get("/any")
def anything():
    options = {"kind": request.args["kind"]}
    return {"rows": sqlite3.connect("e.db").execute(_statement(**options)).fetchall()}  # expect: sql-injection
