import logging
import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = ("name", "city")


def check_column(column):
    if column not in COLUMNS:
        logging.warning("unknown column %s", column)


@app.get("/people")
def people():
    column = request.args["sort"]
    check_column(column)
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people ORDER BY {column}").fetchall()}  # expect: sql-injection
