import sqlite3

from flask import Flask, request

from validation import check_identifier

app = Flask(__name__)


@app.get("/export")
def export():
    column = request.args["column"]
    check_identifier(column)
    rows = sqlite3.connect("data.db").execute(f"SELECT {column} FROM data").fetchall()  # expect: sql-injection
    return {"rows": rows}
