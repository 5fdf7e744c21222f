import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/people")
def people():
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT {request.args['columns']} FROM people").fetchall()}  # expect: sql-injection
