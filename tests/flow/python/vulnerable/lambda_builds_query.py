import sqlite3

from flask import Flask, request

app = Flask(__name__)
by_name = lambda name: "SELECT * FROM people WHERE name = '%s'" % name


@app.get("/person")
def person():
    return {"row": sqlite3.connect("p.db").execute(by_name(request.args["name"])).fetchone()}  # expect: sql-injection
