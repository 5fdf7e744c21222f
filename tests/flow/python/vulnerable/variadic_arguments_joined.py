import sqlite3

from flask import Flask, request

app = Flask(__name__)


def all_of(*conditions):
    return " AND ".join(conditions)


@app.get("/notes")
def notes():
    where = all_of("deleted = 0", f"owner = '{request.args['owner']}'")
    return {"rows": sqlite3.connect("notes.db").execute("SELECT * FROM notes WHERE " + where).fetchall()}  # expect: sql-injection
