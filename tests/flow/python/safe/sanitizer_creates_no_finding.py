import html
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/people")
def people():
    name = html.escape(request.args["name"])
    return {"rows": sqlite3.connect("p.db").execute("SELECT * FROM people WHERE name = ?", (name,)).fetchall()}
