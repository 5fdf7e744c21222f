import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/people")
def people():
    given = request.args["name"]
    name = given
    query = "SELECT * FROM people WHERE name = '" + name + "'"
    statement = query
    return {"rows": sqlite3.connect("p.db").execute(statement).fetchall()}  # expect: sql-injection
