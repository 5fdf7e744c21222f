import sqlite3

from flask import Flask, request

app = Flask(__name__)


def show_default(name):
    name = "nobody"
    return name


@app.get("/people")
def people():
    name = request.args["name"]
    show_default(name)
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people WHERE name = '{name}'").fetchall()}  # expect: sql-injection
