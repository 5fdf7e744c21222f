import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Filter:
    def clause(self, value):
        return "name = ?"


class ActiveFilter(Filter):
    def clause(self, value):
        return super().clause(value) + " AND active = 1"


@app.get("/people")
def people():
    name = request.args["name"]
    where = ActiveFilter().clause(name)
    return {"rows": sqlite3.connect("p.db").execute("SELECT * FROM people WHERE " + where, (name,)).fetchall()}
