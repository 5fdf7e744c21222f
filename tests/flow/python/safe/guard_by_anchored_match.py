import re
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/people")
def people():
    column = request.args["sort"]
    if not re.match(r"[a-z_]+$", column):
        abort(400)
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people ORDER BY {column}").fetchall()}
