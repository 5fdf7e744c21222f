import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Query:
    def __init__(self, table):
        self.text = "SELECT * FROM " + table

    def where(self, condition):
        self.text += " WHERE " + condition
        return self

    def limit(self, count):
        self.text += f" LIMIT {int(count)}"
        return self


@app.get("/q")
def q():
    query = Query("people").where("name = '" + request.args["name"] + "'").limit(3)
    return {"rows": sqlite3.connect("t.db").execute(query.text).fetchall()}  # expect: sql-injection
