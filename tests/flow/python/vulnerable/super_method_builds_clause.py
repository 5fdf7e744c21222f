import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Filter:
    def clause(self, value):
        return f"name = '{value}'"


class ActiveFilter(Filter):
    def clause(self, value):
        return super().clause(value) + " AND active = 1"


@app.get("/people")
def people():
    where = ActiveFilter().clause(request.args["name"])
    return {"rows": sqlite3.connect("p.db").execute("SELECT * FROM people WHERE " + where).fetchall()}  # expect: sql-injection
