import re
import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


@app.get("/people")
def people():
    email = request.args["email"]
    if not EMAIL.fullmatch(email):
        abort(400)
    return {"rows": sqlite3.connect("p.db").execute(f"SELECT * FROM people WHERE email = '{email}'").fetchall()}  # expect: sql-injection
