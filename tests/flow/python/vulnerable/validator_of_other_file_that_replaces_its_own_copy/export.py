import sqlite3

from flask import Flask, request

from validation import normalise

app = Flask(__name__)


@app.get("/export")
def export():
    column = request.args["column"]
    normalise(column)
    rows = sqlite3.connect("data.db").execute(f"SELECT {column} FROM data").fetchall()  # expect: sql-injection
    return {"rows": rows}
