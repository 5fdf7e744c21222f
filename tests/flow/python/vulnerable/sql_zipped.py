# The value of each pair is a client's.
import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = ["name", "email"]


@app.post("/people")
def update():
    conn = sqlite3.connect("people.db")
    for column, value in zip(COLUMNS, request.form.getlist("value")):
        conn.execute(f"UPDATE people SET {column} = '{value}'")  # expect: sql-injection
    return "ok"
