import sqlite3

from flask import Flask, request

from checks import is_column

app = Flask(__name__)


@app.get("/files")
def files():
    column = request.args["sort"]
    if not is_column(column):
        return {"error": "no such column"}, 400
    return {"files": sqlite3.connect("files.db").execute(f"SELECT * FROM files ORDER BY {column}").fetchall()}
