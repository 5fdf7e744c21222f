import sqlite3
from string import Template

from flask import Flask, request

app = Flask(__name__)
QUERY = Template("SELECT * FROM people WHERE name = '$name'")


@app.get("/people")
def people():
    query = QUERY.substitute(name=request.args["name"])
    return {"rows": sqlite3.connect("p.db").execute(query).fetchall()}  # expect: sql-injection
